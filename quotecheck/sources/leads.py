"""Sources that come before their names: "A Norvik judge ruled ..." above, "Judge Ilse Brandt said ..." below."""

from __future__ import annotations

from quotecheck.sources import groups as kinds
from quotecheck.sources.figure import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.name import PERSON
from quotecheck.sources.people import holders_of
from quotecheck.sources.state import State

LEAD = 8  # paragraphs, from the top or to the name
NEXT = 1  # paragraphs from somebody without a name to the name
CLASSES = frozenset({"people", "expert", "spokesperson"})


def join_leads(state: State) -> None:
    """Give a description at the top to the one person named soon after whose title fits, if there is only one."""
    for group in [each for each in state.found if _may_be_lead(state.scope, each)]:
        first = group.mentions[0]
        speaker = _next_speaker(state, group)
        if speaker is not None:
            _join(state, group, speaker)
            continue
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


def _next_speaker(state: State, group: Group) -> Group | None:
    """Whoever speaks right after somebody without a name, is named then for the first time, and not introduced."""
    own = group.mentions[-1].head
    later = [(each.head, other) for other in state.found for each in other.mentions if each.head > own]
    if group.mentions[0].determiner == "definite" or not later:
        return None
    head, other = min(later, key=lambda pair: pair[0])
    figure, paragraphs = other.figure, state.scope.reading.paragraphs
    if figure is None or figure.label != PERSON or figure.title_nouns or len(figure.parts) < 2:
        return None
    is_new = figure.names[0].first <= head < figure.names[0].end
    is_near = 0 < paragraphs[head] - paragraphs[own] <= NEXT
    return other if is_new and is_near and {group.sex, figure.sex} != {"male", "female"} else None


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
