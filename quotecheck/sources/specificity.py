"""How much a description tells, S0 to S8, and the dimensions that raised it."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.records import SourceType
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention, Scope

BARE = frozenset({"confidential", "crowd", "unknown"})
PRAISE = "quality"
POINTING = frozenset({"definite", "possessive"})  # "the pope", not "a king"


def specificity(
    scope: Scope, group: Group, type_: SourceType, *, basis: str | None, has_role: bool
) -> tuple[int | None, tuple[str, ...]]:
    """The level and its dimensions; ``None`` for a document, which no ladder describes."""
    if type_ is SourceType.DOCUMENT:
        return None, ()
    if type_ is SourceType.NAMED_PERSON:
        return (8, ("role",)) if has_role else (7, ())
    if type_ is SourceType.NAMED_ORGANIZATION:
        return 6, ("organization",)
    if any(each.noun in scope.words.sole_offices and each.determiner in POINTING for each in group.descriptions):
        return 8, ("role",)
    dimensions = tuple(
        dict.fromkeys(each for mention in group.descriptions for each in _dimensions(scope, group, mention))
    )
    solid = [each for each in dimensions if each != PRAISE]
    if basis:
        return (5 if len(solid) > 1 else 3), (*solid, "basis")
    if len(solid) > 1:
        return 4, tuple(solid)
    if solid:
        return 3, tuple(solid)
    return (2 if PRAISE in dimensions else 1), dimensions


def _dimensions(scope: Scope, group: Group, mention: Mention) -> Iterator[str]:
    """What each word before the noun, and each name in the phrase, adds."""
    reading, words = scope.reading, scope.words
    if mention.noun_class not in BARE and mention.noun not in ("person", "people", "official", "individual"):
        yield "role"
    for i in range(mention.first, mention.head):
        dimension = words.dimension_of.get(reading.lower[i])
        if dimension is not None:
            yield dimension
    if mention.owners or group.body is not None:
        yield "organization"
    if mention.count is not None and mention.count > 1:
        yield "count"
