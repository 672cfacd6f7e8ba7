"""Who is named in an article: full names, surnames, given names and bare titles of one person put together."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotecheck.sources.bearers import bearers_of, key_of, likeliest, namings_of
from quotecheck.sources.figure import Figure
from quotecheck.sources.full_names import acronym_of, full_names
from quotecheck.sources.name import PERSON, Name, NameWords, folded
from quotecheck.sources.reading import Reading
from quotecheck.sources.sexes import honorific_sex, pronouns_behind, sex_of_parts, taken_up_as
from quotecheck.sources.words import Words

SURE = 2  # times that pronouns of one sex alone take a name up, to say more than a list of given names


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """Figures, and which of them every name stands for; several where the article leaves it open."""

    figures: tuple[Figure, ...]
    names: tuple[Name, ...]
    figure_of: dict[Name, Figure]
    rivals_of: dict[Name, tuple[Figure, ...]]
    firsts: tuple[int, ...]  # first token of every name

    def names_in(self, first: int, end: int) -> tuple[Name, ...]:
        """The names that begin between two tokens."""
        return self.names[bisect_left(self.firsts, first) : bisect_left(self.firsts, end)]

    def names_before(self, i: int, limit: int) -> tuple[Name, ...]:
        """At most ``limit`` names that begin before token ``i``, in text order."""
        at = bisect_left(self.firsts, i)
        return self.names[max(0, at - limit) : at]


def build_cast(names: Sequence[Name], reading: Reading, words: Words, known: NameWords) -> Cast:
    """The figures behind ``names``."""
    figures: list[Figure] = []
    figure_of: dict[Name, Figure] = {}
    rivals_of: dict[Name, tuple[Figure, ...]] = {}
    full: dict[str, list[Figure]] = defaultdict(list)  # a word of a full name -> who bears it
    for name in names:
        if name.label == PERSON and _is_full(name, known):
            figure_of[name] = _full(name, full, figures, reading, words, known)
    _add_office_holders(names, full, figures, figure_of, reading, words)
    behind = pronouns_behind(names, reading, words)
    taken_up = taken_up_as(behind)
    namings = namings_of(names, figure_of, reading, words)
    for name in names:
        if name in figure_of:
            namings.seen[id(figure_of[name])].append(name)
        elif name.label == PERSON:
            sex = honorific_sex(name, reading, words) or taken_up.get(name.words[-1].lower())
            found = bearers_of(name, full, figures, sex)
            if len(found) > 1:
                found = likeliest(name, found, namings, reading)
            figure_of[name] = found[0]
            if len(found) > 1:
                rivals_of[name] = tuple(found)
    _add_bodies(names, figures, figure_of, reading, known)
    for name in names:
        if name in figure_of:
            figure_of[name].names.append(name)
    _tell_sexes(figures, reading, words, behind)
    return Cast(tuple(figures), tuple(names), figure_of, rivals_of, tuple(name.first for name in names))


def _plain(parts: Sequence[str], known: NameWords) -> list[str]:
    """The words of a name without nicknames in quotation marks and suffixes."""
    return [part for part in parts if part.lower() not in known.suffixes and part[0].isalpha()]


def _is_full(name: Name, known: NameWords) -> bool:
    """Whether a given name stands before the surname, which may begin with a particle."""
    return len(_plain(name.words, known)) > 1 and name.words[0].lower() not in known.particles


def _full(
    name: Name,
    full: dict[str, list[Figure]],
    figures: list[Figure],
    reading: Reading,
    words: Words,
    known: NameWords,
) -> Figure:
    plain = _plain(name.words, known)
    for figure in full.get(key_of(plain[-1]), ()):
        own = _plain(figure.parts, known)
        is_same = key_of(own[-1]) == key_of(plain[-1]) and _same_given(own[0], plain[0], words, known)
        if is_same and _generation(figure.parts, known) == _generation(name.words, known):
            if len(name.words) > len(figure.parts) and own[0][:1] == plain[0][:1]:
                figure.parts = name.words
            return figure
    figure = Figure(PERSON, name.words, sex=sex_of_parts(name.words, words))
    figures.append(figure)
    for part in {key_of(part) for part in plain if part.lower() not in known.particles}:
        full[part].append(figure)
    return figure


def _generation(parts: Sequence[str], known: NameWords) -> str:
    """ "jr" of "Karl Moor Jr."; empty where there is no such word."""
    return next((part.lower().rstrip(".") for part in parts[1:] if part.lower() in known.suffixes), "")


def _same_given(one: str, other: str, words: Words, known: NameWords) -> bool:
    if one == other or known.short_for.get(one, one) == known.short_for.get(other, other):
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


def _add_office_holders(
    names: Sequence[Name],
    full: dict[str, list[Figure]],
    figures: list[Figure],
    figure_of: dict[Name, Figure],
    reading: Reading,
    words: Words,
) -> None:
    """ "Mayor Brandt" is somebody else where no Brandt who is named in full is ever called mayor."""
    offices: dict[int, set[str]] = defaultdict(set)
    firsts: dict[int, int] = {}
    for name, figure in figure_of.items():
        offices[id(figure)].add(_office(name, reading, words))
        firsts.setdefault(id(figure), name.first)
    holders: dict[tuple[str, str], Figure] = {}
    for name in names:
        office = _office(name, reading, words) if name.label == PERSON and name not in figure_of else ""
        if not office or len(name.words) > 1:
            continue
        bearers = full.get(key_of(name.words[-1]), [])
        if not bearers or any(office in offices[id(figure)] or offices[id(figure)] != {""} for figure in bearers):
            continue
        if any(firsts.get(id(figure), name.first) < name.first for figure in bearers):
            continue
        key = (office, key_of(name.words[-1]))
        if key not in holders:
            holders[key] = Figure(PERSON, name.words)
            figures.append(holders[key])
        figure_of[name] = holders[key]
    for (_, word), figure in holders.items():
        full[word].append(figure)


def _office(name: Name, reading: Reading, words: Words) -> str:
    """The title of office right before a name, written out; empty where there is none."""
    before = reading.lower[name.first - 1].rstrip(".") if name.first else ""
    return words.written_out.get(before, before) if before in words.offices else ""


def _add_bodies(
    names: Sequence[Name], figures: list[Figure], figure_of: dict[Name, Figure], reading: Reading, known: NameWords
) -> None:
    """Organizations and places, by their full names."""
    full = full_names(names, reading, known)
    bodies: dict[tuple[str, ...], Figure] = {}
    for name in names:
        if name.label == PERSON:
            continue
        parts = full[folded(name.text)]
        if parts not in bodies:
            bodies[parts] = Figure(name.label, parts, acronym=acronym_of(parts))
            figures.append(bodies[parts])
        figure_of[name] = bodies[parts]


def _tell_sexes(figures: Sequence[Figure], reading: Reading, words: Words, behind: Mapping[Name, str]) -> None:
    for figure in figures:
        if figure.label != PERSON:
            continue
        votes = Counter(sex for name in figure.names if (sex := honorific_sex(name, reading, words)))
        given = next((sex for name in figure.names if (sex := sex_of_parts(name.words, words))), None)
        alone = words.sex_of_name.get(figure.parts[0])
        taken = Counter(behind[name] for name in figure.names if name in behind)
        pronoun = taken.most_common(1)[0][0] if len(taken) == 1 else None
        sure = pronoun if pronoun is not None and taken[pronoun] >= SURE else None
        figure.sex = votes.most_common(1)[0][0] if votes else sure or given or figure.sex or alone or pronoun
