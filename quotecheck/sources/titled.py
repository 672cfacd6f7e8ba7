"""Which of several office holders a description means: "the Norvik senator", "the Labour candidate"."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.sources.figure import Figure
from quotecheck.sources.mention import Mention, Scope

SIDES = frozenset({"side", "nationality"})


def agreeing(scope: Scope, mention: Mention, holders: Sequence[Figure]) -> list[Figure]:
    """Those whose titles share most of the words before the noun, and contradict none of its party, country or rank."""
    before = _words_before(scope, mention)
    shared = [
        (figure, len(before & _title_words(scope, figure)))
        for figure in holders
        if is_of_side(scope, mention, figure) and _has_rank(scope, mention.noun, before, figure)
    ]
    best = max((n for _, n in shared), default=0)
    return [figure for figure, n in shared if n == best]


def is_of_side(scope: Scope, mention: Mention, figure: Figure) -> bool:
    """Whether somebody's titles do not contradict the party or country of a description."""
    sides, own = (_sides(scope, each) for each in (_words_before(scope, mention), _title_words(scope, figure)))
    return not sides or not own or bool(sides & own)


def _words_before(scope: Scope, mention: Mention) -> set[str]:
    same = scope.words.same_words
    lower = (scope.reading.lower[i] for i in range(mention.first, mention.head))
    return {same.get(word, word) for word in lower} - scope.words.definite


def _has_rank(scope: Scope, noun: str, before: set[str], figure: Figure) -> bool:
    """Whether one of somebody's titles with this noun has no other rank: "the president" is no vice president."""
    reading, words = scope.reading, scope.words
    titles = [range(first, end) for first, end in (*figure.titles, *figure.relations)]
    with_noun = [each for each in titles if any(noun in words.names_of_office(reading.lemmas[i]) for i in each)]
    ranks = [{reading.lower[i] for i in each} & words.ranks for each in with_noun]
    return not ranks or any(each <= before for each in ranks)


def _sides(scope: Scope, words: set[str]) -> set[str]:
    return {word for word in words if scope.words.dimension_of.get(word) in SIDES}


def _title_words(scope: Scope, figure: Figure) -> set[str]:
    reading, same = scope.reading, scope.words.same_words
    found = {reading.lower[i] for first, end in (*figure.titles, *figure.relations) for i in range(first, end)}
    found |= {word.lower() for each in figure.affiliations for word in each.split()}
    return {same.get(word, word) for word in found}
