"""The head of a noun phrase, and how far the words reach that belong to it."""

from __future__ import annotations

from quotecheck.sources.mention import Scope
from quotecheck.sources.reading import COMMAS, FINITE_TAGS, NOUN_TAGS, RELATIVE_TAGS, VERB_TAGS, Reading

BEFORE_NOUN = frozenset({"NN", "NNP", "JJ", "DT", "POS", "PRP$"})
HYPHENS = frozenset({"-", "–"})


def core_end(scope: Scope, first: int, end: int) -> int:
    """Where the head of the phrase ends: before a comma, a preposition, a relative clause, a verb."""
    reading = scope.reading
    inside = {i: name.end for name in scope.cast.names_in(first, end) for i in range(name.first, name.end)}
    i, seen = first, False
    while i < end:
        if i in inside:
            i, seen = min(inside[i], end), True
            continue
        if (seen and reading.tags[i] == "VBG" and i + 1 in inside) or _breaks(scope, i, end, seen=seen):
            return i
        seen = seen or reading.tags[i] in NOUN_TAGS or _stands_for_people(reading, i, first, end)
        i += 1
    return end


def _stands_for_people(reading: Reading, i: int, first: int, end: int) -> bool:
    """Whether an adjective or number is a noun here: "the poor", not "the bespectacled, grey diplomat"."""
    if reading.lower[first] != "the" or reading.tags[i] not in ("CD", "JJ"):
        return False
    following = reading.tags[i + 1] if i + 1 < end else ""
    return following not in ("JJ", "CD", "HYPH", ",") and following not in NOUN_TAGS


def _breaks(scope: Scope, i: int, end: int, *, seen: bool) -> bool:
    reading = scope.reading
    tag, word = reading.tags[i], reading.words[i]
    if (
        tag in VERB_TAGS
        and reading.lower[i] in scope.words.class_of
        and reading.tags[i - 1] in BEFORE_NOUN
        and i + 1 < end
    ):
        return False
    if word == "," and not seen and i + 1 < end and reading.tags[i + 1] in BEFORE_NOUN | {"CD", "VBN", "VBG"}:
        return False
    if word in COMMAS or tag in RELATIVE_TAGS or (reading.lower[i] == "that" and seen):
        return True
    if tag in ("IN", "TO") and reading.lower[i] not in ("per",):
        return not _hyphenated(reading, i, end)
    if not seen:
        return False
    if tag in FINITE_TAGS:
        return True
    following = reading.tags[i + 1] if i + 1 < end else ""
    if tag in VERB_TAGS or tag in ("RB", "PRP"):
        return following not in ("NN", "NNS", "HYPH")
    return tag == "JJ" and following in ("IN", "TO", "") and reading.tags[i - 1] in NOUN_TAGS


def _hyphenated(reading: Reading, i: int, end: int) -> bool:
    return (i + 1 < end and reading.words[i + 1] in HYPHENS) or (i > 0 and reading.words[i - 1] in HYPHENS)


def head_of(reading: Reading, first: int, core: int) -> int:
    head = core - 1
    while (
        head > first
        and reading.tags[head] not in NOUN_TAGS
        and reading.tags[head] not in ("CD", "DT", "JJ", "JJS", "JJR")
    ):
        if reading.tags[head] in VERB_TAGS and reading.tags[head - 1] in BEFORE_NOUN:
            break
        head -= 1
    return head


def identified_end(reading: Reading, core: int, end: int) -> int:
    """The end of what identifies: prepositional and participial phrases, up to a comma or a clause."""
    i = core
    while (
        i < end
        and reading.words[i] not in COMMAS
        and reading.tags[i] not in RELATIVE_TAGS
        and reading.lower[i] != "that"
    ):
        i += 1
    return i
