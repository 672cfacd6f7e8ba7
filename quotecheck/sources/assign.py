"""Says of every attribution which source it belongs to, one after the other as the article has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotecheck.records import Attribution
from quotecheck.sources import groups as kinds
from quotecheck.sources.bodies import find_body
from quotecheck.sources.contrast import kinds_of
from quotecheck.sources.deeds import informing
from quotecheck.sources.documents import author_of, find_document, is_paper_again
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.mentions import read_mention
from quotecheck.sources.name import PERSON, Name
from quotecheck.sources.people import find_people
from quotecheck.sources.pronouns import antecedent, meant
from quotecheck.sources.publishers import PAPERS
from quotecheck.sources.state import State
from quotecheck.sources.unnamed import filled

PERSONAL = frozenset({"who", "whom", "whose"})
COUNTERS = frozenset({"one", "old", "%"})  # heads of "the 34-year-old" and "47%"
BODIES = frozenset({"organization", "media"})


def assign(state: State, attribution: Attribution, first: int, end: int) -> None:
    """File ``attribution``, whose source stands in the tokens from ``first`` to before ``end``, in ``state``."""
    if _is_turn(state.scope, first, end):
        _take_turn(state, attribution, first)
        return
    mention = None if _is_hearsay(state.scope, attribution) else read_mention(state.scope, first, end)
    if mention is None:
        return
    spoke: list[Group] = []
    for each in mention.members or (mention,):
        member = antecedent(state.scope, each.head) or each if each.noun in state.scope.words.relative else each
        member = filled(state, member)
        known = state.by_place.get(member.head)
        if known is not None:
            for group in known:
                group.take(attribution)
            spoke.extend(known)
            continue
        found = informing(state.scope, _groups(state, member, attribution), attribution)
        if found:
            state.by_place[member.head] = list(found)
        for group in found:
            _file(state, group, member, attribution)
        spoke.extend(found)
    if len(spoke) > 1:
        state.together = (mention.end - 1, tuple(spoke))


def _is_hearsay(scope: Scope, attribution: Attribution) -> bool:
    """Whether the cue has no speaker: somebody "is said to" do something."""
    if attribution.cue is None:
        return False
    parts = attribution.cue.span.of(scope.reading.text).lower().split()
    return len(parts) > 1 and parts[-2] in scope.words.passives and parts[-1] in scope.words.hearsay


def _is_turn(scope: Scope, first: int, end: int) -> bool:
    """Whether a source is only the label of a question or an answer."""
    reading, words = scope.reading, scope.words
    label = reading.lower[first].rstrip(".:")
    is_alone = all(not reading.words[i][0].isalnum() for i in range(first + 1, end))
    return is_alone and reading.words[first][0].isupper() and label in words.asks | words.answers


def _take_turn(state: State, attribution: Attribution, first: int) -> None:
    """Answers are those of the person whom the interview names most; questions are the reporter's."""
    label = state.scope.reading.lower[first].rstrip(".:")
    mention = Mention(first, first + 1, first + 1, "pronoun", first, noun=label)
    if label in state.scope.words.answers and state.main is not None:
        group = state.of_figure(state.main)
    else:
        group = state.by_noun.setdefault(f"{label}:", Group(kinds.PERSON))
    _file(state, group, mention, attribution)


def _file(state: State, group: Group, mention: Mention, attribution: Attribution) -> None:
    _bring_in(state, group, mention)
    group.take(attribution)
    state.recent.append(group)


def _bring_in(state: State, group: Group, mention: Mention) -> None:
    if not group.mentions:
        state.found.append(group)
    elif mention.is_plural and group.is_one_unnamed:
        mention = replace(mention, form="pronoun")  # "the two diplomats" says nothing of one of them
    group.mentions.append(mention)
    if mention.form == "description" and group.figure is None:
        told = kinds_of(state.scope, mention)
        state.by_noun[mention.noun] = group
        state.by_kind[mention.noun, told] = group
        group.told |= told


def _groups(state: State, mention: Mention, attribution: Attribution) -> Sequence[Group]:
    """Whoever is meant; nobody where the phrase is no source."""
    if mention.form == "pronoun":
        is_crowd = mention.noun_class != "unknown"  # "some" are somebody, whoever they are
        return _pronoun(state, mention, attribution) or (find_people(state, mention, attribution) if is_crowd else [])
    if mention.form == "name" and mention.name is not None:
        return [_name(state, mention, mention.name)]
    if mention.noun_class == "thing" or _is_false_friend(state.scope, mention) or _is_nobody(state.scope, mention):
        return []
    if mention.noun_class in PAPERS or is_paper_again(state, mention):
        author = author_of(state, mention)
        return [state.of_figure(author) if author is not None else find_document(state, mention)]
    if mention.noun_class in BODIES:
        return [find_body(state, mention, attribution)]
    return find_people(state, mention, attribution)


def _pronoun(state: State, mention: Mention, attribution: Attribution) -> Sequence[Group]:
    pronoun = state.scope.words.pronouns.get(mention.noun)
    if pronoun is None:
        return []
    found = meant(state, mention.head, pronoun, attribution)
    if not isinstance(found, Mention):
        return found
    groups = _groups(state, found, attribution)
    for group in groups:
        if not group.mentions:
            _bring_in(state, group, found)
    return groups


def _name(state: State, mention: Mention, name: Name) -> Group:
    if name.label != PERSON and mention.noun_class in PAPERS:
        return find_document(state, mention)
    rivals = state.scope.cast.rivals_of.get(name, ())
    if rivals:
        return Group(kinds.PERSON, candidates=tuple(rival.name for rival in rivals))
    return state.of_figure(state.scope.cast.figure_of[name])


def _is_nobody(scope: Scope, mention: Mention) -> bool:
    """Whether nothing says that the noun is for people: no word list, no number, no "who" behind it."""
    reading = scope.reading
    if mention.noun_class != "unknown" or mention.count or mention.is_part or mention.noun in COUNTERS:
        return False
    at = mention.whole_end + (mention.whole_end < len(reading) and reading.words[mention.whole_end] == ",")
    has_who = any(word in PERSONAL for word in reading.lower[mention.head : min(at + 1, len(reading))])
    return reading.tags[mention.head] in ("NN", "NNS") and not has_who


def _is_false_friend(scope: Scope, mention: Mention) -> bool:
    """Whether the noun is part of a phrase that is no source: "a source of income"."""
    match = scope.words.false_friends.search(scope.reading.said(mention.first, mention.end))
    return match is not None and scope.reading.lower[mention.head] in match.group().lower()
