"""How an unnamed source is said to know, and which side it is on: words beside any of its mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.reading import COMMAS, FINITE_TAGS, MARKS, RELATIVE_TAGS, Reading

FAR = 14  # tokens from the mention to the words that say how the source knows


@dataclass(frozen=True, slots=True)
class Basis:
    """How an unnamed source is said to know: the words, and the tokens of the mention up to their end."""

    words: str
    place: tuple[int, int]


def find_basis(scope: Scope, group: Group) -> Basis | None:
    """How an unnamed source is said to know, from any of its mentions."""
    found = _told(scope, group, scope.words.bases)
    if found is None:
        return None
    mention, first, end = found
    return Basis(scope.reading.said(first, end), (mention.first, end))


def find_motive(scope: Scope, group: Group) -> str | None:
    """Which side an unnamed source is on, from any of its mentions."""
    found = _told(scope, group, scope.words.motives)
    return scope.reading.said(*found[1:]) if found is not None else None


def _told(scope: Scope, group: Group, pattern: re.Pattern[str]) -> tuple[Mention, int, int] | None:
    """The first mention with words that ``pattern`` finds, and the tokens where these begin and end."""
    reading = scope.reading
    for mention in group.mentions:
        if mention.form != "description":
            continue
        stop = _beside_end(reading, mention)
        match = pattern.search(reading.text, reading.starts[mention.head], reading.ends[stop - 1])
        if match is not None:
            first = max(0, bisect_right(reading.starts, match.start()) - 1)
            last = max(0, bisect_right(reading.starts, match.end() - 1) - 1)
            return mention, first, _told_end(reading, last + 1)
    return None


def _beside_end(reading: Reading, mention: Mention) -> int:
    """The end of the phrase and of a relative clause that follows it."""
    stop = max(mention.whole_end, mention.head + 1)
    n = reading.end_of_sentence(mention.head)
    at = stop + 1 if stop < n and reading.words[stop] == "," else stop
    if at < n and (
        reading.tags[at] in RELATIVE_TAGS
        or reading.lower[at] in ("with", "familiar", "briefed", "close", "in", "involved", "present")
    ):
        while at < n and at - stop < FAR and reading.words[at] not in COMMAS and reading.words[at] not in MARKS:
            at += 1
        return max(at, stop)
    return stop


def _told_end(reading: Reading, at: int) -> int:
    end = at
    limit = reading.end_of_sentence(min(at, len(reading) - 1)) if at < len(reading) else len(reading)
    while (
        end < limit
        and end - at < FAR
        and reading.words[end] not in COMMAS
        and reading.words[end] not in MARKS
        and (reading.words[end] != "." and reading.tags[end] not in RELATIVE_TAGS)
    ):
        if reading.tags[end] in ("CC", *FINITE_TAGS) or reading.lower[end] == "that":
            break
        end += 1
    return end
