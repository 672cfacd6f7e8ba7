"""Whom a surname or given name alone may mean, and whom it most likely means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotecheck.sources.figure import Figure
from quotecheck.sources.kin import is_kin
from quotecheck.sources.misspelled import likely_meant
from quotecheck.sources.name import PERSON, Name, folded
from quotecheck.sources.reading import Reading
from quotecheck.sources.words import Words


@dataclass(frozen=True, slots=True)
class Namings:
    """How often and where figures are named in full."""

    seen: dict[int, list[Name]]  # id of a figure -> its full names so far
    totals: Counter[int]
    alone: set[str]  # single words by which somebody is called
    kin: set[int]  # ids of figures whom the article brings in as relatives


def namings_of(names: Sequence[Name], figure_of: Mapping[Name, Figure], reading: Reading, words: Words) -> Namings:
    """Who is named in full, of ``figure_of``; ``seen`` is still empty."""
    in_full: dict[int, list[Name]] = defaultdict(list)
    for name, figure in figure_of.items():
        in_full[id(figure)].append(name)
    return Namings(
        seen=defaultdict(list),
        totals=Counter({key: len(own) for key, own in in_full.items()}),
        alone={name.words[0] for name in names if len(name.words) == 1},
        kin={key for key, own in in_full.items() if is_kin(own, reading, words)},
    )


def key_of(word: str) -> str:
    """A surname as it is looked up: without capitals and accents, and without "al-" before it."""
    low = folded(word)
    return low.split("-", 1)[1] if low.startswith(("al-", "el-")) else low


def bearers_of(name: Name, full: dict[str, list[Figure]], figures: list[Figure], sex: str | None) -> list[Figure]:
    """Everybody whom a single name may mean; a new figure where nobody of that sex bears it."""
    word = key_of(name.words[-1])
    if word not in full and (meant := likely_meant(word, full)) is not None:
        full[word] = [figure for figure in full[meant] if key_of(figure.parts[-1]) == meant]
    bearers = full.get(word, [])
    bearers = [f for f in bearers if key_of(f.parts[-1]) == word or key_of(f.parts[0]) == word] or bearers
    bearers = [f for f in bearers if key_of(f.parts[-1]) == word] or bearers
    bearers = [f for f in bearers if sex is None or f.sex in (sex, None)]
    if not bearers:
        figure = Figure(PERSON, name.words, sex=sex)
        figures.append(figure)
        full[word].append(figure)
        return [figure]
    return list(bearers)


def likeliest(name: Name, bearers: Sequence[Figure], namings: Namings, reading: Reading) -> list[Figure]:
    """Of several with one surname the one just named in full, else whom the article is about; all if it is open."""
    seen, totals, alone = namings.seen, namings.totals, namings.alone
    known = [figure for figure in bearers if seen[id(figure)]] or list(bearers)
    known = [figure for figure in known if len(figure.parts) == 1 or figure.parts[0] not in alone] or known
    known = [figure for figure in known if id(figure) not in namings.kin] or known
    ranked = sorted(known, key=lambda figure: -totals[id(figure)])
    if len(known) == 1 or totals[id(ranked[0])] >= 2 * totals[id(ranked[1])]:
        return ranked[:1]
    place = {id(figure): _sentence_of_last(seen[id(figure)], reading) for figure in known}
    by_place = sorted(known, key=lambda figure: -place[id(figure)])
    last, other = (place[id(figure)] for figure in by_place[:2])
    if last == other >= 0:
        return by_place
    is_just_named = last > other and 0 <= reading.sentences[name.first] - last < 2
    return by_place[:1] if is_just_named else [min(known, key=lambda figure: _first_of(seen[id(figure)]))]


def _sentence_of_last(names: Sequence[Name], reading: Reading) -> int:
    return reading.sentences[names[-1].first] if names else -1


def _first_of(names: Sequence[Name]) -> float:
    return names[0].first if names else float("inf")
