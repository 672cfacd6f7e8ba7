"""The proper names of an article: what the pipeline's recognizer says, mended by how a name is written elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from quotecheck.document.parse import Parse
from quotecheck.rulebook import Rulebook
from quotecheck.sources.reading import Reading
from quotecheck.sources.words import Words

PERSON, ORGANIZATION, PLACE, OTHER, UNKNOWN = "person", "organization", "place", "other", "unknown"
NAME_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: the tokens from ``first`` to before ``end``, and what it names."""

    first: int
    end: int
    words: tuple[str, ...]
    label: str

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class NameWords:
    """What ``names.yaml`` says."""

    label_of: Mapping[str, str]
    bodies: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    short_for: Mapping[str, str]
    bodies_by_place: frozenset[str]


@cache
def name_words_of(rulebook: Rulebook) -> NameWords:
    """The name words of a rulebook."""
    block = rulebook.document("sources/names.yaml")
    labels, short = block.block("labels"), block.block("short_for")
    return NameWords(
        label_of={word: label for label in labels for word in labels.texts(label)},
        bodies=frozenset(block.texts("bodies")),
        suffixes=frozenset(block.texts("suffixes")),
        particles=frozenset(block.texts("particles")),
        short_for={word: short.text(word) for word in short},
        bodies_by_place=frozenset(block.texts("bodies_by_place")),
    )


def find_names(parse: Parse, reading: Reading, words: Words, known: NameWords) -> tuple[Name, ...]:
    """All names in the order of the text, without overlaps."""
    raw = list(_recognized(parse, reading, known))
    covered = {i for each in raw for i in range(each.first, each.end)}
    surnames = {name.words[-1].lower() for name in raw if name.label == PERSON and len(name.words) > 1}
    raw.extend(_overlooked(reading, words, known, Overlooked(covered, surnames)))
    raw.sort(key=lambda name: name.first)
    names = [name for each in raw if (name := _trimmed(each, reading, words)) is not None]
    return tuple(_relabelled(_joined(names, reading, known), reading, words, known))


@dataclass(frozen=True, slots=True)
class Overlooked:
    """What helps to see the names that the recognizer missed."""

    covered: set[int]
    surnames: set[str]


def _joined(names: Sequence[Name], reading: Reading, known: NameWords) -> list[Name]:
    """Pieces of one name put together: "Committee" and "Fair Harbors", "Norvik" and "Energy Board"."""
    found: list[Name] = []
    for name in names:
        whole = _stretched(name, reading, known)
        last = found[-1] if found else None
        if last is not None and whole.first < last.end:
            continue
        if last is not None and _belong_together(last, whole, reading, known):
            words = tuple(reading.said(last.first, whole.end).split())
            found[-1] = Name(last.first, whole.end, words, ORGANIZATION)
        else:
            found.append(whole)
    return found


def _stretched(name: Name, reading: Reading, known: NameWords) -> Name:
    """With the words of a body behind it: "Norvik" in "Norvik Harbor Council" is none of its own."""
    end = name.end
    while (
        name.label in (ORGANIZATION, PLACE)
        and end < len(reading)
        and reading.tags[end] in NAME_TAGS
        and reading.words[end][0].isupper()
        and reading.lower[end] in known.bodies
    ):
        end += 1
    if end == name.end:
        return name
    return Name(name.first, end, tuple(reading.said(name.first, end).split()), ORGANIZATION)


def _belong_together(last: Name, name: Name, reading: Reading, known: NameWords) -> bool:
    if last.words[-1].lower() in known.bodies and _is_bridge(reading, last.end, name.first):
        return True
    is_next = last.end == name.first and last.label in (ORGANIZATION, PLACE, UNKNOWN)
    return (
        is_next
        and name.label in (ORGANIZATION, UNKNOWN)
        and reading.sentences[last.first] == reading.sentences[name.first]
    )


def _is_bridge(reading: Reading, first: int, end: int) -> bool:
    between = reading.lower[first:end]
    return (
        0 < len(between) < 3
        and between[0] in ("of", "for", "on", "to")
        and (len(between) == 1 or between[1] in ("the", "a", "an"))
    )


def _recognized(parse: Parse, reading: Reading, known: NameWords) -> Iterator[Name]:
    place = {start: n for n, start in enumerate(reading.starts)}
    for entity in parse.doc.ents:
        inside = [place[token.idx] for token in entity if token.idx in place]
        if inside:
            first, end = inside[0], inside[-1] + 1
            label = known.label_of.get(entity.label_, OTHER)
            yield Name(first, end, tuple(reading.said(first, end).split()), label)


def _overlooked(reading: Reading, words: Words, known: NameWords, help_: Overlooked) -> Iterator[Name]:
    """Runs of proper nouns in which the recognizer saw no name."""
    i, n = 0, len(reading)
    while i < n:
        if i in help_.covered:
            i += 1
            continue
        if reading.words[i][0].isupper() and reading.lower[i] in help_.surnames:
            yield Name(i, i + 1, (reading.words[i],), PERSON)
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
        yield Name(i, end, tuple(reading.said(i, end).split()), _guess(reading.words[i:end], words, known))
        i = end


def _may_be_name(reading: Reading, i: int, words: Words) -> bool:
    word = reading.words[i]
    if (word[0] == "@" and len(word) > 1) or _is_camel(word):
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


def _is_camel(word: str) -> bool:
    """Whether a word is written as "NorvikNow" is."""
    return (
        len(word) > 4
        and word.isalpha()
        and word[0].isupper()
        and not word.isupper()
        and (sum(char.isupper() for char in word) > 1 and not word.startswith(("Mc", "Mac", "De", "Le", "O")))
    )


def _guess(parts: Sequence[str], words: Words, known: NameWords) -> str:
    if parts[0][0] == "@":
        return PERSON
    if any(part.lower() in known.bodies or _is_camel(part) for part in parts) or (
        len(parts) == 1 and parts[0].isupper() and len(parts[0]) < 6
    ):
        return ORGANIZATION
    return PERSON if len(parts) > 1 and parts[0] in words.sex_of_name else UNKNOWN


def _trimmed(name: Name, reading: Reading, words: Words) -> Name | None:
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
    while first < end and not reading.words[first][0].isalnum() and reading.words[first][0] != "@":
        first += 1
    if first >= end or not any(word[0].isupper() or word[0] == "@" for word in reading.words[first:end]):
        return None
    return replace(name, first=first, end=end, words=tuple(reading.said(first, end).split()))


def _relabelled(names: Sequence[Name], reading: Reading, words: Words, known: NameWords) -> Iterator[Name]:
    """One label for one name in all the article; a surname follows its full name."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for name in names:
        votes.setdefault(name.words, Counter())[name.label] += 1 if name.label != UNKNOWN else 0
    label_of = {key: max(sorted(count), key=count.__getitem__) for key, count in votes.items()}
    surnames = {key[-1].lower() for key, label in label_of.items() if label == PERSON and len(key) > 1}
    for name in names:
        label = label_of[name.words]
        if (
            name.words[-1].lower() in known.bodies and len(name.words) > 1 and label in (PERSON, PLACE)
        ) or name.text.lower() in known.bodies_by_place:
            label = ORGANIZATION
        elif (label != PERSON and len(name.words) == 1 and name.words[0].lower() in surnames) or (
            label != PERSON
            and name.first
            and reading.words[name.first - 1] in words.honorifics
            and (len(name.words) < 3 and reading.words[name.first - 1].endswith("."))
        ):
            label = PERSON
        yield replace(name, label=label)
