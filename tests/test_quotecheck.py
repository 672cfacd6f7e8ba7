"""The public face: ``quotecheck.audit`` and its like."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import quotecheck
from quotecheck.reports.build import article_fields
from tests.builders import FERRY

MARKS = (*"“”\"'‘’«»—-,.?:()\u202e\u200b\ufeff\0\u0301🙂 ", "``", "''", "\t", "\n", "\n\n", "\r\n")
WORDS = (
    "she",
    "Mayor Vole",
    "said",
    "according to",
    "told",
    "that",
    "an aide",
    "SMITH",
    "didn’t",
    "6' 2\"",
    "אבג",
)
PIECES = st.sampled_from([*MARKS, *WORDS])


def test_every_public_name_is_there() -> None:
    assert all(hasattr(quotecheck, name) for name in quotecheck.__all__)


@pytest.mark.parametrize("text", ["", " ", "\n", "Word", "🙂", "“", "“”", "\u202e"])
def test_hardly_any_text_is_no_trouble(text: str) -> None:
    audit = quotecheck.audit(text)
    assert audit.document.text == text
    assert audit.sources == ()


def test_audit_can_be_called_again() -> None:
    assert quotecheck.audit(FERRY) == quotecheck.audit(FERRY)


def test_audit_finds_who_says_what() -> None:
    audit = quotecheck.audit(FERRY, path="ferry.txt")
    said = [each for each in audit.attributions if each.cue and each.cue.span.of(FERRY) == "said"]
    assert audit.document.path == "ferry.txt"
    assert said[0].source
    assert "Quill" in said[0].source.of(FERRY)
    assert "“The pier is sinking,”" in [span.of(FERRY) for span in said[0].content]


def test_missing_pipeline_is_an_error_of_ours() -> None:
    with pytest.raises(quotecheck.ModelError):
        quotecheck.audit("Text.", model="no-such-pipeline")


def test_rules_of_a_folder_that_is_missing_are_an_error_of_ours() -> None:
    with pytest.raises(quotecheck.RuleError):
        quotecheck.load_rulebook(Path("no-such-folder"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
def test_no_text_is_trouble_and_spans_cut_out_their_text(text: str) -> None:
    fields = article_fields(quotecheck.audit(text))
    spans = list(fields["quotations"])
    for each in fields["attributions"]:
        spans += [each["statement"], *each["content"], *(each[key] for key in ("source", "cue") if each[key])]
    for each in fields["sources"]:
        spans += each["mentions"]
    for each in spans:
        assert 0 <= each["start"] < each["end"] <= len(text)
        assert text[each["start"] : each["end"]] == each["text"]
