"""The name that a phrase is about, and the mention that it makes of it."""

from __future__ import annotations

from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.name import ORGANIZATION, OTHER, PERSON, Name
from quotecheck.sources.noun_parts import is_plural, noun_of
from quotecheck.sources.reading import COMMAS, MARKS, NOUN_TAGS, PLURAL_TAGS, RELATIVE_TAGS, Reading


def titled_name(scope: Scope, first: int, end: int) -> Name | None:
    """The person whose title begins the phrase and stands right before the name: "secretary of state Ilse Brandt"."""
    for name in scope.cast.names_in(first + 1, end):
        if name.label == PERSON:
            if name.end < end and scope.reading.tags[name.end] == "POS":
                return None
            figure = scope.cast.figure_of[name]
            starts = [a for a, b in (*figure.titles, *figure.relations) if b in (name.first, name.first - 1)]
            return name if any(a <= first + 1 for a in starts) else None
    return None


def name_of(scope: Scope, first: int, core: int, end: int) -> Name | None:
    """The name that the phrase is about: the last word of its head, or a person set beside it."""
    names = scope.cast.names_in(first, end)
    ending = [name for name in names if name.first < core <= name.end + _extra(scope.reading, name.end, core)]
    if ending:
        return ending[-1]
    last = core - 1
    is_one = scope.words.counts.get(scope.reading.lower[last]) == 1  # "one of the sponsors, Ilse Brandt"
    head_class = scope.words.noun_class(scope.reading.lemmas[last]) if last >= first and not is_one else "unknown"
    if last < first or _is_of_several(scope, last) or head_class in ("document", "thing", "poll"):
        return None
    honorifics = scope.words.honorifics  # beside a crowd stands nobody but "Rep. Ilse Brandt", who speaks for it
    names = tuple(n for n in names if head_class != "crowd" or scope.reading.words[n.first - 1] in honorifics)
    return next(
        (name for name in names if name.label == PERSON and name.first >= core and _is_beside(scope, name, end)),
        None,
    )


def _is_of_several(scope: Scope, head: int) -> bool:
    """Whether a noun is plural: its form tells where the tag is wrong."""
    noun = noun_of(scope.reading, scope.words, head)
    return scope.reading.tags[head] in PLURAL_TAGS and is_plural(scope.reading, head, noun, scope.words)


def _extra(reading: Reading, at: int, core: int) -> int:
    """Tokens behind a name that still belong to it: the possessive, a party, a suffix."""
    n = 0
    while at + n < core and (
        reading.tags[at + n] in ("POS", "CD")
        or not reading.words[at + n][0].isalnum()
        or reading.words[at + n] in ("II", "III", "IV", "Jr.", "Jr", "Sr.")
    ):
        n += 1
    return n


def _is_beside(scope: Scope, name: Name, end: int) -> bool:
    """Whether a personal name stands in apposition: after a comma, and followed by one or by nothing."""
    reading = scope.reading
    at = name.first - 1
    while (
        at > 0
        and name.first - at < 8
        and (
            reading.words[at] in scope.words.honorifics
            or reading.tags[at] in NOUN_TAGS
            or reading.tags[at] in ("JJ", "POS")
        )
    ):
        at -= 1
    if reading.words[at] not in COMMAS:
        return False
    return name.end >= end or reading.words[name.end] in COMMAS | MARKS or reading.tags[name.end] in RELATIVE_TAGS


def named_mention(scope: Scope, name: Name, first: int, core: int, end: int) -> Mention:
    """The mention of a name in the phrase from ``first`` to before ``end``, whose core ends before ``core``."""
    reading, words = scope.reading, scope.words
    lemma = reading.lemmas[name.end - 1]
    noun_class = words.noun_class(lemma) if name.label == OTHER or lemma in words.titled else "unknown"
    plural = reading.tags[name.end - 1] == "NNPS" and name.label != ORGANIZATION
    return Mention(
        first,
        max(core, name.end),
        end,
        "name",
        name.end - 1,
        noun=lemma,
        noun_class=noun_class,
        is_plural=plural,
        determiner="definite",
        name=name,
    )


def is_people_word(scope: Scope, name: Name) -> bool:
    """Whether a capitalized word is a noun for people, as "Republicans" is."""
    lemma = scope.reading.lemmas[name.end - 1]
    singular = lemma if lemma in scope.words.class_of else lemma.removesuffix("s")
    if name.label == ORGANIZATION and len(name.words) > 1 and scope.reading.lower[name.first - 1] == "the":
        return False
    return name.label != PERSON and scope.words.class_of.get(singular) in (
        "people",
        "expert",
        "inside",
        "crowd",
        "confidential",
        "spokesperson",
    )
