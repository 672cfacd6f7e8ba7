"""Facts about how an article introduces somebody whom it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from quotecheck.findings.noun_phrase import singular
from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import SourceKind, Span
from quotecheck.rulebook import Rulebook

WORD = re.compile(r"[\w.'’-]+")
LETTERS = re.compile(r"\w+")  # what the words of a View are made of
ROLES = ("source-people", "source-inside", "source-experts", "source-spokespeople")
RANKS, KNOWN, GIVEN = "source-honorifics", "policy-household-names", "source-given-names"
ROLE_NEAR, BODY_NEAR = 16, 8  # words before and behind a name among which a role, or an institution, may stand
TELLING = re.compile(
    r"(?:\s+(?:Jr|Sr)\.?)?"
    r"(?:,\s+(?:\d|of\b|from\b|an?\b|the\b|who\b|whose\b)|\s*[(—–]|\s+(?:of|from|with|at)\b)"
)  # an age, a place, or the beginning of a phrase that tells who somebody is, behind a name
CHILD = re.compile(r",\s+(?:1[0-7]|[1-9])\b")
AGED = re.compile(r"\d-year-old\s+(?:[A-Z][\w.’'-]*\s+){0,3}$")
APPOSED = re.compile(r"\w,\s+(?:[A-Z][\w.’'-]*\s+){0,3}$")  # "a third delegate, Ines", before "Falk,"
OWNED = re.compile(r"\w(?:['’]s|s['’])\s+(?:[A-Z][\w.’'-]*\s+){0,2}$")  # "the bank's", before a name


def _is_introduced(view: View, subject: Subject) -> Fact:
    """Whether a role, a relation, an age or a place stands beside the name of the source somewhere."""
    if subject.source is None or _name(subject) is None:
        return None
    return any(_has_role(view, mention) for mention in subject.source.mentions) or any(
        _tells(view, place) for place in _places(view, subject)
    )


def _tells(view: View, name: Span) -> bool:
    paragraph = view.paragraph_at(name.start)
    words_before = view.text[paragraph.start : name.start]
    if TELLING.match(view.text, name.end) or OWNED.search(words_before) or AGED.search(words_before):
        return True
    is_apposed = view.text.startswith(",", name.end) and APPOSED.search(words_before) is not None
    return (
        is_apposed
        or _has_role(view, _around(view, name, ROLE_NEAR))
        or _has_organization(view, _around(view, name, BODY_NEAR))
    )


def _around(view: View, name: Span, words: int) -> Span:
    """``words`` before and behind the name, in its paragraph."""
    paragraph = view.paragraph_at(name.start)
    before = [each.start() for each in WORD.finditer(view.text, paragraph.start, name.start)][-words:]
    behind = [each.end() for each in WORD.finditer(view.text, name.end, paragraph.end)][:words]
    return Span(before[0] if before else name.start, behind[-1] if behind else name.end)


def _has_organization(view: View, span: Span) -> bool:
    return any(name.kind is SourceKind.ORGANIZATION and span.covers(name.span) for name in view.names_in(span))


def _has_role(view: View, span: Span) -> bool:
    words = (each.group().strip(".'’") for each in WORD.finditer(view.text, span.start, span.end))
    return any(_is_role(word, view.rulebook) for each in words for word in (each, *each.split("-")))


@cache
def _is_role(word: str, rulebook: Rulebook) -> bool:
    ranks = rulebook.lexicon(RANKS)
    if word in ranks and ranks[word].fields["office"]:
        return True
    noun = singular(word.lower().removesuffix("’s").removesuffix("'s"))
    return any(noun in rulebook.lexicon(name) for name in ROLES)


def _is_well_known(view: View, subject: Subject) -> Fact:
    """Whether the name, or its one word, belongs to somebody whom all readers know."""
    name = _name(subject)
    return None if name is None else _without_initials(name) in _household(view.rulebook)


@cache
def _household(rulebook: Rulebook) -> frozenset[str]:
    names = tuple(rulebook.lexicon(KNOWN))
    return frozenset((*map(_without_initials, names), *(word for name in names for word in name.split())))


def _without_initials(name: str) -> str:
    return " ".join(word for word in name.split() if not word.endswith("."))


def _is_given_name(view: View, subject: Subject) -> Fact:
    """Whether the whole name is one given name."""
    name = _name(subject)
    return None if name is None else name in view.rulebook.lexicon(GIVEN)


def _name_words(_: View, subject: Subject) -> Fact:
    name = _name(subject)
    return None if name is None else len(name.split())


def _has_longer_name(view: View, subject: Subject) -> Fact:
    """Whether a capitalized word stands beside the name anywhere: "Darya", and "Darya Lind" elsewhere."""
    if _name(subject) is None:
        return None
    return any(
        re.match(r"\s+[A-Z]\w", view.text[place.end : place.end + 3]) is not None
        or re.search(r"[a-z,] [A-Z][\w.]+ $", view.text[max(0, place.start - 30) : place.start]) is not None
        for place in _places(view, subject)
    )


def _is_named_in_headline(view: View, subject: Subject) -> Fact:
    name, title = _name(subject), view.audit.document.title
    return None if name is None else title is not None and name.split()[-1] in title


def _is_called_by_name(view: View, subject: Subject) -> Fact:
    """Whether the name, and no pronoun, stands beside the cue."""
    name = _name(subject)
    place = subject.attribution.source if subject.attribution is not None else None
    return None if name is None or place is None else name.split()[-1] in place.of(view.text)


def _is_child(view: View, subject: Subject) -> Fact:
    """Whether an age below 18 stands behind the name."""
    if _name(subject) is None:
        return None
    return any(CHILD.match(view.text, place.end) is not None for place in _places(view, subject))


def _name(subject: Subject) -> str | None:
    return subject.source.name if subject.source is not None else None


def _places(view: View, subject: Subject) -> Iterator[Span]:
    """Where the last word of the name stands."""
    name = _name(subject)
    last = name.split()[-1] if name else ""
    head = LETTERS.search(last)
    if head is None:
        return
    whole = re.compile(rf"(?<!\w){re.escape(last)}(?!\w)")
    for start in view.words.get(head.group().lower(), ()):
        found = whole.match(view.text, max(0, start - head.start()))
        if found is not None:
            yield Span(*found.span())


INTRODUCTION_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    "is_introduced": _is_introduced,
    "is_well_known": _is_well_known,
    "is_given_name": _is_given_name,
    "name_words": _name_words,
    "has_longer_name": _has_longer_name,
    "is_named_in_headline": _is_named_in_headline,
    "is_child": _is_child,
    "is_called_by_name": _is_called_by_name,
}
