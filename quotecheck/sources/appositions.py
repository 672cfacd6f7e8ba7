"""What stands between commas behind a name, taken apart: offices, relations to the story, what a body is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.sources.cast import Cast
from quotecheck.sources.figure import Figure
from quotecheck.sources.name import ORGANIZATION, PLACE
from quotecheck.sources.phrase_ends import (
    clause_end,
    head_is_body,
    head_is_person,
    is_age,
    is_share,
    last_noun,
    phrase_end,
)
from quotecheck.sources.reading import CLAUSE_STARTS, MARKS, RELATIVE_TAGS, Reading
from quotecheck.sources.words import Words

PARTY = re.compile(r"(?:R|D|I|L|Rep|Dem|Republican|Democrat)\.?\s?[-–]\s?[A-Z][\w. ]{1,24}$")
SIDES = frozenset({"side", "nationality"})
MOST = 3  # parts between commas
Place = tuple[int, int]  # tokens from the first to before the second


def read_appositions(
    figure: Figure, at: int, stop: int, cast: Cast, reading: Reading, words: Words, *, is_titled: bool = False
) -> None:
    """The parts between commas from the mark at ``at`` on, as long as they say who ``figure`` is.

    Where the name ``is_titled`` already, an office behind it tells what its bearer has to do with the story.
    """
    for _ in range(MOST):
        first = at + 1
        if first >= stop:
            return
        end = phrase_end(first, stop, reading)
        is_body = head_is_body(first, end, reading, words) or is_share(first, end, reading)
        if is_body or _starts_clause(first, reading, words):
            figure.relations.append((first, clause_end(first, stop, reading)))
            return
        end = _through_and(end, stop, reading, words)
        if not first < end < stop or not _read_apposition(figure, first, end, cast, reading, words):
            return
        if is_titled and not _is_side(first, end, reading, words):
            figure.relations.append(_bare((first, end), reading))
        if reading.tags[end] in RELATIVE_TAGS:
            figure.relations.append((end, clause_end(end, stop, reading)))
            return
        at = end + 1 if reading.words[end] in (")", "-RRB-") and end + 1 < stop else end
        if reading.words[at] != ",":
            return


def _starts_clause(first: int, reading: Reading, words: Words) -> bool:
    """Whether a clause begins that is about somebody or about the institution named right before it."""
    before = first - 2
    is_body = reading.tags[before] == "NNP" or words.class_of.get(reading.lemmas[before]) in ("organization", "media")
    return reading.lower[first] in CLAUSE_STARTS and (reading.lower[first] != "which" or is_body)


def _is_side(first: int, end: int, reading: Reading, words: Words) -> bool:
    """Whether a part tells age, home or party: "Republican of Norvik"."""
    noun = _noun((first, end), reading)
    return (
        is_age(first, end, reading)
        or words.dimension_of.get(noun) in SIDES
        or PARTY.match(reading.said(first, end)) is not None
    )


def _through_and(end: int, stop: int, reading: Reading, words: Words) -> int:
    """The end of a phrase that goes on behind a comma: "a pilot, and friend of the captain"."""
    if end + 2 >= stop or reading.words[end] != "," or reading.lower[end + 1] != "and":
        return end
    last = phrase_end(end + 2, stop, reading)
    is_one_more = last < stop and reading.words[last] in (",", ".") and head_is_person(end + 2, last, reading, words)
    return last if is_one_more else end


def _read_apposition(figure: Figure, first: int, end: int, cast: Cast, reading: Reading, words: Words) -> bool:
    """File what stands between two commas; whether it was about the person."""
    if PARTY.match(reading.said(first, end)):
        figure.affiliations.append(reading.said(first, end))
        return True
    if head_is_person(first, end, reading, words):
        file_description(figure, first, end, cast, reading, words)
        return True
    return is_age(first, end, reading)


def file_description(
    figure: Figure, first: int, end: int, cast: Cast, reading: Reading, words: Words, *, is_said: bool = False
) -> None:
    """Put a description where it belongs: an office is a title, a relation to the story is none.

    Where one phrase holds both, the relation is told in all of its words: "a pilot and friend of the captain".
    """
    parts = [_bare(place, reading) for place in _parts(first, end, reading, words)]
    parts = [(start, stop) for start, stop in parts if start < stop]
    relations = [place for place in parts if _is_relation(place, reading, words, is_said=is_said)]
    figure.titles.extend(place for place in parts if place not in relations)
    if relations:
        figure.relations.append((parts[0][0], parts[-1][1]))
    for start, stop in parts:
        figure.affiliations.extend(
            reading.said(n.first, n.end) for n in cast.names_in(start, stop) if n.label in (ORGANIZATION, PLACE)
        )
        if figure.sex is None:
            figure.sex = words.sex_of_noun.get(_noun((start, stop), reading))


def _parts(first: int, end: int, reading: Reading, words: Words) -> Iterator[Place]:
    """Two at once: "President of the port and a friend of the captain"."""
    for i in range(first + 1, end - 1):
        is_next = reading.tags[i + 1] in ("DT", "JJ", "NN") and head_is_person(i + 1, end, reading, words)
        if reading.lower[i] == "and" and is_next:
            yield first, i - (reading.words[i - 1] == ",")
            yield i + 1, end
            return
    yield first, end


def _bare(place: Place, reading: Reading) -> Place:
    """The phrase without the determiner and the marks before it."""
    first, end = place
    while first < end and (
        reading.tags[first] in ("DT", "PRP$") or reading.words[first] in MARKS or reading.lower[first] == "own"
    ):
        first += 1
    return first, end


def _is_relation(place: Place, reading: Reading, words: Words, *, is_said: bool) -> bool:
    noun = _noun(place, reading)
    return noun in words.relations or noun == "one" or (is_said and noun not in words.class_of)


def _noun(place: Place, reading: Reading) -> str:
    """The head noun, before any preposition; of "one of the pilots", pilot."""
    first, end = place
    core = first
    while core < end and reading.tags[core] not in ("IN", "TO"):
        core += 1
    head = last_noun(first, core, reading)
    noun = reading.lemmas[head] if head is not None else ""
    if noun == "one" and core + 1 < end:
        plural = next((i for i in range(core + 1, end) if reading.tags[i] in ("NNS", "NNPS")), None)
        noun = reading.lemmas[plural] if plural is not None else noun
    return noun
