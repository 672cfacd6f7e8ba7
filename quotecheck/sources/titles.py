"""What an article says about the people it names: offices, ranks, relations, wherever it says it."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.sources.appositions import file_description, read_appositions
from quotecheck.sources.cast import Cast
from quotecheck.sources.figure import Figure
from quotecheck.sources.name import ORGANIZATION, PERSON, PLACE, Name
from quotecheck.sources.phrase_ends import (
    PEOPLE,
    clause_end,
    ends_apposition,
    head_is_body,
    head_is_person,
    is_share,
    last_person_noun,
    phrase_end,
    phrase_start,
)
from quotecheck.sources.reading import NOUN_TAGS, RELATIVE_TAGS, Reading
from quotecheck.sources.words import Words

BEFORE_TAGS = NOUN_TAGS | {"JJ", "POS", "HYPH", "CD", "VBN", "VBG"}
VERBAL = frozenset({"ROOT", "acl", "advcl", "case", "ccomp", "conj", "parataxis", "pcomp", "prep", "xcomp"})
LINKS = frozenset({"of", "and", "for", "&"})
FARTHEST = 9  # tokens of a title before a name


def collect_titles(cast: Cast, reading: Reading, words: Words) -> None:
    """Give every named person in ``cast`` the titles, relations and affiliations that stand beside the name."""
    for name in cast.names:
        if name.label == ORGANIZATION:
            _explain_body(cast.figure_of[name], name, reading, words)
        if name.label == PERSON:
            figure = cast.figure_of[name]
            is_titled = _add_before(figure, name, cast, reading, words)
            _add_behind(figure, name, cast, reading, words, is_titled=is_titled)
    for figure in cast.figures:
        for first, end in (*figure.titles, *figure.relations):
            if reading.tags[first] in RELATIVE_TAGS:
                continue
            figure.title_nouns.update(_office_nouns(first, end, reading, words))


def _explain_body(figure: Figure, name: Name, reading: Reading, words: Words) -> None:
    """What an institution is: "Harbor Watch, which counts cranes", "the charity Harbor Watch"."""
    at, stop = name.end + 1, reading.end_of_sentence(name.first)
    if at < stop and reading.words[at - 1] == "," and _explains(at, stop, reading, words):
        figure.relations.append((at, clause_end(at, stop, reading)))
    first = name.first
    while first > 0 and name.first - first < FARTHEST and reading.tags[first - 1] in ("NN", "JJ", "HYPH", "VBN"):
        first -= 1
    if first < name.first and words.class_of.get(reading.lemmas[name.first - 1]) in ("organization", "media"):
        figure.relations.append((first, name.first))


def _explains(at: int, stop: int, reading: Reading, words: Words) -> bool:
    """Whether what follows the comma behind the name of an institution says what that is."""
    end = phrase_end(at, stop, reading)
    if reading.lower[at] == "which" or head_is_body(at, end, reading, words) or is_share(at, end, reading):
        return True
    is_new = reading.lower[at] in ("a", "an") and not head_is_person(at, end, reading, words)
    return is_new and end < stop and (reading.words[end] in (",", ".") or reading.tags[end] in RELATIVE_TAGS)


def _office_nouns(first: int, end: int, reading: Reading, words: Words) -> Iterator[str]:
    for i in range(first, end):
        lemma = reading.lemmas[i].rstrip(".")
        if i + 1 < end and reading.tags[i + 1] == "POS":
            continue  # "the nominee's daughter" is no nominee
        if words.noun_class(lemma) in PEOPLE or lemma in words.offices:
            yield from words.names_of_office(lemma)


def _add_before(figure: Figure, name: Name, cast: Cast, reading: Reading, words: Words) -> bool:
    """What comes before a name: "Former state senator Ilse Brandt", "the port's director, Ilse Brandt,".

    Whether there is a title, rather than a relation, right before it.
    """
    sentence = reading.sentences[name.first]
    i = name.first
    if i and reading.tags[i - 1] == "VBG":
        return False  # "the lawyer representing Ilse Brandt"
    while (
        i > 0
        and name.first - i < FARTHEST
        and reading.sentences[i - 1] == sentence
        and _may_be_title(reading, i - 1, words)
    ):
        i -= 1
    while i < name.first and (
        reading.lower[i] in words.no_title or reading.tags[i] in ("POS", "HYPH") or _governs(reading, i)
    ):
        i += 1
    last = name.first - 1
    while last > i and reading.words[last] in words.honorifics and reading.lower[last].rstrip(".") not in words.offices:
        last -= 1
    i = max((j + 1 for j in range(i, last) if _ends_another(reading, j, words)), default=i)
    is_part = reading.lower[last] in LINKS
    is_titled = i < name.first and not is_part and last_person_noun(i, name.first, reading, words) is not None
    known = len(figure.titles)
    if is_titled:
        file_description(figure, i, last + 1, cast, reading, words)
    has_title = len(figure.titles) > known
    comma = (i if is_titled else name.first) - 1
    if comma > 0 and reading.words[comma] == "," and ends_apposition(name.end, reading):
        first = phrase_start(comma, sentence, reading)
        if first is not None and head_is_person(first, comma, reading, words):
            file_description(figure, first, comma, cast, reading, words)
    return is_titled and has_title


def _governs(reading: Reading, i: int) -> bool:
    """Whether a word in -ing has the name for its object: "reminding pilot Ilse Brandt"."""
    return reading.tags[i] == "VBG" and reading.relations[i] in VERBAL


def _ends_another(reading: Reading, i: int, words: Words) -> bool:
    """Whether token ``i`` ties somebody else to the title of a name: "Karl Brandt and Sen. Ilse Moor"."""
    return reading.lower[i] == "and" and reading.words[i + 1] in words.honorifics


def _may_be_title(reading: Reading, i: int, words: Words) -> bool:
    if reading.words[i] in words.honorifics:
        return True
    return reading.tags[i] in BEFORE_TAGS or (reading.lower[i] in LINKS and reading.tags[i - 1] in NOUN_TAGS)


def _add_behind(figure: Figure, name: Name, cast: Cast, reading: Reading, words: Words, *, is_titled: bool) -> None:
    """What follows a name: "Ilse Brandt, 51, director of the port, who ...", "Ilse Brandt is a pilot"."""
    at, stop = name.end, reading.end_of_sentence(name.first)
    if at >= stop:
        return
    if reading.words[at] in (",", "(", "-LRB-", "—", "–", "--"):
        read_appositions(figure, at, stop, cast, reading, words, is_titled=is_titled)
    elif reading.lower[at] in ("of", "from", "with", "at"):
        end = phrase_end(at, stop, reading)
        bodies = [n for n in cast.names_in(at, end) if n.label in (ORGANIZATION, PLACE)]
        if bodies and bodies[0].first <= at + 2:
            figure.affiliations.append(reading.said(bodies[0].first, bodies[0].end))
            if bodies[0].label == ORGANIZATION:
                figure.relations.append((at, bodies[0].end))
            if end < stop and reading.words[end] == ",":
                read_appositions(figure, end, stop, cast, reading, words)
    elif (
        reading.lower[at] in ("is", "was", "'s")
        and reading.tags[at] != "POS"
        and at + 1 < stop
        and (reading.tags[at + 1] == "DT")
    ):
        end = phrase_end(at + 1, stop, reading)
        if head_is_person(at + 1, end, reading, words):
            file_description(figure, at + 1, end, cast, reading, words, is_said=True)
    elif reading.tags[at] in RELATIVE_TAGS and reading.lower[at] == "who":
        figure.relations.append((at, clause_end(at, stop, reading)))
