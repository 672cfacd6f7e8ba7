"""The tokens of an article as columns."""

from __future__ import annotations

from quotecheck.sources.reading import read_tokens
from tests.sources.texts import parsed

ILSE = (("Ilse Brandt", "PERSON"),)


def test_shortened_rank_is_one_word_and_ends_no_sentence(rulebook):
    reading = read_tokens(parsed("They met Col. Ilse Brandt.", ILSE), rulebook)
    assert reading.words == ["They", "met", "Col.", "Ilse", "Brandt", "."]
    assert set(reading.sentences) == {0}


def test_last_word_before_a_full_stop_stays_apart(rulebook):
    assert read_tokens(parsed("They met the pilot.", ()), rulebook).words[-2:] == ["pilot", "."]


def test_relative_pronoun_is_no_noun_whatever_the_tagger_says(rulebook):
    reading = read_tokens(parsed("A charity whose pilots met.", ()), rulebook)
    assert reading.tags[reading.words.index("whose")] == "WDT"
