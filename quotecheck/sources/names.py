"""The proper names of an article: what the pipeline's recognizer says, mended by how a name is written elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotecheck.document.parse import Parse
from quotecheck.sources.name import NAME_TAGS, ORGANIZATION, OTHER, PERSON, UNKNOWN, Name, NameWords
from quotecheck.sources.name_labels import is_camel, relabelled
from quotecheck.sources.name_pieces import joined, name_at
from quotecheck.sources.reading import FINITE_TAGS, Reading
from quotecheck.sources.words import Words

LONGEST = 40  # tokens of a headline
LONGER = 4  # letters of a word that a headline of capitals capitalizes


def find_names(parse: Parse, reading: Reading, words: Words, known: NameWords) -> tuple[Name, ...]:
    """All names in the order of the text, without overlaps."""
    raw = list(_without_deeds(list(_recognized(parse, reading, known)), reading))
    covered = {i for each in raw for i in range(each.first, each.end)}
    full = [name.words for name in raw if name.label == PERSON and len(name.words) > 1]
    surnames = {parts[-1].lower() for parts in full} | {
        parts[0].lower() for parts in full if len(parts) == 2 and "-" in parts[1] and len(parts[0]) < 6
    }
    raw.extend(_overlooked(reading, words, known, Overlooked(covered, surnames)))
    raw.sort(key=lambda name: name.first)
    names = [name for each in raw if (name := _trimmed(each, reading, words, known)) is not None]
    return tuple(relabelled(joined(names, reading, known), reading, words, known))


@dataclass(frozen=True, slots=True)
class Overlooked:
    """What helps to see the names that the recognizer missed."""

    covered: set[int]
    surnames: set[str]


def _recognized(parse: Parse, reading: Reading, known: NameWords) -> Iterator[Name]:
    place = {start: n for n, start in enumerate(reading.starts)}
    for entity in parse.doc.ents:
        inside = [place[token.idx] for token in entity if token.idx in place]
        if inside:
            first, end = inside[0], inside[-1] + 1
            label = known.label_of.get(entity.label_, OTHER)
            yield name_at(reading, first, end, label)


def _without_deeds(names: Sequence[Name], reading: Reading) -> Iterator[Name]:
    """The names, each without the verb and what follows that a headline of capitals hides: "Vogt Slams Port Law"."""
    known = {part: name.label for name in names for part in (name.text, name.words[-1])}
    for name in names:
        verbs = [i for i in range(name.first + 1, name.end) if reading.tags[i] in FINITE_TAGS]
        verb = next((i for i in reversed(verbs) if reading.said(name.first, i) in known), None)
        if verb is None and verbs and _is_in_capitals(reading, name.first):
            verb = verbs[0]
        label = name.label if verb is None else known.get(reading.said(name.first, verb), name.label)
        yield name if verb is None else name_at(reading, name.first, verb, label)


def _is_in_capitals(reading: Reading, i: int) -> bool:
    """Whether the longer words of the paragraph of the token at ``i`` all have a capital, as in American headlines."""
    first = bisect_left(reading.paragraphs, reading.paragraphs[i])
    end = bisect_right(reading.paragraphs, reading.paragraphs[i])
    longer = [word for word in reading.words[first : first + LONGEST] if len(word) >= LONGER and word.isalpha()]
    return end - first <= LONGEST and len(longer) > 1 and all(word[0].isupper() for word in longer)


def _overlooked(reading: Reading, words: Words, known: NameWords, help_: Overlooked) -> Iterator[Name]:
    """Runs of proper nouns in which the recognizer saw no name."""
    i, n = 0, len(reading)
    while i < n:
        if i in help_.covered:
            i += 1
            continue
        if reading.words[i][0].isupper() and reading.lower[i] in help_.surnames:
            yield name_at(reading, i, i + 1, PERSON)
            i += 1
            continue
        if not _may_be_name(reading, i, words):
            i += 1
            continue
        end = i + 1
        while (
            end < n
            and end not in help_.covered
            and _may_be_name(reading, end, words)
            and (reading.sentences[end] == reading.sentences[i])
        ):
            end += 1
        yield name_at(reading, i, end, _guess(reading.words[i:end], words, known))
        i = end


def _may_be_name(reading: Reading, i: int, words: Words) -> bool:
    word = reading.words[i]
    if (word[0] == "@" and len(word) > 1) or is_camel(word):
        return True
    return (
        reading.tags[i] in NAME_TAGS
        and word[0].isupper()
        and reading.lemmas[i] not in words.class_of
        and (
            word not in words.honorifics
            and reading.lower[i] not in words.dimension_of
            and reading.lower[i] not in words.no_title
        )
    )


def _guess(parts: Sequence[str], words: Words, known: NameWords) -> str:
    if parts[0][0] == "@":
        return PERSON
    if any(part.lower() in known.bodies or is_camel(part) for part in parts) or (
        len(parts) == 1 and parts[0].isupper() and len(parts[0]) < 6
    ):
        return ORGANIZATION
    return PERSON if len(parts) > 1 and parts[0] in words.sex_of_name else UNKNOWN


def _trimmed(name: Name, reading: Reading, words: Words, known: NameWords) -> Name | None:
    """Without an honorific before it and the mark of the possessive behind it."""
    first, end = name.first, name.end
    while end > first and (
        reading.tags[end - 1] == "POS"
        or (not reading.words[end - 1][-1].isalnum() and reading.words[end - 1][-1] != ".")
    ):
        end -= 1
    if name.label == PERSON:
        while first < end - 1 and (reading.words[first] in words.honorifics or reading.lower[first] == "the"):
            first += 1
    elif first < end - 1 and reading.lower[first] == "the":
        first += 1
    based = next((i for i in range(end - 1, first, -1) if reading.lower[i].split("-")[-1] in known.behind_hyphen), None)
    if based is not None and (reading.words[based - 1] == "-" or "-" in reading.words[based]):
        first = based + 1
    while first < end and not reading.words[first][0].isalnum() and reading.words[first][0] != "@":
        first += 1
    inside = reading.words[first:end]
    is_title = all(word in words.honorifics and word.endswith(".") for word in inside)
    has_capital = any(word[0].isupper() or word[0] == "@" for word in inside)
    return name_at(reading, first, end, name.label) if has_capital and not is_title else None
