"""Lemmas by suffix and table."""

from __future__ import annotations

import pytest

from quotecheck.document.lemmas import Lemmas

LEMMAS = Lemmas(
    {
        "VERB": frozenset({"say", "note", "plan", "deny", "tell", "pass"}),
        "NOUN": frozenset({"city", "box", "boss"}),
    },
    {"VERB": {"said": "say", "told": "tell"}},
)


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("said", "VERB", "say"),
        ("Told", "VERB", "tell"),
        ("noted", "VERB", "note"),
        ("planning", "VERB", "plan"),
        ("denies", "VERB", "deny"),
        ("passed", "VERB", "pass"),
        ("tweeted", "VERB", "tweet"),
        ("emphasized", "VERB", "emphasize"),
        ("stressing", "VERB", "stress"),
        ("cities", "NOUN", "city"),
        ("boxes", "NOUN", "box"),
        ("boss", "NOUN", "boss"),
        ("sources", "NOUN", "source"),
        ("Ostrander", "PROPN", "Ostrander"),
        ("“", "PUNCT", "“"),
        ("s", "NOUN", "s"),
    ],
)
def test_lemma(word: str, pos: str, lemma: str) -> None:
    assert LEMMAS.of(word, pos) == lemma
