"""What an article says about the people it names: offices, ranks, relations, wherever it says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.sources.cast import Cast, Figure
from quotecheck.sources.mentions import COMMAS, RELATIVE_TAGS
from quotecheck.sources.names import ORGANIZATION, PERSON, PLACE, Name
from quotecheck.sources.reading import FINITE_TAGS, MARKS, NOUN_TAGS, Reading
from quotecheck.sources.words import Words

BEFORE_TAGS = NOUN_TAGS | {"JJ", "POS", "HYPH", "CD", "VBN", "VBG"}
PEOPLE = frozenset({"people", "expert", "inside", "spokesperson", "confidential"})
PARTY = re.compile(r"(?:R|D|I|L|Rep|Dem|Republican|Democrat)\.?\s?[-–]\s?[A-Z][\w. ]{1,24}$")
LONGEST = 24  # tokens of an apposition
FARTHEST = 9  # tokens of a title before a name


def collect_titles(cast: Cast, reading: Reading, words: Words) -> None:
    """Give every named person in ``cast`` the titles, relations and affiliations that stand beside the name."""
    for name in cast.names:
        if name.label == ORGANIZATION and name.end + 1 < len(reading) and reading.words[name.end] == ",":
            _explain_body(cast.figure_of[name], name.end + 1, reading, words)
        if name.label == PERSON:
            figure = cast.figure_of[name]
            _add_before(figure, name, cast, reading, words)
            _add_behind(figure, name, cast, reading, words)
    for figure in cast.figures:
        for first, end in (*figure.titles, *figure.relations):
            if reading.tags[first] in RELATIVE_TAGS:
                continue
            figure.title_nouns.update(_office_nouns(first, end, reading, words))


def _explain_body(figure: Figure, at: int, reading: Reading, words: Words) -> None:
    """"Harbor Watch, which counts cranes," and "Harbor Watch, a charity that ..."."""
    stop = reading.end_of_sentence(at)
    end = _phrase_end(at, stop, reading)
    if reading.lower[at] == "which" or _head_is_body(at, end, reading, words):
        figure.relations.append((at, _clause_end(at, stop, reading)))


def _office_nouns(first: int, end: int, reading: Reading, words: Words) -> Iterator[str]:
    for i in range(first, end):
        lemma = reading.lemmas[i].rstrip(".")
        if words.noun_class(lemma) in PEOPLE or lemma in words.offices:
            yield from words.names_of_office(lemma)


def _add_before(figure: Figure, name: Name, cast: Cast, reading: Reading, words: Words) -> None:
    """"Former state senator Ilse Brandt", "the port's director, Ilse Brandt,"."""
    sentence = reading.sentences[name.first]
    i = name.first
    while i > 0 and name.first - i < FARTHEST and reading.sentences[i - 1] == sentence and _may_be_title(reading, i - 1, words):
        i -= 1
    while i < name.first and (reading.lower[i] in words.no_title or reading.tags[i] in ("POS", "HYPH")):
        i += 1
    if i < name.first and _last_person_noun(i, name.first, reading, words) is not None:
        _file(figure, (i, name.first), cast, reading, words)
    elif name.first > 1 and reading.words[name.first - 1] == "," and _ends_apposition(name.end, reading):
        first = _phrase_start(name.first - 1, sentence, reading)
        if first is not None and _head_is_person(first, name.first - 1, reading, words):
            _file(figure, (first, name.first - 1), cast, reading, words)


def _may_be_title(reading: Reading, i: int, words: Words) -> bool:
    if reading.words[i] in words.honorifics:
        return True
    return reading.tags[i] in BEFORE_TAGS or reading.lower[i] in ("of", "and", "for", "&") and reading.tags[i - 1] in NOUN_TAGS


def _ends_apposition(at: int, reading: Reading) -> bool:
    return at >= len(reading) or reading.words[at] in COMMAS or not reading.words[at][0].isalnum() or (
        reading.tags[at] in FINITE_TAGS
    )


def _phrase_start(end: int, sentence: int, reading: Reading) -> int | None:
    """The first token of the noun phrase with an article or possessive that ends before ``end``."""
    for i in range(end - 1, max(0, end - LONGEST), -1):
        if reading.sentences[i] != sentence or reading.words[i] in COMMAS or reading.words[i] in MARKS:
            return None
        if reading.tags[i] in ("DT", "PRP$") and (i == 0 or reading.tags[i - 1] != "IN"):
            return i
    return None


def _add_behind(figure: Figure, name: Name, cast: Cast, reading: Reading, words: Words) -> None:
    """"Ilse Brandt, 51, director of the port, who ...", "Ilse Brandt of the Harbor Union", "Ilse Brandt is a pilot"."""
    at, stop = name.end, reading.end_of_sentence(name.first)
    if at >= stop:
        return
    if reading.words[at] in (",", "(", "-LRB-", "—", "–", "--"):
        _read_appositions(figure, at, stop, cast, reading, words)
    elif reading.lower[at] in ("of", "from", "with", "at"):
        end = _phrase_end(at, stop, reading)
        bodies = [n for n in cast.names_in(at, end) if n.label in (ORGANIZATION, PLACE)]
        if bodies and bodies[0].first <= at + 2:
            figure.affiliations.append(reading.said(bodies[0].first, bodies[0].end))
    elif reading.lower[at] in ("is", "was", "'s") and reading.tags[at] != "POS" and at + 1 < stop and (
        reading.tags[at + 1] == "DT"
    ):
        end = _phrase_end(at + 1, stop, reading)
        if _head_is_person(at + 1, end, reading, words):
            _file(figure, (at + 1, end), cast, reading, words, is_said=True)
    elif reading.tags[at] in RELATIVE_TAGS and reading.lower[at] == "who":
        figure.relations.append((at, _clause_end(at, stop, reading)))


def _read_appositions(figure: Figure, at: int, stop: int, cast: Cast, reading: Reading, words: Words) -> None:
    """The parts between commas behind a name, as long as they say who it is."""
    for _ in range(3):
        first = at + 1
        if first >= stop:
            return
        if reading.lower[first] == "who":
            figure.relations.append((first, _clause_end(first, stop, reading)))
            return
        end = _phrase_end(first, stop, reading)
        if end <= first or end >= stop:
            return
        if PARTY.match(reading.said(first, end)):
            figure.affiliations.append(reading.said(first, end))
        elif _head_is_person(first, end, reading, words):
            _file_parts(figure, first, end, cast, reading, words)
        elif _head_is_body(first, end, reading, words):
            figure.relations.append((first, _clause_end(first, stop, reading)))
            return
        elif not _is_age(first, end, reading):
            return
        if reading.tags[end] in RELATIVE_TAGS:
            figure.relations.append((end, _clause_end(end, stop, reading)))
            return
        if reading.words[end] in (")", "-RRB-") and end + 1 < stop:
            end += 1
        if reading.words[end] != ",":
            return
        at = end


def _file_parts(figure: Figure, first: int, end: int, cast: Cast, reading: Reading, words: Words) -> None:
    """"President of the port and a friend of the captain" is a title and a relation."""
    for i in range(first + 1, end - 1):
        if reading.lower[i] == "and" and _head_is_person(i + 1, end, reading, words) and (
            reading.tags[i + 1] in ("DT", "JJ", "NN")
        ):
            _file(figure, (first, i), cast, reading, words)
            _file(figure, (i + 1, end), cast, reading, words)
            return
    _file(figure, (first, end), cast, reading, words)


def _head_is_body(first: int, end: int, reading: Reading, words: Words) -> bool:
    """Whether a phrase explains an institution: "a union that speaks for pilots"."""
    core = first
    while core < end and reading.tags[core] not in ("IN", "TO"):
        core += 1
    head = _last_noun(first, core, reading)
    return head is not None and reading.tags[first] == "DT" and words.class_of.get(reading.lemmas[head]) in ("organization", "media")


def _is_age(first: int, end: int, reading: Reading) -> bool:
    return end - first <= 2 and reading.tags[first] == "CD" or reading.lower[first] in ("of", "from") and end - first < 5


def _phrase_end(first: int, stop: int, reading: Reading) -> int:
    """Up to a comma, a clause or a verb."""
    i = first
    while i < stop and i - first < LONGEST:
        if reading.words[i] in COMMAS or reading.words[i] in (")", "-RRB-", ".") or reading.words[i] in MARKS:
            break
        if reading.tags[i] in RELATIVE_TAGS or reading.tags[i] in FINITE_TAGS and i > first:
            break
        i += 1
    return i


def _clause_end(first: int, stop: int, reading: Reading) -> int:
    """Up to the comma that ends a relative clause."""
    i = first
    while i < stop and i - first < LONGEST and reading.words[i] not in (",", ".", ";", "—", "–", ")") and (
        reading.words[i] not in MARKS
    ):
        i += 1
    return i


def _head_is_person(first: int, end: int, reading: Reading, words: Words) -> bool:
    """Whether a phrase is about a person: its head noun, before any preposition, is one."""
    core = first
    while core < end and reading.tags[core] not in ("IN", "TO") :
        core += 1
    head = _last_noun(first, core, reading)
    if head is None:
        return False
    lemma = reading.lemmas[head]
    if lemma == "one" and core < end and reading.lower[core] == "of":
        return True
    if reading.tags[head] in ("NNS", "NNPS"):
        return False
    return words.noun_class(lemma) in PEOPLE or lemma.rstrip(".") in words.offices


def _last_noun(first: int, end: int, reading: Reading) -> int | None:
    return next((i for i in range(end - 1, first - 1, -1) if reading.tags[i] in NOUN_TAGS or reading.lower[i] == "one"), None)


def _last_person_noun(first: int, end: int, reading: Reading, words: Words) -> int | None:
    for i in range(end - 1, first - 1, -1):
        lemma = reading.lemmas[i]
        if words.class_of.get(lemma) in PEOPLE or lemma.rstrip(".") in words.offices or words.noun_class(lemma) in PEOPLE and (
            reading.tags[i] == "NN"
        ):
            return i
    return None


def _file(
    figure: Figure, place: tuple[int, int], cast: Cast, reading: Reading, words: Words, *, is_said: bool = False
) -> None:
    """Put a description where it belongs: an office is a title, a relation to the story is none."""
    first, end = place
    while first < end and (reading.tags[first] in ("DT",) or reading.words[first] in MARKS):
        first += 1
    if first >= end:
        return
    core = first
    while core < end and reading.tags[core] not in ("IN", "TO"):
        core += 1
    head = _last_noun(first, core, reading)
    noun = reading.lemmas[head] if head is not None else ""
    is_relation = noun in words.relations or is_said and noun not in words.class_of
    (figure.relations if is_relation else figure.titles).append((first, end))
    figure.affiliations.extend(
        reading.said(n.first, n.end) for n in cast.names_in(first, end) if n.label in (ORGANIZATION, PLACE)
    )
    if figure.sex is None:
        figure.sex = words.sex_of_noun.get(noun)
