"""Sources that come before their names: "A Norvik judge ruled ..." above, "Judge Ilse Brandt said ..." below."""

from __future__ import annotations

from quotecheck.sources import groups as kinds
from quotecheck.sources.cast import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.people import holders_of
from quotecheck.sources.state import State

LEAD = 8  # paragraphs, from the top or to the name
CLASSES = frozenset({"people", "expert", "spokesperson"})


def join_leads(state: State) -> None:
    """Give a description at the top to the one person named soon after whose title fits, if there is only one."""
    for group in [each for each in state.found if _may_be_lead(state.scope, each)]:
        first = group.mentions[0]
        later = [figure for figure in holders_of(state, first) if figure.names[0].first > first.head]
        if len(later) == 1 and _is_soon(state.scope, later[0], first):
            _join(state, group, state.of_figure(later[0]))


def _may_be_lead(scope: Scope, group: Group) -> bool:
    first = group.mentions[0]
    return (
        group.is_one_unnamed
        and first.form == "description"
        and first.noun_class in CLASSES
        and not first.is_part
        and scope.reading.paragraphs[first.head] < LEAD
    )


def _is_soon(scope: Scope, figure: Figure, first: Mention) -> bool:
    paragraphs = scope.reading.paragraphs
    return paragraphs[figure.names[0].first] - paragraphs[first.head] < LEAD


def _join(state: State, group: Group, named: Group) -> None:
    named.kind = kinds.PERSON
    named.mentions = sorted((*named.mentions, *group.mentions), key=lambda mention: mention.first)
    named.attributions = [*group.attributions, *named.attributions]
    state.found.remove(group)
    if named not in state.found:
        state.found.append(named)
