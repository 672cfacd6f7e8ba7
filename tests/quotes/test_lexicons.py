"""The examples in the rules for quotation marks and in the quotation lexicons, run as tests."""

from collections.abc import Iterator

import pytest

from quotecheck.document.build import build_document_from_text
from quotecheck.quotes import find_quotations
from quotecheck.rulebook import Example, Examples, load_rulebook
from quotecheck.rulebook.examples import read_examples

RULEBOOK = load_rulebook()


def all_examples() -> Iterator[Examples]:
    yield read_examples(RULEBOOK.document("languages/en.yaml").block("marks"))
    for name, lexicon in RULEBOOK.lexicons.items():
        if name.startswith("quotation-"):
            yield from (entry.examples for entry in lexicon.values())


FLAGGED = [example for examples in all_examples() for example in examples.flag]
PASSED = [example for examples in all_examples() for example in examples.passes]


@pytest.mark.parametrize("example", PASSED, ids=lambda example: example.text)
def test_no_quotation_is_found(example: Example) -> None:
    document = build_document_from_text(example.text, RULEBOOK)

    assert find_quotations(document, RULEBOOK) == ()


@pytest.mark.parametrize("example", FLAGGED, ids=lambda example: example.text)
def test_exactly_the_marked_quotations_are_found(example: Example) -> None:
    document = build_document_from_text(example.text, RULEBOOK)
    found = {one.span: one.kind.value for one in find_quotations(document, RULEBOOK)}

    assert set(found) == {mark.span for mark in example.marks}
    assert all(mark.label in (None, found[mark.span]) for mark in example.marks)


def test_every_lexicon_shows_an_example() -> None:
    for name, lexicon in RULEBOOK.lexicons.items():
        if name.startswith("quotation-") and name != "quotation-small-words":
            assert any(entry.examples != Examples() for entry in lexicon.values()), name
