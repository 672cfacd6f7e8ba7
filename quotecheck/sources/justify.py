"""Why a source is in the story: what it has to do with it, what its institution is, where it spoke, what it did."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotecheck.records import Attribution, Span
from quotecheck.sources import groups as kinds
from quotecheck.sources.bases import Basis
from quotecheck.sources.describe import in_order, shorten
from quotecheck.sources.figure import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.name import ORGANIZATION, PERSON, Name
from quotecheck.sources.occasions import find_occasions
from quotecheck.sources.phrase_ends import clause_end
from quotecheck.sources.reading import CLAUSE_STARTS, MARKS, VERB_TAGS

MOST = 3  # phrases that tell who somebody is
SHORTEST, LONGEST_SENTENCE = 6, 50  # tokens of a sentence that tells of somebody
LEAD = 3  # tokens before the name
OPENING = 6  # tokens of a clause that tell whether it is about being silent
LEADING_ON = frozenset({"CC", "DT", "IN", "TO", "WDT", "WP", "WP$", ",", "EX"})
FINAL = frozenset({".", "!", "?"})
Place = tuple[int, int]  # tokens from the first to before the second


@dataclass(frozen=True, slots=True)
class Telling:
    """What tells the sentences about people and papers from all others."""

    cues: Sequence[Span]  # of statements, rising
    lead: int  # where the text begins, below headline and byline
    obtained: Sequence[int]  # tokens that say that somebody got hold of something


def find_telling(scope: Scope, attributions: Iterable[Attribution], lead: int) -> Telling:
    """The same for a whole article, whose text begins at ``lead``."""
    reading = scope.reading
    return Telling(
        sorted({each.cue.span for each in attributions if each.cue is not None and each.family.is_statement}),
        lead,
        [i for i, lemma in enumerate(reading.lemmas) if lemma in scope.words.obtains],
    )


def justify(scope: Scope, group: Group, telling: Telling, basis: Basis | None, *, is_anonymous: bool) -> str | None:
    """Why the article turns to a source, in its words; of those who stay anonymous, how they know."""
    said = scope.reading.said
    if group.figure is not None:
        about = (_settled(scope, place) for place in _about(scope, group.figure, telling))
        told = in_order([said(*place) for place in about if place is not None])[:MOST]
        spoke = [said(*place) for place in find_occasions(scope, group.attributions)][:1]
        return _joined(in_order([*told, *spoke]))
    places = [basis.place] if basis is not None else []
    if group.kind == kinds.DOCUMENT:
        places.extend(_provenance(scope, group, telling))
    elif group.is_one_unnamed and not is_anonymous:
        places.extend(_clauses(scope, group, telling))
    return _joined([said(*place) for place in places[:1]])


def _about(scope: Scope, figure: Figure, telling: Telling) -> Iterator[Place]:
    """What the article says of somebody or of the institutions in their titles."""
    reading = scope.reading
    is_with = [place for place in figure.relations if reading.tags[place[0]] == "IN"]
    for place in figure.relations:
        if place not in is_with and not _is_about_saying(scope, place, telling.cues):
            yield place
    for first, end in figure.titles:
        for name in scope.cast.names_in(first, end):
            if name.label == ORGANIZATION:
                yield from scope.cast.figure_of[name].relations
    if not figure.titles:
        yield from is_with
    if figure.label == PERSON:
        yield from _background(scope, figure, telling)


def _settled(scope: Scope, place: Place) -> Place | None:
    """``place`` without words at its end that lead on ("who joined and who is"); nothing where one word is left."""
    reading = scope.reading
    first, end = place
    while end > first and (reading.tags[end - 1] in LEADING_ON or reading.lemmas[end - 1] == "be"):
        end -= 1
    return (first, end) if end - first > 1 or end == place[1] else None


def _is_about_saying(scope: Scope, place: Place, cues: Sequence[Span]) -> bool:
    """Whether a clause only tells that somebody said something, or nothing: "who declined to comment"."""
    reading = scope.reading
    first, end = place
    if reading.lower[first] not in CLAUSE_STARTS:
        return False
    opening = range(first + 1, min(end, first + OPENING))
    verb = next((i for i in opening if reading.tags[i] in VERB_TAGS), first)
    return _holds(reading.span(first, verb + 1), cues) or any(reading.lemmas[i] in scope.words.silence for i in opening)


def _background(scope: Scope, figure: Figure, telling: Telling) -> Iterator[Place]:
    """The first sentence that begins with a person's name and tells of them, rather than what they say."""
    reading = scope.reading
    for name in figure.names:
        first = reading.first_of_sentence[reading.sentences[name.first]]
        end = reading.end_of_sentence(name.first)
        is_fit = name.first - first <= LEAD and SHORTEST <= end - first < LONGEST_SENTENCE
        is_subject = any(reading.subjects[i] for i in range(name.first, name.end)) and not _is_aside(scope, first, name)
        if not is_fit or not is_subject or reading.starts[first] < telling.lead or reading.words[end - 1] not in FINAL:
            continue
        is_quoted = any(reading.words[i] in MARKS for i in range(first, end))
        if not is_quoted and not _holds(reading.span(first, end), telling.cues):
            yield first, end
            return


def _is_aside(scope: Scope, first: int, name: Name) -> bool:
    """Whether a name only opens its sentence: "After Brandt left, ...", "Brandt's report"."""
    reading = scope.reading
    return reading.tags[first] in ("IN", "TO") or (name.end < len(reading) and reading.tags[name.end] == "POS")


def _holds(place: Span, cues: Sequence[Span]) -> bool:
    """Whether one of ``cues``, which rise, stands in a place."""
    at = bisect_left(cues, Span(place.start, 0))
    return at < len(cues) and cues[at].start < place.end


def _provenance(scope: Scope, group: Group, telling: Telling) -> Iterator[Place]:
    """The sentence that tells how reporters came by a document: "The Lantern obtained the memo"."""
    reading, nouns = scope.reading, group.nouns
    for i in telling.obtained:
        stop = reading.end_of_sentence(i)
        if any(reading.lemmas[j] in nouns for j in range(i + 1, min(i + 1 + LEAD, stop))):
            yield reading.first_of_sentence[reading.sentences[i]], stop


def _clauses(scope: Scope, group: Group, telling: Telling) -> Iterator[Place]:
    """How somebody without a name is described where the article says what they do: "his agent, who sold it"."""
    for mention in group.descriptions:
        end = _clause(scope, mention, telling)
        if end is not None:
            yield mention.first, end


def _clause(scope: Scope, mention: Mention, telling: Telling) -> int | None:
    """The end of the clause behind a description that is not about keeping a name secret."""
    reading = scope.reading
    stop = min(mention.whole_end + 2, len(reading))
    at = next((i for i in range(mention.head + 1, stop) if reading.lower[i] in CLAUSE_STARTS), None)
    if at is None:
        return None
    end = clause_end(at, reading.end_of_sentence(at), reading)
    is_secret = scope.words.signals.search(reading.said(at, end)) is not None
    return None if is_secret or _is_about_saying(scope, (at, end), telling.cues) else end


def _joined(phrases: Sequence[str]) -> str | None:
    return shorten("; ".join(phrases)) or None
