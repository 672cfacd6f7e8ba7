"""What is reported as confidence, and what decides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotecheck.attributions.confidence import DOCUMENT, LAYOUT, READER, scales_of
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.merge import ALONE
from quotecheck.document.build import build_document_from_text
from quotecheck.document.pipeline import load_pipeline
from quotecheck.errors import RuleError
from quotecheck.layers import audit_document
from quotecheck.records import Cue, CueFamily, CueForm, Span
from quotecheck.rulebook import Rulebook
from quotecheck.rulebook.block import Block

TEXT = "“We asked twice,” said Oskar Lind. The agency said the ferry was overloaded."
SAID = Cue(Span(0, 4), "say", CueForm.VERB, CueFamily.SPEECH)
DRAFT = Draft(READER, SAID, Span(5, 9), (Span(10, 60),), confidence=0.8)


def test_every_rule_that_may_stand_has_a_share(rulebook: Rulebook) -> None:
    scales = scales_of(rulebook)
    assert set(scales.rules_alone) == set(rulebook.document("attributions/patterns.yaml")) - {READER}
    assert set(scales.unseconded) == LAYOUT | ALONE


def test_a_surer_network_is_believed_more(rulebook: Rulebook) -> None:
    scales = scales_of(rulebook)
    sure = [scales.attribution.likelihood(replace(DRAFT, confidence=c)) for c in (0.0, 0.3, 0.6, 0.9, 1.0)]
    assert sure == sorted(set(sure))
    assert all(0 < each < 1 for each in sure)


def test_what_only_the_reader_finds_needs_a_certain_likelihood(rulebook: Rulebook) -> None:
    scales = scales_of(rulebook)
    assert scales.accepts(DRAFT)
    assert not scales.accepts(replace(DRAFT, confidence=0.4, content=(Span(10, 14),)))


@pytest.mark.parametrize("with_reader", [True, False])
def test_every_attribution_has_a_confidence(rulebook: Rulebook, with_reader: bool) -> None:
    document = build_document_from_text(TEXT, rulebook)
    found = audit_document(document, load_pipeline(), rulebook, with_reader=with_reader).attributions
    assert len(found) == 2
    assert all(each.confidence is not None and 0.7 < each.confidence < 1 for each in found)


def test_a_missing_constant_is_named_with_its_line(rulebook: Rulebook) -> None:
    block = rulebook.document(DOCUMENT)
    cut = Block({k: v for k, v in block.items() if k != "content"}, block.lines, block.list_lines, "x.yaml", 1)
    broken = replace(rulebook, documents={**rulebook.documents, DOCUMENT: cut})
    with pytest.raises(RuleError, match="content"):
        scales_of(broken)
