"""The full names of organizations and places: "Harbor Watch" for "HW", "The Gazette" for "Gazette"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quotecheck.sources.name import ORGANIZATION, PERSON, Name, NameWords, folded
from quotecheck.sources.reading import MARKS, Reading

SHORTEST = 3  # letters of an acronym
BRIDGES = frozenset({"of", "for"})


def full_names(names: Sequence[Name], reading: Reading, known: NameWords) -> Mapping[str, tuple[str, ...]]:
    """The words of the full name of every name that is no person's, by its words, ``folded``."""
    first: dict[str, Name] = {}
    for name in names:
        if name.label != PERSON:
            first.setdefault(folded(name.text), name)
    explained = _explained(first.values(), reading)
    longer: dict[str, list[Name]] = {}  # a short form -> whose it may be
    for name in first.values():
        for short in _short_forms(name, known):
            longer.setdefault(short, []).append(name)
    mastheads = _mastheads(names, reading)
    found = {}
    for key, name in first.items():
        words = explained.get(key, _full(name, longer.get(key, ()))).words
        found[key] = ("The", *words) if folded(" ".join(words)) in mastheads else words
    return found


def _explained(names: Iterable[Name], reading: Reading) -> Mapping[str, Name]:
    """The names behind which an acronym stands in brackets, by it: "Centers for Fish and Game (CFG)"."""
    found: dict[str, Name] = {}
    for name in names:
        behind = reading.words[name.end : name.end + 3]
        if len(name.words) > 1 and len(behind) > 2 and behind[0] == "(" and behind[2] == ")" and behind[1].isupper():
            found.setdefault(folded(behind[1]), name)
    return found


def acronym_of(words: Sequence[str]) -> str | None:
    """The capitals that the words begin with, where they are enough to be an acronym."""
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return capitals if len(capitals) >= SHORTEST and len(words) > 1 else None


def _full(name: Name, longer: Sequence[Name]) -> Name:
    """The longer name that is meant: by an acronym or all but its last word anywhere, by other short forms below it."""
    acronyms = [each for each in longer if acronym_of(each.words) == name.text.replace(".", "")]
    if acronyms:
        return acronyms[0]
    above = [
        each for each in longer if name.label == ORGANIZATION and (each.first < name.first or _lacks_end(name, each))
    ]
    is_first_word = bool(above) and folded(above[0].words[0]) == folded(name.text)
    return above[0] if len(above) == 1 or is_first_word else name


def _lacks_end(name: Name, longer: Name) -> bool:
    """Whether a headline, say, leaves out the last word: "Halden Mills" of Halden Mills Inc."""
    return len(name.words) > 1 and longer.words[:-1] == name.words


def _short_forms(name: Name, known: NameWords) -> Iterator[str]:
    """What a name may be called later, ``folded``."""
    acronym = acronym_of(name.words)
    if acronym is not None:
        yield folded(acronym)
        yield ".".join(folded(acronym)) + "."
    if name.label != ORGANIZATION:
        return
    lower = [folded(word) for word in name.words]
    if len(lower) > 1 and lower[-1] in known.bodies and "." not in lower[0]:
        yield lower[0]  # "halden" of Halden Savings Bank
    if lower[-1] in known.bodies:
        yield from (" ".join(lower[n:]) for n in range(1, len(lower)))  # "Police Department" of that of Norvik
    for n in range(2, len(lower)):
        if lower[n] in BRIDGES or all(word in known.bodies for word in lower[n:]):
            yield " ".join(lower[:n])


def _mastheads(names: Sequence[Name], reading: Reading) -> frozenset[str]:
    """Names of bodies that mostly have an article with a capital where no sentence begins."""
    balance: Counter[str] = Counter()
    for name in names:
        at = name.first - 1
        if name.label != ORGANIZATION or at < 1 or reading.lower[at] != "the" or _begins(reading, at):
            continue
        balance[folded(name.text)] += 1 if reading.words[at][0].isupper() else -1
    return frozenset(key for key, n in balance.items() if n > 0)


def _begins(reading: Reading, at: int) -> bool:
    return reading.sentences[at] != reading.sentences[at - 1] or reading.words[at - 1] in MARKS | {":"}
