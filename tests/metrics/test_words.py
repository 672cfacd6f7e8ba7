"""The examples of the word lists that only metrics use, run as tests."""

from __future__ import annotations

import pytest

from quotecheck.metrics.scale import CORROBORATION, read_scale
from quotecheck.rulebook import Example
from quotecheck.rulebook.wordings import places_of_words
from tests.builders import RULEBOOK

LEXICON = RULEBOOK.lexicon(CORROBORATION)
FLAGGED = [example for entry in LEXICON.values() for example in entry.examples.flag]
PASSED = [example for entry in LEXICON.values() for example in entry.examples.passes]


def test_every_entry_has_both_sorts_of_example() -> None:
    assert all(entry.examples.flag and entry.examples.passes for entry in LEXICON.values())


@pytest.mark.parametrize("example", FLAGGED, ids=lambda example: example.text)
def test_words_of_corroboration_are_found(example: Example) -> None:
    (mark,) = example.marks
    places = places_of_words(example.text)
    assert list(read_scale(RULEBOOK).corroboration.find(example.text, places)) == [mark.span]


@pytest.mark.parametrize("example", PASSED, ids=lambda example: example.text)
def test_other_words_are_left_alone(example: Example) -> None:
    assert not read_scale(RULEBOOK).corroboration.occurs_in(example.text)


def test_no_neutral_verb_is_a_loaded_one() -> None:
    assert not read_scale(RULEBOOK).neutral_verbs & set(RULEBOOK.lexicon("policy-loaded-verbs"))
