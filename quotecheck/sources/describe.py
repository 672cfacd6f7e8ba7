"""From what was collected to the words of the report: description, title, affiliation, justification."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quotecheck.records import Span
from quotecheck.sources.cast import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Scope
from quotecheck.sources.name import PERSON
from quotecheck.sources.reading import FINITE_TAGS, MARKS

ENDS = frozenset({",", ".", ";", "—", "–", "”", '"', ")"})
LONGEST = 220  # characters
SHORTEST, LONGEST_SENTENCE = 6, 45  # tokens of a sentence that tells who somebody is


@dataclass(frozen=True, slots=True)
class Person:
    """What the article says about somebody it names."""

    title: str | None
    affiliation: str | None
    justification: str | None


def describe_figure(scope: Scope, figure: Figure, statements: Sequence[Span]) -> Person:
    """Title, affiliation and justification of a source with a name: the fullest of each that the article has."""
    reading = scope.reading
    titles = _distinct([reading.said(first, end) for first, end in figure.titles])
    relations = _distinct([reading.said(first, end) for first, end in figure.relations])
    return Person(
        title=_shorten("; ".join(titles[:2])) if titles else None,
        affiliation=max(figure.affiliations, key=len, default=None),
        justification=_shorten("; ".join(relations[:2])) if relations else _background(scope, figure, statements),
    )


def _background(scope: Scope, figure: Figure, statements: Sequence[Span]) -> str | None:
    """The first sentence that tells what a person did or what happened to them, outside all statements."""
    reading = scope.reading
    if figure.label != PERSON:
        return None
    for name in figure.names:
        first = reading.first_of_sentence[reading.sentences[name.first]]
        end = reading.end_of_sentence(name.first)
        if name.first - first > 1 or not SHORTEST < end - first < LONGEST_SENTENCE or not _tells(scope, name.end, end):
            continue
        if not _is_covered(reading.span(first, end), statements):
            return reading.said(first, end)
    return None


def _tells(scope: Scope, first: int, end: int) -> bool:
    """Whether an age or a verb of being or becoming follows the name, and nobody is quoted."""
    reading = scope.reading
    soon = next((i for i in range(first, min(end, first + 8)) if reading.tags[i] in FINITE_TAGS), None)
    if soon is None or any(reading.words[i] in MARKS for i in range(first, end)):
        return False
    has_age = any(reading.tags[i] == "CD" for i in range(first, soon))
    return has_age or reading.lower[soon] in scope.words.being


def _is_covered(sentence: Span, statements: Sequence[Span]) -> bool:
    """Whether a statement begins in or before the sentence and ends in or behind it; ``statements`` rise."""
    at = bisect_left(statements, Span(sentence.end, 0))
    return any(each.overlaps(sentence) for each in statements[max(0, at - 3) : at])


def _distinct(phrases: list[str]) -> list[str]:
    """The phrases without those that a longer one contains, the longest first."""
    kept: list[str] = []
    for phrase in sorted(dict.fromkeys(phrases), key=len, reverse=True):
        words = set(phrase.lower().split())
        if not any(words <= set(other.lower().split()) for other in kept):
            kept.append(phrase)
    return kept


def _shorten(phrase: str) -> str:
    return phrase if len(phrase) <= LONGEST else phrase[:LONGEST].rsplit(" ", 1)[0]


def description_of(scope: Scope, group: Group) -> str:
    """The fullest wording that the article has for the source."""
    reading = scope.reading
    if group.figure is not None:
        return group.figure.name
    wordings = [reading.said(each.first, each.end) for each in group.descriptions] or (
        [reading.said(each.first, each.end) for each in group.mentions]
    )
    longest = max(wordings, key=len)
    return _shorten(longest)


def find_chain(scope: Scope, group: Group) -> tuple[str, ...]:
    """Whom an outlet or institution cites: "the paper reported, citing two officials"."""
    reading = scope.reading
    found: list[str] = []
    for mention in group.mentions:
        stop = reading.end_of_sentence(mention.head)
        for i in range(reading.first_of_sentence[reading.sentences[mention.head]], stop - 1):
            if reading.lower[i] == "citing":
                end = next((j for j in range(i + 1, stop) if reading.words[j] in ENDS), stop)
                found.append(_shorten(reading.said(i + 1, end)))
    return tuple(dict.fromkeys(each for each in found if each))
