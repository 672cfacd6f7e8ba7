"""From what was collected to the words of the report: description, title, affiliation, justification."""

from __future__ import annotations

from dataclasses import dataclass

from quotecheck.sources.cast import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mentions import Scope

LONGEST = 220  # characters


@dataclass(frozen=True, slots=True)
class Person:
    """What the article says about somebody it names."""

    title: str | None
    affiliation: str | None
    justification: str | None


def describe_figure(scope: Scope, figure: Figure) -> Person:
    """Title, affiliation and justification of a named person: the fullest of each that the article has."""
    reading = scope.reading
    titles = _distinct([reading.said(first, end) for first, end in figure.titles])
    relations = _distinct([reading.said(first, end) for first, end in figure.relations])
    affiliation = max(figure.affiliations, key=len, default=None)
    return Person(
        title=_shorten("; ".join(titles[:2])) if titles else None,
        affiliation=affiliation,
        justification=_shorten("; ".join(relations[:2])) if relations else None,
    )


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
        [reading.said(each.first, each.end) for each in group.mentions])
    longest = max(wordings, key=len)
    return _shorten(longest)
