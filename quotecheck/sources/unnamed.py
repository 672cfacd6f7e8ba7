"""Unnamed people who are spoken of again: "the official", "the two diplomats", "another said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotecheck.sources import groups as kinds
from quotecheck.sources.contrast import kinds_of
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.mentions import EXAMPLES
from quotecheck.sources.name import ORGANIZATION, PERSON
from quotecheck.sources.reading import NOUN_TAGS
from quotecheck.sources.state import State

RECENT, MOST_RECENT = 12, 4  # groups
LONE = frozenset({"a", "an", "the"})
LINKS = (["at"], ["of"], ["from"], ["with"])


def find_again(state: State, mention: Mention) -> Sequence[Group]:
    """The unnamed sources that a description comes back to; none where it brings in somebody new."""
    if mention.determiner == "another":
        return []
    known = _called_so(state, mention)
    if known is not None and mention.noun_class == "authority" and state.have_one_owner(mention, known.mentions[0]):
        return [known]
    if known is not None and known.figure is None and known.kind in (kinds.PERSON, kinds.GROUP):
        several, first = _all_of(state, mention, known), known.mentions[0]
        is_of_others = _is_of_others(state, mention, first)
        if several or ((mention.determiner == "definite" or mention.is_part) and not is_of_others):
            return several or [known]
        is_new = _is_described(mention) and _is_described(first) and mention.count not in (None, first.count)
        is_new = is_new or is_of_others or (not known.body and not first.owners and _is_of_body(state.scope, mention))
        if mention.is_plural and known.is_plural and not is_new and state.have_one_owner(mention, first):
            return [known]
    return _anybody(state, mention)


def _called_so(state: State, mention: Mention) -> Group | None:
    """Whoever was last called by the noun, and is not of another kind: "tenant advocates" are no landlord advocates."""
    own, known = kinds_of(state.scope, mention), state.by_noun.get(mention.noun)
    if mention.owner_pronoun is not None and (known is None or not _is_somebodys(known)):
        others = (state.by_noun.get(noun) for noun in state.scope.words.names_of_office(mention.noun)[1:])
        return next((each for each in others if each is not None and _is_somebodys(each)), None)
    if known is None or not own or not known.told or own & known.told:
        return known
    return state.by_kind.get((mention.noun, own))


def _is_somebodys(group: Group) -> bool:
    """Whether people were brought in as those of a person: "Brandt's lawyers", "her lawyers"."""
    first = group.mentions[0]
    return first.owner_pronoun is not None or any(name.label == PERSON for name in first.owners)


def _is_of_others(state: State, mention: Mention, known: Mention) -> bool:
    """Whether another owner stands before the noun: "the port's lawyers" are not "lawyers for Brandt"."""
    reading = state.scope.reading
    owner = next((i for i in range(mention.first, mention.head) if reading.tags[i + 1] == "POS"), None)
    if owner is None:
        return False
    told = reading.lower[known.first : known.end]
    return bool(known.owners or known.owner_pronoun) and reading.lower[owner] not in told


def _is_described(mention: Mention) -> bool:
    """Whether more than a noun tells who is meant: "people briefed on the talks"."""
    return mention.whole_end > mention.head + 1


def _is_of_body(scope: Scope, mention: Mention) -> bool:
    """Whether a body's name stands at the noun: "Halden Bank officials", "officials at Halden Bank"."""
    tags, has_link = scope.reading.tags, scope.reading.lower[mention.head + 1 : mention.head + 2] in LINKS
    return any(
        has_link if name.first > mention.head else set(tags[name.end : mention.head]) <= NOUN_TAGS | {"JJ", "POS"}
        for name in mention.owners
        if name.label == ORGANIZATION
    )


def counted(state: State, mention: Mention) -> Sequence[Group]:
    """ "The two", after "two people briefed on the talks"."""
    if mention.noun not in state.scope.words.counts or mention.determiner != "definite":
        return []
    recent = dict.fromkeys(reversed(state.recent[-MOST_RECENT:]))
    plural = (each for each in recent if each.figure is None and each.is_plural)
    return [each for each in plural if mention.count in {own.count for own in each.mentions}][:1]


def _all_of(state: State, mention: Mention, known: Group) -> Sequence[Group]:
    """ "The two diplomats", after "a diplomat" and "another diplomat"."""
    if mention.determiner != "definite" or not mention.count or mention.count < 2 or known.is_plural or mention.is_part:
        return []
    single = (each for each in reversed(state.recent[-RECENT:]) if each.is_one_unnamed and mention.noun in each.nouns)
    found = list(dict.fromkeys(single))
    return found[mention.count - 1 :: -1] if len(found) >= mention.count else []


def _anybody(state: State, mention: Mention) -> Sequence[Group]:
    """Whoever "the person" or "the source" may be; one group with candidates where that is open."""
    words = state.scope.words
    if mention.determiner != "definite" or mention.is_plural or mention.noun not in words.anybody:
        return []
    found = [
        each
        for each in dict.fromkeys(reversed(state.recent[-MOST_RECENT:]))
        if each.is_one_unnamed and (mention.noun in words.generic or each.nouns & words.generic)
    ]
    sex = words.sex_of_noun.get(mention.noun)
    found = [each for each in found if sex is None or each.sex in (sex, None)]
    paragraphs = state.scope.reading.paragraphs
    here = [each for each in found if paragraphs[each.last] == paragraphs[mention.head]]
    if len(found) < 2 or len(here) == 1:
        return here or found
    reading = state.scope.reading
    called = (each.descriptions[0] for each in found if each.descriptions)
    return [Group(kinds.PERSON, candidates=tuple(reading.said(each.first, each.end) for each in called))]


def filled(state: State, mention: Mention) -> Mention:
    """The mention with the noun that it leaves out: "One official said no. Another said yes. A third ..."."""
    words, reading = state.scope.words, state.scope.reading
    alone = [word for word in reading.lower[mention.first : mention.end] if word not in LONE]
    if mention.form != "description" or len(alone) != 1 or alone[0] not in words.another:
        return mention
    last = next(
        (each for each in reversed(state.recent[-MOST_RECENT:]) if each.figure is None and each.descriptions), None
    )
    if last is None or last.kind not in (kinds.PERSON, kinds.GROUP):
        return mention
    first = last.descriptions[0]
    return replace(mention, noun=first.noun, noun_class=first.noun_class, determiner="another", is_plural=False)


def has_example(scope: Scope, mention: Mention) -> bool:
    """Whether somebody is named as one of the group: "aides like Ilse Brandt"."""
    at = mention.head + 1
    return (
        mention.is_plural
        and at < mention.whole_end
        and scope.reading.lower[at] in EXAMPLES
        and any(name.label == PERSON and name.first > at for name in mention.owners)
    )
