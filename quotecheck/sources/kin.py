"""Relatives, who share a surname with somebody else: how an article brings them in."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.sources.name import Name
from quotecheck.sources.phrase_ends import phrase_end
from quotecheck.sources.reading import Reading
from quotecheck.sources.words import Words

OWNER_TAGS = frozenset({"POS", "PRP$"})


def is_kin(namings: Iterable[Name], reading: Reading, words: Words) -> bool:
    """Whether somebody is brought in as a relative, "her husband, Karl Brandt", or explained as one later.

    ``namings`` are the full names of one person, in text order.
    """
    return any(
        _is_before_kin(name, reading, words) or (nth == 0 and _is_after_kin(name, reading, words))
        for nth, name in enumerate(namings)
    )


def _is_after_kin(name: Name, reading: Reading, words: Words) -> bool:
    before = name.first - 1
    return before > 0 and reading.lemmas[before - (reading.words[before] == ",")] in words.relations


def _is_before_kin(name: Name, reading: Reading, words: Words) -> bool:
    """ "Karl Brandt, the mayor's youngest son,"."""
    first, stop = name.end + 1, reading.end_of_sentence(name.first)
    if first >= stop or reading.words[name.end] != ",":
        return False
    end = phrase_end(first, stop, reading)
    return reading.lemmas[end - 1] in words.relations and not OWNER_TAGS.isdisjoint(reading.tags[first:end])
