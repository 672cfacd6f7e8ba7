"""What has been found so far on the way through an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from quotecheck.sources import groups as kinds
from quotecheck.sources.figure import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.name import ORGANIZATION, PERSON, PLACE, UNKNOWN
from quotecheck.sources.publishers import Publishers, find_publishers
from quotecheck.sources.salience import Salience, Target


@dataclass(slots=True, eq=False)
class State:
    """Groups, and the ways to find one again."""

    scope: Scope
    salience: Salience
    holders: Mapping[str, list[Figure]]  # noun of an office -> who holds it
    publishers: Publishers
    forces: Mapping[str, str]  # "police" -> "Norvik police"
    departments: Mapping[str, Figure]  # "police" -> the one police department that has a name
    polities: Mapping[str, Figure]  # "city" -> the one place that the article calls so
    main: Figure | None  # the person named most
    found: list[Group] = field(default_factory=list)
    recent: list[Group] = field(default_factory=list)  # in the order in which they spoke
    by_figure: dict[int, Group] = field(default_factory=dict)
    by_noun: dict[str, Group] = field(default_factory=dict)  # noun -> the group without a name last called so
    by_kind: dict[tuple[str, frozenset[str]], Group] = field(default_factory=dict)  # the same, by "tenant" before it
    by_place: dict[int, list[Group]] = field(default_factory=dict)  # head of a mention -> its groups
    together: tuple[int, tuple[Group, ...]] = (-1, ())  # where several last spoke as one, and who they are
    owned: dict[tuple[str, str], Group] = field(default_factory=dict)  # ("campaign", whose) -> it

    def of_figure(self, figure: Figure) -> Group:
        """The group of somebody with a name."""
        group = self.by_figure.get(id(figure))
        if group is None:
            kind = kinds.PERSON if figure.label in (PERSON, UNKNOWN) else kinds.ORGANIZATION
            group = Group(kind, figure=figure, name=figure.name, sex=figure.sex)
            self.by_figure[id(figure)] = group
        return group

    def of_target(self, target: Target) -> Group:
        """The group of whomever a pronoun means."""
        return target if isinstance(target, Group) else self.of_figure(target)

    def have_one_owner(self, one: Mention, other: Mention) -> bool:
        """Whether both phrases name the same people and bodies, or one of them nobody."""
        figure_of = self.scope.cast.figure_of
        mine, theirs = ({id(figure_of[name]) for name in each.owners if name in figure_of} for each in (one, other))
        return not mine or not theirs or bool(mine & theirs)


def begin(scope: Scope, salience: Salience, holders: Mapping[str, list[Figure]]) -> State:
    """The state before the first attribution."""
    people = [figure for figure in scope.cast.figures if figure.label == PERSON]
    main = max(people, key=lambda figure: len(figure.names), default=None)
    return State(
        scope,
        salience,
        holders,
        find_publishers(scope),
        _find_forces(scope),
        _find_departments(scope),
        _find_polities(scope),
        main,
    )


def _find_forces(scope: Scope) -> dict[str, str]:
    """Bodies that a place before them names, wherever the article does so."""
    reading, words = scope.reading, scope.words
    found: dict[str, str] = {}
    for name in scope.cast.names:
        if name.label != PERSON and name.end < len(reading):
            noun = reading.lemmas[name.end]
            if words.class_of.get(noun) == "authority":
                found.setdefault(noun, reading.said(name.first, name.end + 1))
    return found


def _find_departments(scope: Scope) -> dict[str, Figure]:
    """Bodies whose names hold a noun like "police", where there is but one."""
    found: dict[str, dict[Figure, None]] = defaultdict(dict)
    for figure in scope.cast.figures:
        if figure.label == ORGANIZATION:
            for part in figure.parts[1:]:
                if scope.words.class_of.get(part.lower()) == "authority":
                    found[part.lower()][figure] = None
    return {noun: next(iter(figures)) for noun, figures in found.items() if len(figures) == 1}


def _find_polities(scope: Scope) -> dict[str, Figure]:
    """Places that the article calls a city or a state, where there is but one: "Norvik city hall", "city of Norvik"."""
    reading = scope.reading
    found: dict[str, dict[Figure, None]] = defaultdict(dict)
    for name in scope.cast.names:
        is_behind_of = name.first > 1 and reading.lower[name.first - 1] == "of"
        at = name.first - 2 if is_behind_of else min(name.end, len(reading) - 1)
        if name.label == PLACE and reading.lower[at] in scope.words.polities:
            found[reading.lower[at]][scope.cast.figure_of[name]] = None
    return {noun: next(iter(places)) for noun, places in found.items() if len(places) == 1}
