"""People who are described, not named: back to a name, back to somebody unnamed, or somebody new."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.records import Attribution
from quotecheck.sources import groups as kinds
from quotecheck.sources.bodies import find_body, named_like
from quotecheck.sources.figure import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention
from quotecheck.sources.mentions import read_mention
from quotecheck.sources.name import ORGANIZATION, OTHER, PERSON, UNKNOWN
from quotecheck.sources.reading import NOUN_TAGS, Reading
from quotecheck.sources.relatives import find_relative
from quotecheck.sources.salience import Target
from quotecheck.sources.state import State
from quotecheck.sources.titled import agreeing, is_of_side
from quotecheck.sources.unnamed import counted, find_again, has_example

PREPOSITIONS = frozenset({"for", "of", "at", "with", "from", "in"})
POINTERS = frozenset({"both", "the", "these", "those"})
RECENT = 12  # groups
NEAR = 150  # tokens back to "a striker"


def find_people(state: State, mention: Mention, attribution: Attribution) -> Sequence[Group]:
    """The groups that a description of people is about: several for "both men"."""
    both = counted(state, mention) or _both(state, mention)
    if both:
        return both
    if mention.determiner in ("definite", "none", "possessive") and not mention.is_plural and not mention.is_part:
        figure = _named(state, mention, attribution)
        if figure is not None:
            return [state.of_figure(figure)]
    again = find_again(state, mention)
    for group in again:
        _find_body_of_known(state, group, mention, attribution)
    return again or [_new(state, mention, attribution)]


def _find_body_of_known(state: State, group: Group, mention: Mention, attribution: Attribution) -> None:
    """The institution of people who were only somebody's so far: "Brandt's lawyers, from Halden & Partners"."""
    if group.body is None or group.body.label == ORGANIZATION or group.kind != kinds.GROUP:
        return
    body = _body_of(state, mention, attribution)
    if body is not None and body.kind == kinds.ORGANIZATION and body.figure is not None:
        group.body, group.body_name, group.is_owned = body.figure, body.name, False


def _both(state: State, mention: Mention) -> Sequence[Group]:
    """The two named persons who spoke last, or were named last."""
    is_of_people = mention.noun_class == "people" or mention.noun in state.scope.words.counts
    if mention.count != 2 or not is_of_people:
        return []
    if state.scope.reading.lower[mention.first] not in POINTERS:
        return []
    sex = state.scope.words.sex_of_noun.get(mention.noun)
    seen: list[Group] = []
    for group in reversed(state.recent[-RECENT:]):
        is_person = group.figure is not None and group.kind == kinds.PERSON
        if is_person and group not in seen and (sex is None or group.sex in (sex, None)):
            seen.append(group)
    for name in reversed(state.scope.cast.names_before(mention.first, RECENT)):
        figure = state.scope.cast.figure_of[name]
        if len(seen) < 2 and figure.label == PERSON and (sex is None or figure.sex in (sex, None)):
            group = state.of_figure(figure)
            seen.extend([group] if group not in seen else [])
    return seen[1::-1] if len(seen) > 1 else []


def _named(state: State, mention: Mention, attribution: Attribution) -> Figure | None:
    """The named person who holds the office or bears the epithet."""
    words, noun = state.scope.words, mention.noun
    if mention.determiner == "none" and not state.scope.reading.words[mention.first][0].isupper():
        return None
    relative = find_relative(state, mention, attribution)
    if relative is not None:
        return relative
    holders = holders_of(state, mention)
    if holders:
        found = _nearest(state, mention, attribution, holders)
        if found is not None or noun not in state.by_noun:
            return found or max(holders, key=lambda figure: len(figure.names))
    if noun not in words.epithets or noun in state.by_noun or _is_told(state, mention):
        return None
    return _nearest(state, mention, attribution, None)


def _is_told(state: State, mention: Mention) -> bool:
    """Whether a description says itself who is meant, "the striker's father", or was brought in by "a striker"."""
    reading = state.scope.reading
    if mention.determiner == "possessive" or "POS" in reading.tags[mention.first : mention.head]:
        return True
    if mention.noun in state.scope.words.heads and _has_body_before(mention, reading):
        return True
    following = reading.lower[mention.head + 1] if mention.head + 1 < mention.whole_end else ""
    has_owner = any(name.label in (ORGANIZATION, PERSON) for name in mention.owners)
    if (following == "of" and not _is_bare(reading, mention.head + 2)) or (following in PREPOSITIONS and has_owner):
        return True
    for i in range(mention.first - 1, max(0, mention.first - NEAR), -1):
        if reading.lemmas[i] == mention.noun and reading.lower[i - 1] in state.scope.words.indefinite:
            return not any(a <= i < b for figure in state.holders.get(mention.noun, ()) for a, b in figure.titles)
    return False


def _has_body_before(mention: Mention, reading: Reading) -> bool:
    """Whether the word before an office says where it is held: "the band leader", "the Halden Bank director"."""
    is_named = any(name.label == ORGANIZATION and name.end <= mention.head for name in mention.owners)
    return is_named or (mention.head > mention.first and reading.tags[mention.head - 1] == "NN")


def _is_bare(reading: Reading, i: int) -> bool:
    """Whether "of" leads to no one in particular: "secretary of state", "mother of three"."""
    return i < len(reading) and reading.tags[i] in ("NN", "CD")


def holders_of(state: State, mention: Mention) -> list[Figure]:
    """The named persons whose titles agree with a description; "Brandt's lawyer" is not Brandt."""
    found: dict[int, Figure] = {}
    for noun in state.scope.words.names_of_office(mention.noun):
        found.update((id(figure), figure) for figure in state.holders.get(noun, ()))
    owners = {id(state.scope.cast.figure_of.get(name)) for name in mention.owners}
    return agreeing(state.scope, mention, [figure for key, figure in found.items() if key not in owners])


def _nearest(state: State, mention: Mention, attribution: Attribution, among: Sequence[Figure] | None) -> Figure | None:
    """Who has most attention, among some or among all persons of the right sex."""
    sex = state.scope.words.sex_of_noun.get(mention.noun)

    def fits(target: Target) -> bool:
        if not isinstance(target, Figure) or target.label != PERSON:
            return False
        if among is not None:
            return target in among
        return (sex is None or target.sex in (sex, None)) and is_of_side(state.scope, mention, target)

    ranked = state.salience.rank(mention.first, state.recent, attribution, fits)
    return ranked[0].target if ranked and isinstance(ranked[0].target, Figure) else None


def _new(state: State, mention: Mention, attribution: Attribution) -> Group:
    """Somebody new; a spokesperson is the institution spoken for."""
    is_authority = mention.noun_class == "authority"
    department = state.departments.get(mention.noun)
    if department is not None and not mention.owners and mention.determiner in ("definite", "none"):
        return state.of_figure(department)
    kind = kinds.ORGANIZATION if is_authority else kinds.GROUP if mention.is_plural else kinds.PERSON
    group = Group(kind, sex=state.scope.words.sex_of_noun.get(mention.noun))
    if is_authority:
        group.name = state.forces.get(mention.noun)
    body = _body_of(state, mention, attribution)
    if body is None:
        return group
    if mention.noun_class == "spokesperson" and body.kind == kinds.ORGANIZATION and body.name:
        return body
    group.body, group.body_name, group.is_owned = body.figure or body.body, body.name, body.figure is None
    return group


def _body_of(state: State, mention: Mention, attribution: Attribution) -> Group | None:
    """The institution that somebody belongs to: "a campaign official", "an aide to Brandt"."""
    scope = state.scope
    before = _body_before(state, mention, attribution) or _body_behind(state, mention)
    if before is not None:
        return before
    for name in () if has_example(scope, mention) else mention.owners:
        figure = scope.cast.figure_of.get(name)
        if figure is not None and figure.label != OTHER:
            figure.label = ORGANIZATION if figure.label == UNKNOWN else figure.label
            return state.of_figure(figure)
    at = mention.head + 1
    if at < mention.whole_end and scope.reading.lower[at] in PREPOSITIONS:
        inner = read_mention(scope, at + 1, mention.whole_end)
        if inner is not None and inner.form == "description" and inner.noun_class in ("organization", "media"):
            return find_body(state, inner, attribution)
    return None


def _body_behind(state: State, mention: Mention) -> Group | None:
    """A body between commas: "Brandt's lawyers, from the law firm Halden & Partners,"."""
    reading, at = state.scope.reading, mention.end
    if at + 1 >= mention.whole_end or reading.words[at] != "," or reading.lower[at + 1] not in PREPOSITIONS:
        return None
    stop = next((i for i in range(at + 1, mention.whole_end) if reading.words[i] == ","), mention.whole_end)
    names = state.scope.cast.names_in(at + 1, stop)
    body = next((name for name in names if name.label == ORGANIZATION), None)
    return state.of_figure(state.scope.cast.figure_of[body]) if body is not None else None


def _body_before(state: State, mention: Mention, attribution: Attribution) -> Group | None:
    """A body that stands before the noun: "campaign officials", "district leaders"."""
    reading, words = state.scope.reading, state.scope.words
    for i in range(mention.head - 1, mention.first - 1, -1):
        if reading.tags[i] not in NOUN_TAGS:
            continue
        if reading.lemmas[i] in words.owned:
            inner = read_mention(state.scope, mention.first, i + 1)
            if inner is not None and inner.form == "description":
                return find_body(state, inner, attribution)
        elif words.class_of.get(reading.lemmas[i]) == "organization" and not mention.owners:
            figure = named_like(state, reading.lemmas[i], mention.first)
            return state.of_figure(figure) if figure is not None else None
    return None
