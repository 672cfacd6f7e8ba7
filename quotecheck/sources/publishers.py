"""Who issued the documents of an article: "a report by Harbor Watch", "Harbor Watch released a report"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from quotecheck.sources.figure import Figure
from quotecheck.sources.mention import Scope
from quotecheck.sources.name import ORGANIZATION, Name
from quotecheck.sources.reading import NOUN_TAGS, VERB_TAGS

PAPERS = frozenset({"document", "poll"})
FARTHEST = 12  # tokens between a document and whoever issued it
PART_OF_NAME = frozenset({"appos", "compound", "flat"})


class Part(IntEnum):
    """What an institution had to do with a document; the least is whose it is."""

    WRITES = 0
    OWNS = 1
    ISSUES = 2
    ORDERS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Publishers:
    """Issuers by the token of the document's noun, and whoever issues all documents called by a noun."""

    at: Mapping[int, Figure]
    of: Mapping[str, Figure]


def find_publishers(scope: Scope) -> Publishers:
    """The institutions beside the documents of an article: the author rather than who gave it out or ordered it."""
    at: dict[int, tuple[Part, Figure]] = {}
    for name in scope.cast.names:
        if name.label == ORGANIZATION:
            for i, part in _papers_of(scope, name):
                if i not in at or part < at[i][0]:
                    at[i] = part, scope.cast.figure_of[name]
    issuers: dict[str, dict[Figure, Part]] = defaultdict(dict)
    for i, (part, figure) in sorted(at.items()):
        known = issuers[scope.reading.lemmas[i]]
        known[figure] = min(known.get(figure, part), part)
    closest = {noun: each for noun, parts in issuers.items() if (each := _closest(parts)) is not None}
    return Publishers({i: figure for i, (_, figure) in at.items()}, closest)


def _closest(issuers: Mapping[Figure, Part]) -> Figure | None:
    """Whoever had more to do with it than anybody else."""
    first, *others = sorted(issuers, key=issuers.__getitem__)
    return first if not others or issuers[others[0]] > issuers[first] else None


def _papers_of(scope: Scope, name: Name) -> Iterator[tuple[int, Part]]:
    """The nouns of the documents that a name has to do with."""
    reading = scope.reading
    for i in range(name.end, min(name.end + 3, len(reading))):
        if reading.tags[i] not in NOUN_TAGS | {"POS", "JJ", "CD"}:
            break
        if _is_paper(scope, i):
            yield i, Part.OWNS
    by = name.first - 1 - (name.first > 1 and reading.lower[name.first - 1] == "the")
    is_part = reading.heads[name.end - 1] >= name.end and reading.relations[name.end - 1] in PART_OF_NAME
    is_whole = name.end == len(reading) or not (is_part or reading.tags[name.end] in NOUN_TAGS | {"POS"})
    if by > 0 and is_whole and reading.lower[by] in ("by", "from", "of"):
        yield from _before(scope, by)
    yield from _issued(scope, name)


def _before(scope: Scope, by: int) -> Iterator[tuple[int, Part]]:
    """ "A report by", "a suit that was filed on Monday by": the document before the word for its issuer."""
    reading = scope.reading
    first = max(reading.first_of_sentence[reading.sentences[by]], by - FARTHEST)
    part: Part | None = None
    for i in range(by - 1, first - 1, -1):
        part = _done(scope, i) if part is None else part
        if _is_paper(scope, i) and (i == by - 1 or (part is not None and reading.lower[by] == "by")):
            yield i, Part.WRITES if part is None else part
            return
        if reading.words[i] in (",", ";"):
            return


def _issued(scope: Scope, name: Name) -> Iterator[tuple[int, Part]]:
    """ "Harbor Watch has released a new report": the object of what the name does."""
    reading = scope.reading
    verb = _verb_of(scope, name)
    part = None if verb is None else _done(scope, verb)
    if verb is None or part is None:
        return
    for i in range(verb + 1, min(verb + FARTHEST, reading.end_of_sentence(name.first))):
        if reading.tags[i] in ("IN", "TO") or reading.tags[i] in VERB_TAGS:
            return
        if _is_paper(scope, i):
            yield i, Part.WRITES if "PRP$" in reading.tags[verb + 1 : i] else part
            return


def _verb_of(scope: Scope, name: Name) -> int | None:
    """What a name does to a document: the verb right behind it, or the one that the tree makes it the subject of."""
    reading = scope.reading
    stop = min(reading.end_of_sentence(name.first), name.end + FARTHEST)
    verb = next((i for i in range(name.end, stop) if _done(scope, i) is not None), None)
    if verb is not None and not any(reading.tags[i] in NOUN_TAGS for i in range(name.end, verb)):
        return verb
    top = name.end - 1
    while not reading.subjects[top] and reading.relations[top] in PART_OF_NAME:
        top = reading.heads[top]
    return reading.heads[top] if reading.subjects[top] and reading.heads[top] > top else None


def _done(scope: Scope, i: int) -> Part | None:
    """What a verb does to a document."""
    done = scope.words.done_to_papers.get(scope.reading.lemmas[i]) if scope.reading.tags[i] in VERB_TAGS else None
    return Part[done.upper()] if done is not None else None


def _is_paper(scope: Scope, i: int) -> bool:
    tags = scope.reading.tags
    is_head = tags[i] in NOUN_TAGS and (i + 1 == len(tags) or tags[i + 1] not in NOUN_TAGS)
    return is_head and scope.words.noun_class(scope.reading.lemmas[i]) in PAPERS
