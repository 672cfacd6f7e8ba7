"""Where the phrases beside a name begin and end, and what their head noun is."""

from __future__ import annotations

from quotecheck.sources.reading import COMMAS, FINITE_TAGS, MARKS, NOUN_TAGS, RELATIVE_TAGS, Reading
from quotecheck.sources.words import Words

PEOPLE = frozenset({"people", "expert", "inside", "spokesperson", "confidential"})
LONGEST = 24  # tokens of an apposition
CLAUSE_ENDS = frozenset({",", ".", ";", "—", "–", ")"})


def ends_apposition(at: int, reading: Reading) -> bool:
    """Whether what ends before token ``at`` may stand in apposition to what follows."""
    return (
        at >= len(reading)
        or reading.words[at] in COMMAS
        or not reading.words[at][0].isalnum()
        or (reading.tags[at] in FINITE_TAGS)
    )


def phrase_start(end: int, sentence: int, reading: Reading) -> int | None:
    """The first token of the noun phrase with an article or possessive that ends before ``end``."""
    for i in range(end - 1, max(-1, end - LONGEST), -1):
        if reading.sentences[i] != sentence or reading.words[i] in COMMAS or reading.words[i] in MARKS:
            return None
        if reading.tags[i] in ("DT", "PRP$") and (i == 0 or reading.tags[i - 1] != "IN"):
            return i
    return None


def head_is_body(first: int, end: int, reading: Reading, words: Words) -> bool:
    """Whether a phrase explains an institution: "a union that speaks for pilots"."""
    core = first
    while core < end and reading.tags[core] not in ("IN", "TO"):
        core += 1
    head = last_noun(first, core, reading)
    return (
        head is not None
        and (reading.tags[first] == "DT" or reading.lower[first] == "its")
        and words.class_of.get(reading.lemmas[head]) in ("organization", "media")
    )


def is_share(first: int, end: int, reading: Reading) -> bool:
    """Whether a phrase says what something belongs to: "part of a coalition"."""
    return end - first > 2 and reading.lower[first] == "part" and reading.lower[first + 1] == "of"


def is_age(first: int, end: int, reading: Reading) -> bool:
    """Whether a phrase is an age or a home."""
    return (end - first <= 2 and reading.tags[first] == "CD") or (
        reading.lower[first] in ("of", "from") and end - first < 5
    )


def phrase_end(first: int, stop: int, reading: Reading) -> int:
    """Up to a comma, a clause or a verb."""
    i = first
    while i < stop and i - first < LONGEST:
        if reading.words[i] in COMMAS or reading.words[i] in (")", "-RRB-", ".") or reading.words[i] in MARKS:
            break
        if reading.tags[i] in RELATIVE_TAGS or (reading.tags[i] in FINITE_TAGS and i > first):
            break
        i += 1
    return i


def clause_end(first: int, stop: int, reading: Reading) -> int:
    """Up to the comma or the main verb that ends a relative clause; the commas of a list end none."""
    i = first
    while i < stop and i - first < LONGEST and reading.words[i] not in MARKS and reading.heads[i] != i:
        if reading.words[i] in CLAUSE_ENDS and not (reading.words[i] == "," and _goes_on(first, i, stop, reading)):
            break
        i += 1
    return i


def _goes_on(first: int, comma: int, stop: int, reading: Reading) -> bool:
    """Whether what follows a comma hangs on the clause before it: "which helps pilots, sailors and cooks"."""
    end = phrase_end(comma + 1, stop, reading)
    noun = next((i for i in range(comma + 1, end) if reading.tags[i] in NOUN_TAGS), None)
    return noun is not None and first < reading.heads[noun] < comma


def head_is_person(first: int, end: int, reading: Reading, words: Words) -> bool:
    """Whether a phrase is about a person: its head noun, before any preposition, is one."""
    if first >= end or reading.tags[first] in FINITE_TAGS:
        return False
    core = first
    while core < end and reading.tags[core] not in ("IN", "TO"):
        core += 1
    head = last_noun(first, core, reading)
    if head is None:
        return False
    lemma = reading.lemmas[head]
    if lemma == "one" and core < end and reading.lower[core] == "of":
        return True
    if reading.tags[head] in ("NNS", "NNPS"):
        return False
    return _is_person(head, reading, words)


def last_noun(first: int, end: int, reading: Reading) -> int | None:
    """The last noun, or "one", from ``first`` to before ``end``."""
    return next(
        (i for i in range(end - 1, first - 1, -1) if reading.tags[i] in NOUN_TAGS or reading.lower[i] == "one"),
        None,
    )


def last_person_noun(first: int, end: int, reading: Reading, words: Words) -> int | None:
    """The last noun for a person or office."""
    return next((i for i in range(end - 1, first - 1, -1) if _is_person(i, reading, words)), None)


def _is_person(i: int, reading: Reading, words: Words) -> bool:
    """Whether a noun is for a person or office; endings tell it of common nouns only, not of "September"."""
    lemma = reading.lemmas[i]
    return (
        words.class_of.get(lemma) in PEOPLE
        or lemma.rstrip(".") in words.offices
        or (words.noun_class(lemma) in PEOPLE and reading.tags[i] == "NN")
    )
