"""Relatives whom the article names elsewhere: "Karl Brandt's wife" is the Ilse Brandt of another paragraph."""

from __future__ import annotations

from quotecheck.records import Attribution
from quotecheck.sources.bodies import owner_of
from quotecheck.sources.figure import Figure
from quotecheck.sources.mention import Mention
from quotecheck.sources.name import PERSON
from quotecheck.sources.state import State


def find_relative(state: State, mention: Mention, attribution: Attribution) -> Figure | None:
    """The one other person of the surname of whoever is named as the relative, and of the sex that the noun tells."""
    words = state.scope.words
    sex = words.sex_of_noun.get(mention.noun)
    if sex is None or mention.noun.removeprefix("ex-") not in words.relations or mention.determiner != "possessive":
        return None
    owner = owner_of(state, mention, attribution)
    if owner is None or owner.label != PERSON:
        return None
    others = [
        each
        for each in state.scope.cast.figures
        if each is not owner and each.sex == sex and len(each.parts) > 1 and each.parts[-1] == owner.parts[-1]
    ]
    return others[0] if len(others) == 1 else None
