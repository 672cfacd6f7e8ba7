"""On which occasion somebody spoke: "said during a vote on the bill", "at Tuesday's meeting, she said"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotecheck.records import Attribution
from quotecheck.sources.mention import Scope
from quotecheck.sources.reading import COMMAS, FINITE_TAGS, MARKS, NOUN_TAGS, Reading

NEAR = 4  # tokens from the cue to the words that name the occasion
LONGEST = 24  # tokens that name it
ENDS = COMMAS | {".", ")", "that"}


def find_occasions(scope: Scope, attributions: Sequence[Attribution]) -> Iterator[tuple[int, int]]:
    """Where the article says it: behind the cue, or where the sentence begins."""
    for each in attributions:
        if each.cue is None or not each.family.is_statement:
            continue
        starts = scope.reading.starts
        cue, behind = (bisect_left(starts, at) for at in (each.cue.span.start, each.cue.span.end))
        if cue < len(scope.reading):
            found = _behind(scope, behind, scope.reading.end_of_sentence(cue)) or _opening(scope, cue)
            if found is not None:
                yield found


def _behind(scope: Scope, at: int, stop: int) -> tuple[int, int] | None:
    for i in range(at, min(at + NEAR, stop)):
        if _ends(scope.reading, i):
            return None
        if scope.reading.lower[i] in scope.words.on_occasion:
            return _occasion(scope, i, stop)
    return None


def _opening(scope: Scope, cue: int) -> tuple[int, int] | None:
    first = scope.reading.first_of_sentence[scope.reading.sentences[cue]]
    return _occasion(scope, first, cue) if scope.reading.lower[first] in scope.words.on_occasion else None


def _occasion(scope: Scope, first: int, stop: int) -> tuple[int, int] | None:
    """The phrase from a preposition on, if its noun is for an occasion."""
    reading = scope.reading
    end = first + 1
    while end < stop and end - first < LONGEST and not _ends(reading, end) and reading.tags[end] not in FINITE_TAGS:
        end += 1
    inner = next((i for i in range(first + 1, end) if reading.tags[i] == "IN"), end)
    return (first, end) if any(_is_occasion(scope, i) for i in range(first, inner)) else None


def _is_occasion(scope: Scope, i: int) -> bool:
    """Whether a noun is for an occasion and no part of another: not the first of "conference call"."""
    reading = scope.reading
    is_part = i + 1 < len(reading) and reading.tags[i + 1] in ("NN", "NNS")
    return reading.tags[i] in NOUN_TAGS and reading.lemmas[i] in scope.words.occasions and not is_part


def _ends(reading: Reading, i: int) -> bool:
    return reading.lower[i] in ENDS or reading.words[i] in MARKS
