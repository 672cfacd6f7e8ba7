"""Pieces of one name, as the recognizer leaves them, put together: "Bank" of "Norvik", "Juan “Chico” Marin"."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.sources.name import NAME_TAGS, ORGANIZATION, PERSON, PLACE, UNKNOWN, Name, NameWords, folded
from quotecheck.sources.reading import MARKS, Reading

BRIDGES = frozenset({"of", "for", "on", "to"})
ARTICLES = frozenset({"the", "a", "an"})
BODY_LABELS = (ORGANIZATION, PLACE, UNKNOWN)
OPENING, CLOSING = MARKS | {"(", "''"}, MARKS | {")", "''"}


def name_at(reading: Reading, first: int, end: int, label: str) -> Name:
    """The name in the tokens from ``first`` to before ``end``."""
    return Name(first, end, tuple(reading.said(first, end).split()), label)


def joined(names: Sequence[Name], reading: Reading, known: NameWords) -> list[Name]:
    """The names, which come in text order, whole and without overlaps."""
    found: list[Name] = []
    surnames = {name.words[-1] for name in names if name.label == PERSON and len(name.words) > 1}
    wholes = _wholes(names)
    for name in names:
        whole = _led(_stretched(_untorn(name, surnames, reading), reading, known), found, reading, known)
        last = found[-1] if found else None
        if last is not None and whole.end <= last.end:
            continue
        if last is not None and _is_nickname(last, whole, reading):
            found[-1] = name_at(reading, last.first, whole.end + 2, PERSON)
            continue
        if last is not None and _has_nickname_before(last, whole, reading):
            found[-1] = name_at(reading, last.first, whole.end, PERSON)
            continue
        label = _label_of_both(last, whole, reading, known) if last is not None else None
        if last is not None and last.end < whole.first and reading.said(last.first, whole.end) in wholes:
            label = ORGANIZATION
        if last is not None and label is not None:
            found[-1] = name_at(reading, last.first, whole.end, label)
        elif last is None or whole.first >= last.end:
            found.append(whole)
    return found


def _wholes(names: Sequence[Name]) -> frozenset[str]:
    """Names of bodies that hold an "and" or a comma, and their last parts: what is torn elsewhere is whole there."""
    long = (
        name.words for name in names if name.label == ORGANIZATION and not all(word[0].isupper() for word in name.words)
    )
    return frozenset(" ".join(words[n:]) for words in long for n in range(len(words) - 2))


def _untorn(name: Name, surnames: set[str], reading: Reading) -> Name:
    """With the other half of a surname with a hyphen: "Boone" of "Delacroix-Boone"."""
    first, end = name.first, name.end
    if name.label != PERSON or end - first > 1:
        return name
    for a, b in ((first - 2, end), (first, end + 2)):
        if a >= 0 and b <= len(reading) and reading.words[b - 2] == "-" and reading.said(a, b) in surnames:
            return name_at(reading, a, b, PERSON)
    return name


def _stretched(name: Name, reading: Reading, known: NameWords) -> Name:
    """With the words of a body behind it: "Norvik" in "Norvik Harbor Council" is none of its own."""
    if name.label == PERSON:
        return _with_suffix(name, reading, known)
    end = name.end
    while (
        name.label in (ORGANIZATION, PLACE)
        and end < len(reading)
        and reading.tags[end] in NAME_TAGS
        and reading.words[end][0].isupper()
        and reading.lower[end] in known.bodies
    ):
        end += 1
    if name.label == ORGANIZATION and reading.tags[end : end + 1] == ["POS"] and _is_body_word(end + 1, reading, known):
        end += 2  # "Harbor People's Campaign"
    return name if end == name.end else name_at(reading, name.first, end, ORGANIZATION)


def _is_body_word(i: int, reading: Reading, known: NameWords) -> bool:
    """Whether the word at ``i`` ends the name of a body: "Office", and not the one of "Office of Trade"."""
    is_body = i < len(reading) and reading.words[i][0].isupper() and reading.lower[i] in known.bodies
    return is_body and reading.lower[i + 1 : i + 2] not in (["of"], ["for"])


def _with_suffix(name: Name, reading: Reading, known: NameWords) -> Name:
    """A person's name with "Jr." and with what a hyphen ties to it: "Ban Ki-moon", "Min-ji Park"."""
    end, n = _end_with_nickname(name, reading), len(reading)
    is_tied = end + 1 < n and reading.words[end] == "-" and reading.starts[end + 1] == reading.ends[end]
    if is_tied and reading.tags[end + 1] in NAME_TAGS:
        if len(name.words) > 1:
            end += 2
        elif end + 2 < n and reading.tags[end + 2] in NAME_TAGS and reading.lower[end + 1] == reading.words[end + 1]:
            end += 3
    at = end + 1 if end < n and reading.words[end] == "," else end
    if at < n and reading.lower[at] in known.suffixes and reading.words[at][0].isupper():
        end = at + 1
    return name if end == name.end else name_at(reading, name.first, end, PERSON)


def _end_with_nickname(name: Name, reading: Reading) -> int:
    """The end of "Karl “Skip” Moor", of which only the given name was found."""
    at, surname = name.end, name.end + 3
    if len(name.words) > 1 or surname >= len(reading) or reading.sentences[surname] != reading.sentences[name.first]:
        return name.end
    has_marks = reading.words[at] in MARKS and reading.words[at + 2] in MARKS
    return surname + 1 if has_marks and all(reading.words[i][0].isupper() for i in (at + 1, surname)) else name.end


def _led(name: Name, found: Sequence[Name], reading: Reading, known: NameWords) -> Name:
    """With what a body is, before "of": "Bank of Norvik", "Ministry of Health"; a name begins with no preposition."""
    first = name.first
    while first < name.end and reading.lower[first] in BRIDGES:
        first += 1
    at = first - 1
    if first > 1 and reading.lower[at] in ARTICLES:
        at -= 1
    head = at - 1
    is_body = (
        (name.label != PERSON or len(name.words) == 1)
        and head >= 0
        and reading.lower[at] in ("of", "for")
        and reading.lower[head] in known.bodies_of
        and reading.words[head][0].isupper()
        and reading.sentences[head] == reading.sentences[name.first]
        and not (found and found[-1].end > head)
    )
    if is_body:
        return name_at(reading, head, name.end, ORGANIZATION)
    return name if first in (name.first, name.end) else name_at(reading, first, name.end, name.label)


def _label_of_both(last: Name, name: Name, reading: Reading, known: NameWords) -> str | None:
    """What two names are together; ``None`` where they are two."""
    if reading.sentences[last.first] != reading.sentences[name.first]:
        return None
    if name.first < last.end:
        return PERSON if last.label == name.label == PERSON else None
    between = reading.lower[last.end : name.first]
    if last.label == PERSON and _has_particle(last, name, between, known):
        return PERSON
    if not between and last.label == name.label == PERSON:
        return PERSON if len(last.words) == len(name.words) == 1 else None
    if not between:
        return ORGANIZATION if last.label in BODY_LABELS and name.label in (ORGANIZATION, UNKNOWN) else None
    if _is_bridge(between) and last.words[-1].lower() in known.bodies:
        return ORGANIZATION
    is_short = len(last.words) == 1 and not last.text.isupper() and last.label in BODY_LABELS
    if between == ["and"] and is_short and _has_article(last, reading) and name.words[-1].lower() in known.bodies:
        return ORGANIZATION
    if between == ["&"] or _is_firm(last, name, between, known) or _is_listed(last, name, between, reading, known):
        return ORGANIZATION
    is_office = between == ["'s"] and last.label in (ORGANIZATION, PLACE) and len(name.words) == 1
    return ORGANIZATION if is_office and name.words[0].lower() in known.bodies else None


def _has_particle(last: Name, name: Name, between: Sequence[str], known: NameWords) -> bool:
    """Whether a surname was torn at its first word: "Erling" and "St. Clair Vogt", "Erling St." and "Clair Vogt"."""
    if between:
        return name.label == PERSON and known.particles.issuperset(between)
    is_led = len(last.words) == 1 and folded(name.words[0]) in known.particles
    return is_led or folded(last.words[-1]) in known.particles


def _has_article(name: Name, reading: Reading) -> bool:
    return name.first > 0 and reading.lower[name.first - 1] == "the"


def _is_bridge(between: Sequence[str]) -> bool:
    return 0 < len(between) < 3 and between[0] in BRIDGES - {"to"} and (len(between) == 1 or between[1] in ARTICLES)


def _is_nickname(last: Name, name: Name, reading: Reading) -> bool:
    """Whether a name in quotation marks or brackets is a nickname: "Juan “Chico” Marin", "Karl (Kalle) Moor"."""
    after = name.end + 1
    return (
        last.label == PERSON
        and name.first - last.end == 1
        and after < len(reading)
        and reading.words[last.end] in OPENING
        and reading.words[name.end] in CLOSING
        and reading.tags[after] in NAME_TAGS
        and reading.sentences[after] == reading.sentences[last.first]
    )


def _has_nickname_before(last: Name, name: Name, reading: Reading) -> bool:
    """Whether only a nickname that the recognizer did not see stands between two names: "Juan “Chico” Marin"."""
    between = range(last.end + 1, name.first - 1)
    return (
        last.label == name.label == PERSON
        and len(between) in (1, 2)
        and reading.words[last.end] in OPENING
        and reading.words[name.first - 1] in CLOSING
        and all(reading.words[i][0].isupper() for i in between)
        and reading.sentences[name.first] == reading.sentences[last.first]
    )


def _is_firm(last: Name, name: Name, between: Sequence[str], known: NameWords) -> bool:
    """ "Marks and Brandt Partners": a surname, and a name that ends as firms do."""
    is_surname = len(last.words) == 1 and last.label != PLACE
    return list(between) == ["and"] and is_surname and name.words[-1].lower() in known.firms


def _is_listed(last: Name, name: Name, between: Sequence[str], reading: Reading, known: NameWords) -> bool:
    """ "Academies of Sciences, Engineering and Medicine": what a body is for goes on, without a body of its own."""
    inside = reading.lower[last.first : last.end]
    own = [word.lower() for word in name.words]
    if name.label == PERSON or known.bodies & set(own) or not BRIDGES & set(inside):
        return False
    if list(between) == [","]:
        return "and" in own
    return list(between) == ["and"] and ("for" in inside or bool(known.branches & set(inside)))
