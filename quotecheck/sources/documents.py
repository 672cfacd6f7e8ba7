"""Documents as sources: which one, what it is called, who issued it."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.sources import groups as kinds
from quotecheck.sources.figure import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention
from quotecheck.sources.name import ORGANIZATION, PERSON, PLACE, Name
from quotecheck.sources.state import State

RECENT = 6  # groups
BY, FROM = frozenset({"by"}), frozenset({"from", "of", "at", "in"})


def find_document(state: State, mention: Mention) -> Group:
    """The document that ``mention`` comes back to, or a new one."""
    known = state.by_noun.get(mention.noun)
    known = known if known is not None and known.kind == kinds.DOCUMENT else None
    if known is not None and _is_same(state, mention, known):
        known.name = known.name or _name(state, mention)
        return known
    owners = sorted(_issuers(state, mention), key=lambda name: name.label != ORGANIZATION)
    body = next((state.scope.cast.figure_of.get(name) for name in owners), None)
    if body is None or body.label != ORGANIZATION:
        body = state.publishers.at.get(mention.head, body)
    if (body is None or body.label == PLACE) and mention.determiner == "definite":
        last = _last_paper(state)
        if known is None and mention.noun in state.scope.words.papers and last is not None:
            return last
        body = state.publishers.of.get(mention.noun, body)
    return Group(kinds.DOCUMENT, name=_name(state, mention), body=body, body_name=body.name if body else None)


def author_of(state: State, mention: Mention) -> Figure | None:
    """The person whose own words something is: "a post by Ilse Brandt", "Brandt's tweet"."""
    if mention.noun not in state.scope.words.messages:
        return None
    figures = (state.scope.cast.figure_of.get(name) for name in _issuers(state, mention))
    return next((each for each in figures if each is not None and each.label == PERSON), None)


def _issuers(state: State, mention: Mention) -> Iterator[Name]:
    """The names in a phrase that may be the issuer's: "Norvik's letter", "a letter from Norvik", not "to Norvik"."""
    reading, got = state.scope.reading, state.scope.words.got
    for name in mention.owners:
        behind = range(name.first - 1, mention.head, -1)
        at = next((i for i in behind if reading.tags[i] in ("IN", "TO")), None)
        if at is None or reading.lower[at] in FROM or (reading.lower[at] in BY and reading.lower[at - 1] not in got):
            yield name


def find_issuers(state: State) -> None:
    """Give the documents that are first called by a bare noun whoever the article names as their issuer elsewhere."""
    papers = [group for group in state.found if group.kind == kinds.DOCUMENT]
    for group in papers:
        if group.body is not None:
            continue
        at = [state.publishers.at[each.head] for each in group.mentions if each.head in state.publishers.at]
        others = {noun for other in papers if other is not group for noun in other.nouns}
        own = sorted(group.nouns - others)
        body = next(iter((*at, *(state.publishers.of[noun] for noun in own if noun in state.publishers.of))), None)
        if body is not None:
            group.body, group.body_name = body, body.name


def is_paper_again(state: State, mention: Mention) -> bool:
    """Whether "the paper" is the study spoken of, not a newspaper."""
    is_open = mention.noun_class == "media" and mention.noun in state.scope.words.papers
    papers = state.scope.words.papers
    return (
        is_open
        and mention.determiner == "definite"
        and any(group.kind == kinds.DOCUMENT and group.nouns & papers for group in state.found)
    )


def _is_same(state: State, mention: Mention, known: Group) -> bool:
    """Whether a noun comes back: "the poll", or the full description behind a headline's bare "Poll"."""
    first = known.mentions[0]
    if known.name is None and mention.owners and not first.owners:
        return True
    return mention.determiner in ("definite", "none") and state.have_one_owner(mention, first)


def _last_paper(state: State) -> Group | None:
    papers = state.scope.words.papers
    recent = (*reversed(state.recent[-RECENT:]), *reversed(state.found))
    return next((group for group in recent if group.kind == kinds.DOCUMENT and group.nouns & papers), None)


def _name(state: State, mention: Mention) -> str | None:
    """Its title; a poll is named by whoever conducted it."""
    if mention.name is not None:
        return mention.name.text
    if mention.noun_class != "poll" or not mention.owners:
        return None
    first = mention.owners[0]
    if first.first < mention.head:
        return state.scope.reading.said(first.first, mention.head + 1)
    return first.text
