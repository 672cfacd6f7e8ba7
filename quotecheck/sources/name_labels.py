"""Whether a name is a person's, a body's or a place's: by what the article says of it elsewhere, and beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotecheck.sources.name import ORGANIZATION, PERSON, PLACE, UNKNOWN, Name, NameWords
from quotecheck.sources.reading import NOUN_TAGS, Reading
from quotecheck.sources.words import Words

PRONOUNS = {"it": 1, "its": 1, "he": -1, "his": -1, "him": -1, "she": -1, "her": -1}
SURNAME = re.compile(r"(?:Ma?c|D[aeiu]|L[ae]|Van|Von|Fitz|O|St)(?=[A-Z])[A-Za-z][a-z]+$")
PROFESSIONS = frozenset({"spokesperson", "expert", "inside"})


def relabelled(names: Sequence[Name], reading: Reading, words: Words, known: NameWords) -> Iterator[Name]:
    """One label for one name in all the article; a surname follows its full name."""
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for name in names:
        label = PERSON if _is_introduced(name, reading, words, known) else _with_article(name, reading)
        votes.setdefault(name.words, Counter())[label] += 1 if label != UNKNOWN else 0
    label_of = {key: max(sorted(count), key=count.__getitem__) for key, count in votes.items()}
    label_of |= {name.words: ORGANIZATION for name in names if name.label == PERSON and _is_thing(name, reading)}
    surnames = {key[-1].lower() for key, label in label_of.items() if label == PERSON and len(key) > 1}
    firms = {key[0].lower() for key, label in label_of.items() if label == ORGANIZATION and _is_body(key, known)}
    firms |= _spoken_of_as_bodies(names, reading)
    firms |= {key[0].lower() for key in label_of if len(key) == 1 and is_camel(key[0])}
    for name in names:
        label = label_of[name.words]
        if (_is_body(name.words, known) and label in (PERSON, PLACE)) or name.text.lower() in known.bodies_by_place:
            label = ORGANIZATION
        elif label != PERSON and (_is_surname(name, surnames, firms, label) or _has_honorific(name, reading, words)):
            label = PERSON
        elif label == PERSON and len(name.words) == 1 and name.words[0].lower() in firms - surnames:
            label = ORGANIZATION if name.words[0] not in words.sex_of_name else PERSON
        yield replace(name, label=label)


def is_camel(word: str) -> bool:
    """Whether a word is written as "NorvikNow" is; surnames such as "DeMarco" are not meant."""
    return (
        len(word) > 4
        and word.isalpha()
        and word[0].isupper()
        and not word.isupper()
        and sum(char.isupper() for char in word) > 1
        and not SURNAME.match(word)
    )


def _is_thing(name: Name, reading: Reading) -> bool:
    """Whether "which" takes up the name of a subject: "Storm Brandt, which hit the coast, was ..."."""
    is_subject = any(reading.subjects[i] for i in range(name.first, name.end))
    return is_subject and [*reading.lower[name.end : name.end + 2]] == [",", "which"]


def _with_article(name: Name, reading: Reading) -> str:
    """A name without a label that has an article and no noun behind it is a body's: "the Advocate said"."""
    has_article = name.first > 0 and reading.lower[name.first - 1] == "the" and reading.tags[name.end - 1] == "NNP"
    is_whole = name.end >= len(reading) or reading.tags[name.end] not in NOUN_TAGS | {"POS", "JJ", "HYPH"}
    return ORGANIZATION if name.label == UNKNOWN and has_article and is_whole else name.label


def _is_body(parts: Sequence[str], known: NameWords) -> bool:
    return len(parts) > 1 and parts[-1].lower() in known.bodies


def _is_surname(name: Name, surnames: set[str], firms: set[str], label: str) -> bool:
    """Whether one word is the surname of somebody, and not the short name of a firm that is called after them."""
    word = name.words[0].lower()
    return len(name.words) == 1 and word in surnames and not (label == ORGANIZATION and word in firms)


def _spoken_of_as_bodies(names: Sequence[Name], reading: Reading) -> set[str]:
    """Single words that the recognizer took for a body, and that "it" takes up more often than "he" or "she" does."""
    taken = {name.words for name in names if len(name.words) == 1 and name.label == ORGANIZATION}
    balance: Counter[str] = Counter()
    for name in names:
        if name.words in taken:
            rest = reading.lower[name.end : reading.end_of_sentence(name.first)]
            first = next((PRONOUNS[word] for word in rest if word in PRONOUNS), 0)
            balance[name.words[0].lower()] += first
    return {word for word, n in balance.items() if n > 0}


def _is_explained(name: Name, reading: Reading, words: Words) -> bool:
    """Whether an age or a noun for one person follows: "Pen Adair, 34, ...", "Pen Adair, policy director of"."""
    stop = reading.end_of_sentence(name.first)
    at = name.end + 1
    if at >= stop or reading.words[name.end] != ",":
        return False
    if reading.tags[at] == "CD" and reading.words[at].isdecimal() and len(reading.words[at]) == 2:
        return at + 1 < stop and reading.words[at + 1] == ","
    while at + 1 < stop and reading.tags[at] in ("DT", "JJ", "NN", "HYPH", "VBN") and reading.tags[at + 1] == "NN":
        at += 1
    noun_class = words.class_of.get(reading.lemmas[at])
    is_person = noun_class is not None and words.kind_of_class[noun_class] == "person"
    return is_person and reading.tags[at] == "NN" and at > name.end


def _has_honorific(name: Name, reading: Reading, words: Words) -> bool:
    before = reading.words[name.first - 1] if name.first else ""
    return before in words.honorifics and before.endswith(".") and len(name.words) < 3


def _is_introduced(name: Name, reading: Reading, words: Words, known: NameWords) -> bool:
    """Whether a profession, or a given name behind a noun for people, says that a name is somebody's."""
    if name.label == PERSON or not 1 < len(name.words) < 5 or known.bodies & {word.lower() for word in name.words}:
        return False
    if _is_explained(name, reading, words):
        return True
    if not name.first:
        return False
    at = name.first - 1
    if reading.words[at] in words.honorifics:
        return True  # "Sir Edmund Lovell-Park"
    if not reading.words[at][0].isalnum() or reading.tags[at] not in ("NN", "NNP"):
        return name.words[0] in words.sex_of_name and name.label == UNKNOWN
    noun_class = words.class_of.get(reading.lemmas[at].rstrip("."))
    if name.words[0] in words.sex_of_name:
        return noun_class is not None and words.kind_of_class[noun_class] == "person"
    return noun_class in PROFESSIONS and reading.tags[at] == "NN"
