"""Phrases found in a text by the first word of each, so that long lists cost little.

How a phrase is written is told in ``quotecheck/rulebook/phrases.py``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quotecheck.errors import QuotecheckError
from quotecheck.records import Span
from quotecheck.rulebook.phrases import compile_phrases
from quotecheck.rulebook.rulebook import Rulebook

WORD = re.compile(r"\w+")
FIRST = re.compile(r"\(([^)]*)\)(\?)?|\S+")


@dataclass(frozen=True, slots=True, eq=False)
class WordIndex:
    """Phrases by the word that each begins with, in lower case."""

    by_first: Mapping[str, re.Pattern[str]]

    def occurs_in(self, text: str) -> bool:
        """Whether one of the phrases stands in ``text``."""
        return any(
            pattern is not None and pattern.match(text, found.start())
            for found in WORD.finditer(text)
            for pattern in (self.by_first.get(found.group().lower()),)
        )

    def find(self, text: str, words: Mapping[str, Sequence[int]]) -> Iterator[Span]:
        """Where phrases stand in ``text``, whose ``words`` in lower case lead to their places."""
        places: list[Span] = []
        for first in self.by_first.keys() & words.keys():
            pattern = self.by_first[first]
            places += [Span(*found.span()) for start in words[first] if (found := pattern.match(text, start))]
        end = 0
        for place in sorted(places, key=lambda each: (each.start, -each.end)):
            if place.start >= end:
                yield place
                end = place.end


def places_of_words(text: str) -> Mapping[str, Sequence[int]]:
    """Every word of ``text`` in lower case, and where it begins."""
    places: dict[str, list[int]] = defaultdict(list)
    for found in WORD.finditer(text):
        places[found.group().lower()].append(found.start())
    return places


@cache
def index_of_list(name: str, rulebook: Rulebook) -> WordIndex:
    """The entries of the word list ``name``; raises RuleError where there is none."""
    return index_of_lists((name,), rulebook)


@cache
def index_of_lists(names: tuple[str, ...], rulebook: Rulebook) -> WordIndex:
    """The entries of several word lists together; raises RuleError where one is missing."""
    return _index(phrase for name in names for phrase in rulebook.lexicon(name))


@cache
def index_of_phrases(phrases: tuple[str, ...]) -> WordIndex:
    """Phrases that stand in a rule itself."""
    return _index(phrases)


def _index(phrases: Iterable[str]) -> WordIndex:
    by_first: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        for word in set(_first_words(phrase)):
            by_first[word].append(phrase)
    return WordIndex({word: compile_phrases(_longest_first(those)) for word, those in by_first.items()})


def _longest_first(phrases: list[str]) -> list[str]:
    return sorted(phrases, key=lambda phrase: (-len(phrase), phrase))


def _first_words(phrase: str) -> Iterator[str]:
    """The words that a phrase can begin with; raises QuotecheckError where it may begin with nothing."""
    first = FIRST.match(phrase.strip())
    words = [] if first is None else (first.group(1) or first.group()).split("|")
    found = [word.group().lower() for alternative in words if (word := WORD.search(alternative))]
    if first is None or first.group(2) or not found:
        raise QuotecheckError(f"the phrase '{phrase}' must begin with a word that is always there")
    yield from found
