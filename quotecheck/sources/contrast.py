"""Words before a noun that tell one group from another: "tenant advocates" are not "landlord advocates"."""

from __future__ import annotations

from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.reading import NOUN_TAGS

TELLING = frozenset({"sector", "nationality", "side"})


def kinds_of(scope: Scope, mention: Mention) -> frozenset[str]:
    """The nouns before the noun, and the adjectives of country, party and trade."""
    reading, words = scope.reading, scope.words
    return frozenset(
        words.same_words.get(reading.lower[i], reading.lemmas[i])
        for i in range(mention.first, mention.head)
        if reading.tags[i] in NOUN_TAGS or words.dimension_of.get(reading.lower[i]) in TELLING
    )
