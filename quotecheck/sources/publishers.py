"""Who issued the documents of an article: "a report by Harbor Watch", "Harbor Watch released a report"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quotecheck.sources.cast import Figure
from quotecheck.sources.mention import Scope
from quotecheck.sources.name import ORGANIZATION, Name
from quotecheck.sources.reading import NOUN_TAGS, VERB_TAGS

PAPERS = frozenset({"document", "poll"})
FARTHEST = 9  # tokens between a document and whoever issued it


@dataclass(frozen=True, slots=True, eq=False)
class Publishers:
    """Issuers by the token of the document's noun, and whoever issues all documents called by a noun."""

    at: Mapping[int, Figure]
    of: Mapping[str, Figure]


def find_publishers(scope: Scope) -> Publishers:
    """The institutions beside the documents of an article."""
    at: dict[int, Figure] = {}
    issuers: dict[str, dict[Figure, None]] = defaultdict(dict)
    for name in scope.cast.names:
        if name.label == ORGANIZATION:
            for i in _papers_of(scope, name):
                at.setdefault(i, scope.cast.figure_of[name])
                issuers[scope.reading.lemmas[i]][scope.cast.figure_of[name]] = None
    return Publishers(at, {noun: next(iter(each)) for noun, each in issuers.items() if len(each) == 1})


def _papers_of(scope: Scope, name: Name) -> Iterator[int]:
    """The nouns of the documents that a name issues."""
    reading = scope.reading
    for i in range(name.end, min(name.end + 3, len(reading))):
        if reading.tags[i] not in NOUN_TAGS | {"POS", "JJ", "CD"}:
            break
        if _is_paper(scope, i):
            yield i
    by = name.first - 1 - (name.first > 1 and reading.lower[name.first - 1] == "the")
    if by > 0 and reading.lower[by] in ("by", "from", "of"):
        yield from _before(scope, by)
    yield from _issued(scope, name)


def _before(scope: Scope, by: int) -> Iterator[int]:
    """ "a report by", "a suit that was filed on Monday by": the document before the word for its issuer."""
    reading = scope.reading
    first = max(reading.first_of_sentence[reading.sentences[by]], by - FARTHEST)
    has_verb = False
    for i in range(by - 1, first - 1, -1):
        has_verb = has_verb or reading.lemmas[i] in scope.words.issues
        if _is_paper(scope, i) and (i == by - 1 or (has_verb and reading.lower[by] == "by")):
            yield i
            return
        if reading.words[i] in (",", ";"):
            return


def _issued(scope: Scope, name: Name) -> Iterator[int]:
    """ "Harbor Watch has released a new report": the object of what the name does."""
    reading = scope.reading
    stop = min(reading.end_of_sentence(name.first), name.end + FARTHEST)
    verb = next((i for i in range(name.end, stop) if reading.tags[i] in VERB_TAGS and _issues(scope, i)), None)
    if verb is None or any(reading.tags[i] in NOUN_TAGS for i in range(name.end, verb)):
        return
    for i in range(verb + 1, min(verb + FARTHEST, reading.end_of_sentence(name.first))):
        if reading.tags[i] in ("IN", "TO") or reading.tags[i] in VERB_TAGS:
            return
        if _is_paper(scope, i):
            yield i
            return


def _issues(scope: Scope, i: int) -> bool:
    return scope.reading.lemmas[i] in scope.words.issues


def _is_paper(scope: Scope, i: int) -> bool:
    return scope.reading.tags[i] in NOUN_TAGS and scope.words.noun_class(scope.reading.lemmas[i]) in PAPERS
