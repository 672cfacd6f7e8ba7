"""From what was collected to the words of the report: description, title, affiliation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotecheck.sources import groups as kinds
from quotecheck.sources.figure import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.name import NAME_TAGS, OTHER, PLACE
from quotecheck.sources.reading import NOUN_TAGS

ENDS = frozenset({",", ".", ";", "—", "–", "”", '"', ")"})
LONGEST = 400  # characters
LED_BY = frozenset({"DT", "PDT", "PRP$", "CD", "IN", "RB"})  # before the words that tell which group it is


@dataclass(frozen=True, slots=True)
class Person:
    """What the article says about somebody it names."""

    title: str | None
    affiliation: str | None


def describe_figure(scope: Scope, figure: Figure) -> Person:
    """Title and affiliation of a source with a name: the fullest of each that the article has."""
    reading = scope.reading
    titles = _distinct([reading.said(first, end) for first, end in figure.titles])
    return Person(
        title=shorten("; ".join(titles[:2])) if titles else None,
        affiliation=max(figure.affiliations, key=len, default=None),
    )


def in_order(phrases: Sequence[str]) -> list[str]:
    """The phrases as they come, without those that a longer one contains."""
    kept = _distinct(phrases)
    return [phrase for phrase in dict.fromkeys(phrases) if phrase in kept]


def _distinct(phrases: Sequence[str]) -> list[str]:
    """The phrases without those that a longer one contains, the longest first."""
    kept: list[str] = []
    for phrase in sorted(dict.fromkeys(phrases), key=lambda each: (-len(" ".join(_singulars(each))), len(each))):
        words = set(_singulars(phrase))
        if not any(words.issubset(_singulars(other)) for other in kept):
            kept.append(phrase)
    return kept


def _singulars(phrase: str) -> list[str]:
    return [word.strip(",.;:()").removesuffix("s") for word in phrase.lower().split()]


def shorten(phrase: str) -> str:
    """The phrase, cut at a word where it is very long."""
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
    return shorten(longest)


def called(scope: Scope, group: Group) -> str | None:
    """What a group or document without a name is called in short."""
    if group.kind == kinds.DOCUMENT:
        is_own = group.body is None or group.body.label == PLACE
        titles = (_title(scope, each) for each in group.descriptions) if is_own else ()
        return next((each for each in titles if each), None)
    names = (_noun_phrase(scope, each) for each in group.descriptions)
    return max((each for each in names if each), key=len, default=None)


def _title(scope: Scope, mention: Mention) -> str | None:
    """What a document is called by words with capitals that name nobody: "Census data"."""
    reading = scope.reading
    first = mention.head
    while first > mention.first and reading.tags[first - 1] in NOUN_TAGS and reading.words[first - 1][0].isupper():
        first -= 1
    first += reading.first_of_sentence[reading.sentences[first]] == first and reading.tags[first] not in NAME_TAGS
    names = scope.cast.names_in(mention.first, mention.head)
    named = {i for name in names if name.label != OTHER for i in range(name.first, name.end)}
    is_title = first < mention.head and mention.head - 1 not in named
    return reading.said(first, mention.head + 1) if is_title else None


def _noun_phrase(scope: Scope, mention: Mention) -> str:
    """The noun and the words before it, without article and number, and what follows where that holds a name."""
    reading, words = scope.reading, scope.words
    end = mention.end if any(name.first > mention.head for name in mention.owners) else mention.head + 1
    first = mention.first
    while first < mention.head and (
        reading.tags[first] in LED_BY
        or reading.lower[first] in words.counts
        or reading.lower[first] in words.definite | words.indefinite
    ):
        first += 1
    return shorten(reading.said(first, end))


def find_chain(scope: Scope, group: Group) -> tuple[str, ...]:
    """Whom an outlet or institution cites: "the paper reported, citing two officials"."""
    reading = scope.reading
    found: list[str] = []
    for mention in group.mentions:
        stop = reading.end_of_sentence(mention.head)
        for i in range(reading.first_of_sentence[reading.sentences[mention.head]], stop - 1):
            if reading.lower[i] == "citing":
                end = next((j for j in range(i + 1, stop) if reading.words[j] in ENDS), stop)
                found.append(shorten(reading.said(i + 1, end)))
    return tuple(dict.fromkeys(each for each in found if each))
