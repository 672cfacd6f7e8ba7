"""Every card of types.yaml, through the real pipeline."""

from __future__ import annotations

import pytest

from quotecheck.document.build import build_document_from_text
from quotecheck.document.parse import parse
from quotecheck.document.pipeline import load_pipeline
from quotecheck.errors import RuleError
from quotecheck.records import Attribution, AttributionKind, Cue, CueFamily, CueForm, SourceType, Span
from quotecheck.rulebook import Example, load_rulebook
from quotecheck.rulebook.load import read_yaml
from quotecheck.rulebook.rulebook import Rulebook
from quotecheck.sources.classify import ALLOWED, classify, type_rules_of
from quotecheck.sources.identify import identify_sources

RULES = type_rules_of(load_rulebook())
FLAGGED = [(rule, example) for rule in RULES for example in rule.examples.flag]
PASSED = [(rule, example) for rule in RULES for example in rule.examples.passes]


def type_of(example: Example, rulebook: Rulebook) -> SourceType:
    """The type of the source that an example marks."""
    document = build_document_from_text(example.text, rulebook)
    (mark,) = example.marks
    rest = Span(mark.span.end, len(example.text))
    said = Attribution(
        AttributionKind.INDIRECT, mark.span, Cue(rest, "say", CueForm.VERB, CueFamily.SPEECH), (rest,),
        Span(0, len(example.text)), (), CueFamily.SPEECH, "test",
    )  # fmt: skip
    (source,) = identify_sources(parse(document, load_pipeline()), (), (said,), rulebook).sources
    return source.type


@pytest.mark.parametrize(("rule", "example"), PASSED, ids=lambda each: getattr(each, "name", ""))
def test_card_stays_silent(rule, example, rulebook):
    assert type_of(example, rulebook) is not rule.type, example.text


@pytest.mark.parametrize(("rule", "example"), FLAGGED, ids=lambda each: getattr(each, "name", ""))
def test_card_finds_its_example(rule, example, rulebook):
    assert type_of(example, rulebook) is rule.type, example.text


def test_every_card_has_examples_both_ways():
    assert all(rule.examples.flag and rule.examples.passes for rule in RULES)


def test_no_two_cards_have_one_name():
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_what_no_rule_catches_is_an_unnamed_person():
    assert classify(dict.fromkeys(ALLOWED, "none"), ()) is SourceType.UNNAMED_PERSON


def test_unknown_word_in_a_condition_is_refused(tmp_path):
    path = tmp_path / "types.yaml"
    path.write_text("rules:\n  - {id: a, when: {number: [dual]}, type: document, why: b}\n", encoding="utf-8")
    rulebook = Rulebook(str(tmp_path), "en", {"sources/types.yaml": read_yaml(path)}, {})
    with pytest.raises(RuleError, match=r"types\.yaml:2: 'dual' is no 'number'; allowed: singular, plural"):
        type_rules_of(rulebook)
