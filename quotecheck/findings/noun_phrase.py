"""The parts of a phrase for a source: "two senior officials at the ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quotecheck.rulebook import Rulebook

WORD = re.compile(r"[\w&$%+]+(?:[.'’&-]+\w+)*['’.]?")
BREAK = re.compile(r"[,;:()“”\"—–]")
OWNER = re.compile(r".*(?:['’]s|s['’])$", re.IGNORECASE)
DIGIT = re.compile(r"\d")
LISTED_PARTS, LISTED_QUALITIES = "policy-phrase-words", "source-qualities"
IRREGULAR = {"people": "person", "spokesmen": "spokesman", "spokeswomen": "spokeswoman", "men": "man", "women": "woman"}
SIBILANTS = ("sses", "shes", "ches", "xes")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun, what stands before it, and what follows it."""

    noun: str  # singular, in small letters
    numbers: tuple[str, ...]
    modifiers: tuple[str, ...]  # words before the noun that describe it
    kinds: tuple[str, ...]  # what each of these tells: a dimension of the description, "owner", "name" or "other"
    complement: str | None  # "at the ministry"


def read_phrase(phrase: str, rulebook: Rulebook) -> NounPhrase:
    """The parts of ``phrase``; without a noun where it has none."""
    parts, dimensions = small_words(rulebook), _dimensions(rulebook)
    numbers: list[str] = []
    described: list[tuple[str, str]] = []
    complement = None
    for (word, start, is_last), (following, _, _) in pairwise((*_words(phrase), ("", 0, True))):
        part = "number" if DIGIT.match(word) else parts.get(word.lower())
        if part == "end" and not described and following and parts.get(following.lower()) not in ("end", "link"):
            part = None  # "a knowledgeable person"
        if part == "end" or (part == "link" and described):
            complement = phrase[start:] if described else None
            break
        if part == "number" and not described:
            numbers.append(word.lower())
        elif part == "owner" or OWNER.match(word):
            described.append((word, "owner"))
        elif part not in ("article", "link"):
            described.append((word, dimensions.get(word.lower()) or ("name" if word[0].isupper() else "other")))
        if is_last:
            break
    noun = singular(described.pop()[0].lower()) if described and described[-1][1] != "owner" else ""
    return NounPhrase(
        noun, tuple(numbers), tuple(word for word, _ in described), tuple(kind for _, kind in described), complement
    )


def singular(noun: str) -> str:
    """A noun in small letters as the word lists have it."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(SIBILANTS):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def _words(phrase: str) -> Iterator[tuple[str, int, bool]]:
    """Each word, where it begins, and whether a mark behind it ends the phrase."""
    for found in WORD.finditer(phrase):
        yield found.group(), found.start(), bool(BREAK.match(phrase, found.end()))


@cache
def small_words(rulebook: Rulebook) -> Mapping[str, str]:
    """Words that describe nothing, by their part in a phrase."""
    return {word: str(entry.fields["part"]) for word, entry in rulebook.lexicon(LISTED_PARTS).items()}


@cache
def _dimensions(rulebook: Rulebook) -> Mapping[str, str]:
    return {word.lower(): str(entry.fields["dimension"]) for word, entry in rulebook.lexicon(LISTED_QUALITIES).items()}
