"""The statement of an attribution: its sentences, and those that go on from it."""

from __future__ import annotations

import pytest

from quotecheck.document.build import build_document_from_text
from quotecheck.document.pipeline import load_pipeline
from quotecheck.layers import audit_document
from quotecheck.records import Attribution, Span
from quotecheck.rulebook import load_rulebook
from quotecheck.rulebook.examples import Example, read_examples

RULES = load_rulebook()
EXAMPLES = read_examples(RULES.document("attributions/follow-ups.yaml"))


def attributions(text: str) -> tuple[Attribution, ...]:
    return audit_document(build_document_from_text(text, RULES), load_pipeline(), RULES).attributions


@pytest.mark.parametrize("example", [*EXAMPLES.flag, *EXAMPLES.passes], ids=lambda each: each.text[:50])
def test_a_statement_takes_the_sentences_that_go_on_from_it_and_no_others(example: Example) -> None:
    first, *_ = attributions(example.text)
    assert first.statement == example.marks[0].span


def test_a_sentence_with_a_source_of_its_own_ends_the_statement() -> None:
    text = "Lind said the pumps were old. The board could replace them, Tolland said. It would cost a fortune."
    statements = [each.statement.of(text) for each in attributions(text)]
    first = "Lind said the pumps were old."
    assert statements == [first, text.removeprefix(first).strip()]


def test_quoted_paragraphs_without_a_cue_belong_to_the_attribution_before_them() -> None:
    text = "“We asked twice,” said Oskar Lind.\n\n“Nobody came.”\n\n“Nobody even called.”"
    (found,) = attributions(text)
    assert [span.of(text) for span in found.content] == ["“We asked twice,”", "“Nobody came.”", "“Nobody even called.”"]
    assert found.statement == Span(0, len(text))


def test_a_refusal_ends_the_statement() -> None:
    text = "Lind said the pumps were old. The board declined to comment. The pumps could be replaced."
    (found,) = attributions(text)
    assert found.statement.of(text) == "Lind said the pumps were old."
