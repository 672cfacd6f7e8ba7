"""A noun phrase taken apart: head noun, name, determiner, number, owners."""

from __future__ import annotations

from dataclasses import replace

from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.name import Name
from quotecheck.sources.noun_parts import (
    count_of,
    determiner_of,
    is_plural,
    is_ratio,
    noun_of,
    number_of,
    owner_pronoun_of,
)
from quotecheck.sources.phrase_core import core_end, head_of, identified_end
from quotecheck.sources.phrase_names import is_people_word, name_of, named_mention, titled_name
from quotecheck.sources.reading import COMMAS, NOUN_TAGS, PLURAL_TAGS, VERB_TAGS, Reading

POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})


def trim(reading: Reading, first: int, end: int) -> tuple[int, int]:
    """Without marks, joiners, adverbs and prepositions before the phrase, and marks behind it."""
    while first < end and (
        (not reading.words[first][0].isalnum() and reading.words[first][0] not in "$#@")
        or reading.tags[first] in ("CC", "IN", "TO")
        or (reading.tags[first] == "RB" and first + 1 < end and reading.lower[first] not in ("no", "not"))
        or _is_dateline(reading, first, end)
        or (first + 2 < end and reading.lower[first + 1] == "than")  # "more than"
        or (reading.tags[first] == "VBG" and reading.lower[first] in ("including", "according"))
    ):
        first += 1
    while end > first and (
        reading.tags[end - 1] == "POS"
        or (not reading.words[end - 1][-1].isalnum() and reading.words[end - 1][-1] not in ".%")
    ):
        end -= 1
    return first, end


def _is_dateline(reading: Reading, first: int, end: int) -> bool:
    """Whether a place in capitals and a dash stand before the phrase: "NORVIK - Local leaders"."""
    is_place = reading.words[first].isupper() and len(reading.words[first]) > 3
    return is_place and first + 2 < end and reading.words[first + 1] in COMMAS | {"-"}


def read_single(scope: Scope, first: int, end: int) -> Mention | None:
    """The mention in a phrase that is no list; ``None`` where there is no noun and no pronoun."""
    reading = scope.reading
    if _is_pronoun(scope, first, end):
        return Mention(
            first,
            first + 1,
            end,
            "pronoun",
            first,
            noun=reading.lower[first],
            noun_class=scope.words.class_of.get(reading.lower[first], "unknown"),
            is_plural=_plural_pronoun(scope, first),
        )
    titled = titled_name(scope, first, end)
    if titled is not None:
        return _named(scope, titled, first, titled.end, end)
    core = core_end(scope, first, end)
    name = name_of(scope, first, core, end)
    if name is not None:
        return _named(scope, name, first, core, end)
    return _described(scope, first, core, end)


def _is_pronoun(scope: Scope, first: int, end: int) -> bool:
    reading, words = scope.reading, scope.words
    word = reading.lower[first]
    if word in POSSESSIVES and end - first > 1:
        return _is_owner_alone(reading, first, end) and word in words.pronouns
    alone = (
        end - first == 1
        or reading.tags[first] in ("PRP", "WP", "WDT")
        or (word in words.relative and reading.tags[first] != "DT" and word != "that")
    )
    return alone and (
        word in words.pronouns or word in words.relative or word in words.first_person or word in words.nobody
    )


def _is_owner_alone(reading: Reading, first: int, end: int) -> bool:
    """Whether a possessive stands before no noun: "his best", torn from "his best answer"."""
    return reading.tags[first] == "PRP$" and all(reading.tags[i] not in NOUN_TAGS for i in range(first + 1, end))


def _plural_pronoun(scope: Scope, i: int) -> bool:
    pronoun = scope.words.pronouns.get(scope.reading.lower[i])
    return pronoun is not None and pronoun.number == "plural"


def _named(scope: Scope, name: Name, first: int, core: int, end: int) -> Mention | None:
    if is_people_word(scope, name):
        return _described(scope, first, max(core, name.end), end)
    return named_mention(scope, name, first, core, end)


def _described(scope: Scope, first: int, core: int, end: int) -> Mention | None:
    reading, words = scope.reading, scope.words
    if core <= first:
        return None
    part = _part_of(scope, first, core, end)
    if part is not None:
        return part
    head = _people_before(scope, first, head_of(reading, first, core))
    if reading.tags[head] in VERB_TAGS and reading.lower[head] not in words.class_of:
        return None
    noun = noun_of(reading, words, head)
    stop = identified_end(reading, core, end)
    names = scope.cast.names_in(first, stop)
    return Mention(
        first,
        stop,
        end,
        "description",
        head,
        noun=noun,
        noun_class=words.noun_class(noun),
        is_plural=is_plural(reading, head, noun, words) or is_ratio(reading, first, core, end),
        determiner=determiner_of(scope, first, head),
        owners=tuple(n for n in names if n.first != head),
        owner_pronoun=owner_pronoun_of(reading, first, head),
        count=count_of(scope, first, head),
    )


def _people_before(scope: Scope, first: int, head: int) -> int:
    """ "An official close", "the voters surveyed": where the last word is no noun for anybody, the noun before it."""
    reading, words = scope.reading, scope.words
    if head <= first or words.noun_class(noun_of(reading, words, head)) != "unknown":
        return head
    noun_class = words.class_of.get(noun_of(reading, words, head - 1))
    is_noun = reading.tags[head - 1] in PLURAL_TAGS or noun_class in ("confidential", "poll", "document")
    tells_how = words.bases.match(reading.text, reading.starts[head]) is not None
    return head - 1 if (is_noun or tells_how) and noun_class is not None else head


def _part_of(scope: Scope, first: int, core: int, end: int) -> Mention | None:
    """What "some of the officials" or "a number of aides" is about."""
    reading, words = scope.reading, scope.words
    if core >= end - 1 or reading.lower[core] != "of":
        return None
    last = reading.lemmas[core - 1]
    is_quantity = (
        words.class_of.get(last) == "crowd" or last in words.counts or reading.tags[core - 1] in ("CD", "DT", "PDT")
    )
    if last in ("audience", "crowd", "family", "staff") or (not is_quantity and last not in words.gatherings):
        return None
    inner = read_single(scope, core + 1, end)
    if (
        inner is None
        or inner.form == "name"
        or (not is_quantity and not (inner.is_plural and words.kind_of(inner.noun) == "group"))
    ):
        return None
    is_exact = last != "dozen" or core - first == 1
    count = (words.counts.get(last) or number_of(reading.words[core - 1])) if is_exact else None
    is_one = last in ("one", "another")
    return replace(
        inner,
        first=first,
        count=count,
        is_part=True,
        is_plural=not is_one,
        determiner="another" if last == "another" else inner.determiner,
    )
