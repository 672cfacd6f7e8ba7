"""Which of several office holders a description means: "the Norvik senator", "the Labour candidate"."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.sources.cast import Figure
from quotecheck.sources.mention import Mention, Scope

SIDES = frozenset({"side", "nationality"})


def agreeing(scope: Scope, mention: Mention, holders: Sequence[Figure]) -> list[Figure]:
    """Those whose titles share most of the words before the noun, and contradict none of its party or country."""
    same, definite = scope.words.same_words, scope.words.definite
    lower = (scope.reading.lower[i] for i in range(mention.first, mention.head))
    before = {same.get(word, word) for word in lower} - definite
    sides = _sides(scope, before)
    shared: list[tuple[Figure, int]] = []
    for figure in holders:
        own = _title_words(scope, figure)
        if not sides or sides & own or not _sides(scope, own):
            shared.append((figure, len(before & own)))
    best = max((n for _, n in shared), default=0)
    return [figure for figure, n in shared if n == best]


def _sides(scope: Scope, words: set[str]) -> set[str]:
    return {word for word in words if scope.words.dimension_of.get(word) in SIDES}


def _title_words(scope: Scope, figure: Figure) -> set[str]:
    reading, same = scope.reading, scope.words.same_words
    found = {reading.lower[i] for first, end in (*figure.titles, *figure.relations) for i in range(first, end)}
    found |= {word.lower() for each in figure.affiliations for word in each.split()}
    return {same.get(word, word) for word in found}
