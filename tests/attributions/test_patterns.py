"""The examples of the attribution rules, run through the engine: rules alone, but for the reader's own card."""

from __future__ import annotations

import pytest

from quotecheck.document.build import build_document_from_text
from quotecheck.document.pipeline import load_pipeline
from quotecheck.layers import audit_document
from quotecheck.records import Attribution, Span
from quotecheck.rulebook import load_rulebook
from quotecheck.rulebook.examples import Example, read_examples

RULES = load_rulebook()
CARDS = RULES.document("attributions/patterns.yaml")
EXAMPLES = {name: read_examples(CARDS.block(name)) for name in CARDS}
FLAGGED = [(name, example) for name, examples in EXAMPLES.items() for example in examples.flag]
PASSED = [(name, example) for name, examples in EXAMPLES.items() for example in examples.passes]
TODO = [(name, example) for name, examples in EXAMPLES.items() for example in examples.todo]


def label(value: object) -> str:
    return value.text[:40] if isinstance(value, Example) else str(value)


def marked(example: Example, name: str) -> list[Span]:
    return [mark.span for mark in example.marks if mark.label == name]


def found_as_marked(example: Example, found: Attribution) -> bool:
    sources, cues = marked(example, "source"), marked(example, "cue")
    return (
        [found.source] == (sources or [None])
        and ([found.cue.span] if found.cue else []) == cues
        and list(found.content) == marked(example, "content")
    )


def attributions(example: Example, name: str) -> tuple[Attribution, ...]:
    document = build_document_from_text(example.text, RULES)
    return audit_document(document, load_pipeline(), RULES, with_reader=name == "reader").attributions


def rows(example: Example, name: str) -> list[str]:
    """What was found, so that a failure prints it."""
    out = []
    for one in attributions(example, name):
        spans = [one.source, one.cue.span if one.cue else None, *one.content]
        out.append(f"{one.rule}: " + " | ".join(span.of(example.text) if span else "-" for span in spans))
    return out


@pytest.mark.parametrize(("name", "example"), FLAGGED, ids=label)
def test_marked_words_are_attributed_by_the_rule(name: str, example: Example) -> None:
    found = [one for one in attributions(example, name) if one.rule == name]
    assert any(found_as_marked(example, one) for one in found), rows(example, name)


@pytest.mark.parametrize(("name", "example"), PASSED, ids=label)
def test_rule_is_silent(name: str, example: Example) -> None:
    assert name not in {one.rule for one in attributions(example, name)}, rows(example, name)


@pytest.mark.xfail(strict=True, reason="a known gap of this rule")
@pytest.mark.parametrize(("name", "example"), TODO, ids=label)
def test_known_gap(name: str, example: Example) -> None:
    found = [one for one in attributions(example, name) if one.rule == name]
    assert any(found_as_marked(example, one) for one in found)


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_rule_shows_what_it_finds_and_what_it_leaves(name: str) -> None:
    assert EXAMPLES[name].flag
    assert EXAMPLES[name].passes
