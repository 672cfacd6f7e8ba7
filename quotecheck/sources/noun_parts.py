"""Head noun, number, determiner and count of a noun phrase."""

from __future__ import annotations

from quotecheck.sources.mention import Scope
from quotecheck.sources.reading import PLURAL_TAGS, Reading
from quotecheck.sources.words import Words

NO_PEOPLE = frozenset({"percent", "%", "-", "in", "a.m.", "p.m."})  # behind a number that counts nobody
VAGUE = frozenset({"than", "least", "about", "nearly", "over", "half", "half-a", "roughly", "-"})


def noun_of(reading: Reading, words: Words, head: int) -> str:
    """The head noun as the word lists have it."""
    lemma, word = reading.lemmas[head], reading.lower[head]
    pair = f"{reading.lower[head - 1]} {lemma}" if head else ""
    tied = f"{reading.lower[head - 2]}-{lemma}" if head > 1 and reading.words[head - 1] == "-" else ""
    for compound in (pair, tied):
        if compound in words.class_of:
            return compound
    if word.endswith("in-law") or (word == "law" and head > 2 and reading.lower[head - 2] == "in"):
        return "relative"
    for form in (
        lemma,
        word,
        word.removesuffix("s"),
        word.removesuffix("es"),
        word.removesuffix("ies") + "y",
    ):
        if form in words.class_of:
            return form
    return lemma


def is_plural(reading: Reading, head: int, noun: str, words: Words) -> bool:
    """Whether a phrase with this head is about several."""
    word = reading.lower[head]
    if word in words.plurals or word in ("percent", "%", "both"):
        return True
    if words.counts.get(reading.lower[head - 1 if head else head]) == 1:
        return False
    kind = words.class_of.get(noun)
    if kind is not None and kind != "crowd":
        return (word != noun and word.endswith("s")) or word.endswith("men")
    if reading.tags[head] in PLURAL_TAGS or (
        reading.tags[head] in ("CD", "DT", "JJ") and word not in ("one", "another")
    ):
        return True
    return kind == "crowd" and noun not in ("one", "another")


def is_ratio(reading: Reading, first: int, core: int, end: int) -> bool:
    """Whether a phrase counts people out of many: "one in four voters"."""
    is_number = core - first == 1 and (reading.lower[first] == "one" or reading.tags[first] == "CD")
    return (
        is_number
        and core + 1 < end
        and reading.lower[core] in ("in", "out")
        and "CD" in reading.tags[core + 1 : core + 3]
    )


def determiner_of(scope: Scope, first: int, head: int) -> str:
    """definite, indefinite, another, possessive or none."""
    reading, words = scope.reading, scope.words
    for i in range(first, head + 1):
        word = reading.lower[i]
        if word in words.another:
            return "another"
        if word in words.definite and (reading.tags[i] in ("DT", "PDT", "IN", "WDT") or word == "the"):
            if i + 1 <= head and reading.lower[i + 1] in words.another:
                return "another"
            return "definite"
        if reading.tags[i] in ("PRP$", "POS"):
            return "possessive"
        if word in words.indefinite or word in words.counts or reading.tags[i] == "CD":
            return "another" if word == "other" else "indefinite"
    return "none"


def owner_pronoun_of(reading: Reading, first: int, head: int) -> int | None:
    """The token of a possessive pronoun before the head."""
    return next((i for i in range(first, head) if reading.tags[i] == "PRP$"), None)


def count_of(scope: Scope, first: int, head: int) -> int | None:
    """How many, where the phrase says it outright."""
    reading = scope.reading
    for i in range(first, head + 1):
        number = scope.words.counts.get(reading.lower[i]) or number_of(reading.words[i])
        vague = i and reading.lower[i - 1] in VAGUE
        if number and not vague and (i + 1 > head or reading.lower[i + 1] not in NO_PEOPLE):
            return number if reading.lower[i] != "another" else 1
    return None


def number_of(word: str) -> int | None:
    """A number of up to three digits."""
    return int(word) if word.isascii() and word.isdigit() and 0 < len(word) < 4 else None
