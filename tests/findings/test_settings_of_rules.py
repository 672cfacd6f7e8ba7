"""Numbers that a newsroom may change, in rules that look for subjects themselves."""

from __future__ import annotations

import pytest

from quotecheck.document.build import build_document
from quotecheck.document.pipeline import load_pipeline
from quotecheck.findings import Choice, choose, find
from quotecheck.layers import audit_document
from quotecheck.rulebook import Rulebook

NAMED_NEXT = "Experts warn that the dam will fail. “It has two years,” said the hydrologist Rana Okafor."
TWO_VAGUE = "A senior aide said that the talks had failed. An insider said that they were a farce."


@pytest.mark.parametrize(
    ("rule", "setting", "number", "text", "hits"),
    [
        ("crowd-attribution", "sentences", 0, NAMED_NEXT, 1),
        ("crowd-attribution", "sentences", 1, NAMED_NEXT, 0),
        ("uncountable-sources", "sources", 2, TWO_VAGUE, 1),
        ("uncountable-sources", "sources", 3, TWO_VAGUE, 0),
    ],
)
def test_setting(rule: str, setting: str, number: float, text: str, hits: int, rulebook: Rulebook) -> None:
    checks = choose(rulebook, "default", {rule: Choice("on", {setting: number})})
    audit = audit_document(build_document("a.txt", text.encode(), rulebook), load_pipeline(None), rulebook)
    assert sum(finding.rule == rule for finding in find(audit, checks)) == hits
