"""What an article says about the people it names: offices, ranks, relations, wherever it says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.sources.cast import Cast, Figure
from quotecheck.sources.name import ORGANIZATION, PERSON, PLACE, Name
from quotecheck.sources.phrase_ends import (
    PEOPLE,
    clause_end,
    ends_apposition,
    head_is_body,
    head_is_person,
    is_age,
    last_noun,
    last_person_noun,
    phrase_end,
    phrase_start,
)
from quotecheck.sources.reading import MARKS, NOUN_TAGS, RELATIVE_TAGS, Reading
from quotecheck.sources.words import Words

BEFORE_TAGS = NOUN_TAGS | {"JJ", "POS", "HYPH", "CD", "VBN", "VBG"}
PARTY = re.compile(r"(?:R|D|I|L|Rep|Dem|Republican|Democrat)\.?\s?[-–]\s?[A-Z][\w. ]{1,24}$")
LINKS = frozenset({"of", "and", "for", "&"})
FARTHEST = 9  # tokens of a title before a name


def collect_titles(cast: Cast, reading: Reading, words: Words) -> None:
    """Give every named person in ``cast`` the titles, relations and affiliations that stand beside the name."""
    for name in cast.names:
        if name.label == ORGANIZATION:
            _explain_body(cast.figure_of[name], name, reading, words)
        if name.label == PERSON:
            figure = cast.figure_of[name]
            _add_before(figure, name, cast, reading, words)
            _add_behind(figure, name, cast, reading, words)
    for figure in cast.figures:
        for first, end in (*figure.titles, *figure.relations):
            if reading.tags[first] in RELATIVE_TAGS:
                continue
            figure.title_nouns.update(_office_nouns(first, end, reading, words))


def _explain_body(figure: Figure, name: Name, reading: Reading, words: Words) -> None:
    """What an institution is: "Harbor Watch, which counts cranes", "the charity Harbor Watch"."""
    at, stop = name.end + 1, reading.end_of_sentence(name.first)
    if at < stop and reading.words[at - 1] == ",":
        end = phrase_end(at, stop, reading)
        if reading.lower[at] == "which" or head_is_body(at, end, reading, words):
            figure.relations.append((at, clause_end(at, stop, reading)))
    first = name.first
    while first > 0 and name.first - first < FARTHEST and reading.tags[first - 1] in ("NN", "JJ", "HYPH", "VBN"):
        first -= 1
    if first < name.first and words.class_of.get(reading.lemmas[name.first - 1]) in ("organization", "media"):
        figure.relations.append((first, name.first))


def _office_nouns(first: int, end: int, reading: Reading, words: Words) -> Iterator[str]:
    for i in range(first, end):
        lemma = reading.lemmas[i].rstrip(".")
        if i + 1 < end and reading.tags[i + 1] == "POS":
            continue  # "the nominee's daughter" is no nominee
        if words.noun_class(lemma) in PEOPLE or lemma in words.offices:
            yield from words.names_of_office(lemma)


def _add_before(figure: Figure, name: Name, cast: Cast, reading: Reading, words: Words) -> None:
    """What comes before a name: "Former state senator Ilse Brandt", "the port's director, Ilse Brandt,"."""
    sentence = reading.sentences[name.first]
    i = name.first
    if i and reading.tags[i - 1] == "VBG":
        return  # "the lawyer representing Ilse Brandt"
    while (
        i > 0
        and name.first - i < FARTHEST
        and reading.sentences[i - 1] == sentence
        and _may_be_title(reading, i - 1, words)
    ):
        i -= 1
    while i < name.first and (reading.lower[i] in words.no_title or reading.tags[i] in ("POS", "HYPH")):
        i += 1
    last = name.first - 1
    while last > i and reading.words[last] in words.honorifics and reading.lower[last].rstrip(".") not in words.offices:
        last -= 1
    is_part = reading.lower[last] in LINKS
    if i < name.first and not is_part and last_person_noun(i, name.first, reading, words) is not None:
        _file(figure, (i, last + 1), cast, reading, words)
    elif name.first > 1 and reading.words[name.first - 1] == "," and ends_apposition(name.end, reading):
        first = phrase_start(name.first - 1, sentence, reading)
        if first is not None and head_is_person(first, name.first - 1, reading, words):
            _file(figure, (first, name.first - 1), cast, reading, words)


def _may_be_title(reading: Reading, i: int, words: Words) -> bool:
    if reading.words[i] in words.honorifics:
        return True
    return reading.tags[i] in BEFORE_TAGS or (reading.lower[i] in LINKS and reading.tags[i - 1] in NOUN_TAGS)


def _add_behind(figure: Figure, name: Name, cast: Cast, reading: Reading, words: Words) -> None:
    """What follows a name: "Ilse Brandt, 51, director of the port, who ...", "Ilse Brandt is a pilot"."""
    at, stop = name.end, reading.end_of_sentence(name.first)
    if at >= stop:
        return
    if reading.words[at] in (",", "(", "-LRB-", "—", "–", "--"):
        _read_appositions(figure, at, stop, cast, reading, words)
    elif reading.lower[at] in ("of", "from", "with", "at"):
        end = phrase_end(at, stop, reading)
        bodies = [n for n in cast.names_in(at, end) if n.label in (ORGANIZATION, PLACE)]
        if bodies and bodies[0].first <= at + 2:
            figure.affiliations.append(reading.said(bodies[0].first, bodies[0].end))
            if bodies[0].label == ORGANIZATION:
                figure.relations.append((at, bodies[0].end))
            if end < stop and reading.words[end] == ",":
                _read_appositions(figure, end, stop, cast, reading, words)
    elif (
        reading.lower[at] in ("is", "was", "'s")
        and reading.tags[at] != "POS"
        and at + 1 < stop
        and (reading.tags[at + 1] == "DT")
    ):
        end = phrase_end(at + 1, stop, reading)
        if head_is_person(at + 1, end, reading, words):
            _file(figure, (at + 1, end), cast, reading, words, is_said=True)
    elif reading.tags[at] in RELATIVE_TAGS and reading.lower[at] == "who":
        figure.relations.append((at, clause_end(at, stop, reading)))


def _read_appositions(figure: Figure, at: int, stop: int, cast: Cast, reading: Reading, words: Words) -> None:
    """The parts between commas behind a name, as long as they say who it is."""
    for _ in range(3):
        first = at + 1
        if first >= stop:
            return
        end = phrase_end(first, stop, reading)
        if reading.lower[first] == "who" or head_is_body(first, end, reading, words):
            figure.relations.append((first, clause_end(first, stop, reading)))
            return
        if not first < end < stop or not _read_apposition(figure, first, end, cast, reading, words):
            return
        if reading.tags[end] in RELATIVE_TAGS:
            figure.relations.append((end, clause_end(end, stop, reading)))
            return
        at = end + 1 if reading.words[end] in (")", "-RRB-") and end + 1 < stop else end
        if reading.words[at] != ",":
            return


def _read_apposition(figure: Figure, first: int, end: int, cast: Cast, reading: Reading, words: Words) -> bool:
    """File what stands between two commas; whether it was about the person."""
    if PARTY.match(reading.said(first, end)):
        figure.affiliations.append(reading.said(first, end))
        return True
    if head_is_person(first, end, reading, words):
        _file_parts(figure, first, end, cast, reading, words)
        return True
    return is_age(first, end, reading)


def _file_parts(figure: Figure, first: int, end: int, cast: Cast, reading: Reading, words: Words) -> None:
    """Two at once: "President of the port and a friend of the captain"."""
    for i in range(first + 1, end - 1):
        if (
            reading.lower[i] == "and"
            and head_is_person(i + 1, end, reading, words)
            and (reading.tags[i + 1] in ("DT", "JJ", "NN"))
        ):
            _file(figure, (first, i), cast, reading, words)
            _file(figure, (i + 1, end), cast, reading, words)
            return
    _file(figure, (first, end), cast, reading, words)


def _file(
    figure: Figure,
    place: tuple[int, int],
    cast: Cast,
    reading: Reading,
    words: Words,
    *,
    is_said: bool = False,
) -> None:
    """Put a description where it belongs: an office is a title, a relation to the story is none."""
    first, end = place
    while first < end and (
        reading.tags[first] in ("DT", "PRP$") or reading.words[first] in MARKS or reading.lower[first] == "own"
    ):
        first += 1
    if first >= end:
        return
    core = first
    while core < end and reading.tags[core] not in ("IN", "TO"):
        core += 1
    head = last_noun(first, core, reading)
    noun = reading.lemmas[head] if head is not None else ""
    if noun == "one" and core + 1 < end:
        plural = next((i for i in range(core + 1, end) if reading.tags[i] in ("NNS", "NNPS")), None)
        noun = reading.lemmas[plural] if plural is not None else noun
    is_relation = noun in words.relations or noun == "one" or (is_said and noun not in words.class_of)
    (figure.relations if is_relation else figure.titles).append((first, end))
    figure.affiliations.extend(
        reading.said(n.first, n.end) for n in cast.names_in(first, end) if n.label in (ORGANIZATION, PLACE)
    )
    if figure.sex is None:
        figure.sex = words.sex_of_noun.get(noun)
