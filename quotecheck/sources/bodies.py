"""Institutions that are described, not named: the campaign of somebody, the company, the police."""

from __future__ import annotations

from collections.abc import Callable

from quotecheck.records import Attribution
from quotecheck.sources import groups as kinds
from quotecheck.sources.figure import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention
from quotecheck.sources.name import ORGANIZATION, PERSON, PLACE
from quotecheck.sources.pronouns import meant
from quotecheck.sources.salience import Target
from quotecheck.sources.state import State

FARTHEST = 80  # names


def find_body(state: State, mention: Mention, attribution: Attribution) -> Group:
    """The institution that ``mention`` is about, or a new one."""
    known = state.by_noun.get(mention.noun)
    if known is None or known.kind != kinds.ORGANIZATION or mention.determiner not in ("definite", "none"):
        known = None
    if mention.noun in state.scope.words.owned:
        owner = owner_of(state, mention, attribution)
        if owner is not None:
            return _owned(state, mention, owner)
        if known is not None:
            return known
    if mention.determiner == "definite" and not mention.is_plural:
        figure = named_like(state, mention.noun, mention.first) or _spoken_of(state, mention, attribution)
        if figure is not None:
            return state.of_figure(figure)
    return known or _new(state, mention)


def named_like(state: State, noun: str, before: int) -> Figure | None:
    """The institution named last before a token whose name ends in ``noun``."""
    cast, reading = state.scope.cast, state.scope.reading
    if noun in state.scope.words.countries:
        return None
    for name in reversed(cast.names_before(before, FARTHEST)):
        if name.label != PERSON and reading.lemmas[name.end - 1] in (noun, f"{noun}s"):
            return cast.figure_of.get(name)
    return None


def _owned(state: State, mention: Mention, owner: Figure) -> Group:
    key = (mention.noun, owner.name)
    if key not in state.owned:
        state.owned[key] = Group(kinds.ORGANIZATION, name=_name_of_owned(state, mention, owner), body=owner)
    return state.owned[key]


def _name_of_owned(state: State, mention: Mention, owner: Figure) -> str:
    """ "Brandt campaign" for "her campaign"; a place's keeps the words between: "Norvik mayor's office"."""
    first = next((name.first for name in mention.owners if state.scope.cast.figure_of.get(name) is owner), None)
    if owner.label != PERSON and first is not None and first < mention.head:
        return state.scope.reading.said(first, mention.head + 1)
    return f"{owner.parts[-1] if owner.label == PERSON else owner.name} {mention.noun}"


def owner_of(state: State, mention: Mention, attribution: Attribution) -> Figure | None:
    """Whose campaign, office or relative it is."""
    for name in mention.owners:
        if figure := state.scope.cast.figure_of.get(name):
            return figure
    if mention.owner_pronoun is None:
        return None
    pronoun = state.scope.words.pronouns.get(state.scope.reading.lower[mention.owner_pronoun])
    found = meant(state, mention.owner_pronoun, pronoun, attribution) if pronoun is not None else []
    return found[0].figure if isinstance(found, list) and found else None


def _spoken_of(state: State, mention: Mention, attribution: Attribution) -> Figure | None:
    """The institution that has most attention; "the teachers' union" says itself whose it is."""
    if "POS" in state.scope.reading.tags[mention.first : mention.head]:
        return None
    if mention.noun in state.polities:
        return state.polities[mention.noun]
    words = state.scope.words
    labels = (PLACE,) if mention.noun in words.polities else (ORGANIZATION,)
    others = words.no_businesses if mention.noun in words.businesses else frozenset[str]()

    def fits(target: Target) -> bool:
        if not isinstance(target, Figure) or target.label not in labels:
            return False
        return others.isdisjoint(part.lower() for part in target.parts)

    ranked = state.salience.rank(mention.first, state.recent, attribution, fits)
    if ranked and isinstance(ranked[0].target, Figure):
        return ranked[0].target
    return _main_body(state, mention, fits) if mention.noun in words.businesses else None


def _main_body(state: State, mention: Mention, fits: Callable[[Target], bool]) -> Figure | None:
    """The body named most before ``mention``: in a report on a business, "the company" is always that one."""
    cast = state.scope.cast
    named = (cast.figure_of.get(name) for name in cast.names_before(mention.first, FARTHEST))
    fitting = [figure for figure in named if figure is not None and fits(figure)]
    return max(fitting, key=lambda figure: len(figure.names), default=None)


def _new(state: State, mention: Mention) -> Group:
    """An institution that was not there yet; one of its kind, "the government", is as good as named."""
    group = Group(kinds.ORGANIZATION)
    if mention.is_plural:
        return group
    reading = state.scope.reading
    if mention.determiner in ("definite", "none") and mention.noun_class != "media":
        first = mention.first
        while first < mention.head and reading.lower[first] in state.scope.words.definite:
            first += 1
        group.name = reading.said(first, mention.end)
    elif mention.owners:
        owner = mention.owners[0]
        group.body = state.scope.cast.figure_of.get(owner)
        if owner.first < mention.head and mention.determiner in ("definite", "possessive", "none"):
            group.name = reading.said(owner.first, mention.head + 1)
    return group
