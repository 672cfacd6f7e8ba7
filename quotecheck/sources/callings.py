"""Where named persons are called by their offices: "the mayor" of one paragraph is the Ilse Brandt of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from quotecheck.sources.figure import Figure
from quotecheck.sources.mention import Scope
from quotecheck.sources.mentions import read_mention
from quotecheck.sources.name import PERSON
from quotecheck.sources.reading import NOUN_TAGS
from quotecheck.sources.titled import agreeing

LONGEST = 4  # tokens from the article to the noun


@dataclass(frozen=True, slots=True, eq=False)
class Calling:
    """A phrase like "the mayor", which only one named person can be."""

    head: int
    figure: Figure


def find_holders(scope: Scope) -> Mapping[str, list[Figure]]:
    """Who holds an office or bears an epithet, by its noun."""
    holders: dict[str, list[Figure]] = defaultdict(list)
    for figure in scope.cast.figures:
        if figure.label == PERSON:
            for noun in sorted(figure.title_nouns):
                holders[noun].append(figure)
    return holders


def find_callings(scope: Scope, holders: Mapping[str, list[Figure]]) -> tuple[Calling, ...]:
    """The definite phrases of the article that one person's titles agree with, in text order."""
    reading, found = scope.reading, []
    inside = {i for name in scope.cast.names for i in range(name.first, name.end)}
    for i in range(1, len(reading)):
        following = reading.tags[i + 1] if i + 1 < len(reading) else ""
        if reading.lemmas[i] not in holders or i in inside or following in NOUN_TAGS or i + 1 in inside:
            continue
        first = next((j for j in range(i - 1, max(-1, i - LONGEST), -1) if reading.lower[j] == "the"), None)
        mention = read_mention(scope, first, i + 1) if first is not None else None
        if mention is None or mention.form != "description" or mention.is_plural or mention.head != i:
            continue
        likely = agreeing(scope, mention, holders[reading.lemmas[i]])
        if len(likely) == 1:
            found.append(Calling(i, likely[0]))
    return tuple(found)
