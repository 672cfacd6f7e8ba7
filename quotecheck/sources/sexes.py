"""He or she: what given names, honorifics and the pronouns behind a name tell."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from quotecheck.sources.name import PERSON, Name
from quotecheck.sources.reading import MARKS, Reading
from quotecheck.sources.words import Words

FEWEST = 3  # pronouns that outweigh a given name
OWNING = frozenset({"his", "her"})
OBJECTS = frozenset({"iobj", "obj", "dobj", "obl"})
FARTHEST = 20  # tokens behind a name


def sex_of_parts(parts: Sequence[str], words: Words) -> str | None:
    """The sex that the given name of a full name tells: "Anne-Marie", "J. Ilse"; ``None`` for a surname alone."""
    for part in parts[:-1]:
        if part.rstrip(".").isupper() and len(part) < 3:
            continue
        pieces = part.split("-")
        forms = (part, part.capitalize(), pieces[0], pieces[-1])
        return next((words.sex_of_name[form] for form in forms if form in words.sex_of_name), None)
    return None


def honorific_sex(name: Name, reading: Reading, words: Words) -> str | None:
    """What "Mr." or "Queen" before a name tells."""
    return words.sex_of_honorific.get(reading.words[name.first - 1]) if name.first else None


def pronouns_behind(names: Sequence[Name], reading: Reading, words: Words) -> Mapping[Name, str]:
    """The sex of the first "he" or "she" behind a person's name, where one follows before anybody else is named."""
    people = [name for name in names if name.label == PERSON]
    stops = [*(name.first for name in people[1:]), len(reading)]
    pairs = ((name, _pronoun_behind(name, stop, reading, words)) for name, stop in zip(people, stops, strict=False))
    return {name: sex for name, sex in pairs if sex is not None}


def taken_up_as(behind: Mapping[Name, str]) -> Mapping[str, str]:
    """The sex of whoever is called by a surname alone, where the pronouns that take it up leave no doubt."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for name, sex in behind.items():
        if len(name.words) == 1:
            found[name.words[0].lower()][sex] += 1
    likeliest = ((word, *count.most_common(1)[0], count.total()) for word, count in found.items())
    return {word: sex for word, sex, n, total in likeliest if n >= max(FEWEST, 4 * (total - n))}


def _pronoun_behind(name: Name, following: int, reading: Reading, words: Words) -> str | None:
    """The first "he" or "she" behind a name, before another person and before any quotation mark.

    "Lee met Park at her office": what is owned may be the subject's.
    """
    for i in range(name.end, min(following, name.end + FARTHEST, len(reading))):
        if reading.words[i] in MARKS or reading.sentences[i] > reading.sentences[name.first] + 1:
            return None
        pronoun = words.pronouns.get(reading.lower[i])
        if pronoun is not None and pronoun.sex is not None:
            return None if _is_object(name, reading) and reading.lower[i] in OWNING else pronoun.sex
    return None


def _is_object(name: Name, reading: Reading) -> bool:
    return any(reading.relations[i] in OBJECTS for i in range(name.first, name.end))
