"""Passives that name nobody have no source, whoever finds them."""

from __future__ import annotations

import pytest

from quotecheck.document.build import build_document_from_text
from quotecheck.document.pipeline import load_pipeline
from quotecheck.layers import audit_document
from quotecheck.rulebook import Rulebook


@pytest.mark.parametrize(
    "text",
    [
        "It was claimed that the money had gone.",
        "It is understood that the council will vote in March.",
        "The firm is understood to be looking for a buyer.",
        "The minister is believed to have left the country on Friday.",
        "She is understood to have told friends that she was tired.",
    ],
)
def test_a_passive_without_an_agent_names_no_source(text: str, rulebook: Rulebook) -> None:
    audit = audit_document(build_document_from_text(text, rulebook), load_pipeline(), rulebook)
    assert [each.source for each in audit.attributions] == [None]
    assert audit.sources == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It said it would reopen the pool.", "It"),
        ("Lind was quoted as saying that the pool would reopen.", "Lind"),
        ("The board was told by Lind that the pool would reopen.", "Lind"),
    ],
)
def test_others_keep_theirs(text: str, source: str, rulebook: Rulebook) -> None:
    audit = audit_document(build_document_from_text(text, rulebook), load_pipeline(), rulebook)
    assert [each.source.of(text) for each in audit.attributions if each.source] == [source]
