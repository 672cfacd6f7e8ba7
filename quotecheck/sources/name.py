"""A proper name, and the words that help to tell what it names."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quotecheck.rulebook import Rulebook

PERSON, ORGANIZATION, PLACE, OTHER, UNKNOWN = "person", "organization", "place", "other", "unknown"
NAME_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: the tokens from ``first`` to before ``end``, and what it names."""

    first: int
    end: int
    words: tuple[str, ...]
    label: str

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(self.words)


def folded(text: str) -> str:
    """In small letters, without accents, with straight apostrophes: one name may be written in several ways."""
    low = text.lower()
    if low.isascii():
        return low
    plain = unicodedata.normalize("NFKD", low.replace("’", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char))


@dataclass(frozen=True, slots=True)
class NameWords:
    """What ``names.yaml`` says."""

    label_of: Mapping[str, str]
    bodies: frozenset[str]
    bodies_of: frozenset[str]
    branches: frozenset[str]
    firms: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    short_for: Mapping[str, str]
    bodies_by_place: frozenset[str]
    behind_hyphen: frozenset[str]


@cache
def name_words_of(rulebook: Rulebook) -> NameWords:
    """The name words of a rulebook."""
    block = rulebook.document("sources/names.yaml")
    labels, short = block.block("labels"), block.block("short_for")
    firms = frozenset(block.texts("firms"))
    return NameWords(
        label_of={word: label for label in labels for word in labels.texts(label)},
        bodies=frozenset(block.texts("bodies")) | firms,
        bodies_of=frozenset(block.texts("bodies_of")),
        branches=frozenset(block.texts("branches")),
        firms=firms,
        suffixes=frozenset(block.texts("suffixes")),
        particles=frozenset(block.texts("particles")),
        short_for={word: short.text(word) for word in short},
        bodies_by_place=frozenset(block.texts("bodies_by_place")),
        behind_hyphen=frozenset(block.texts("behind_hyphen")),
    )
