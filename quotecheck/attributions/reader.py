"""Attributions as the bundled network reads them: its spans, tied together by the cue that each hangs on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from quotecheck.attributions.cues import NOUNS, VERBAL, VERBS, Pattern, patterns_of
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.nouns import owner_of
from quotecheck.attributions.origins import subject_of
from quotecheck.attributions.quoted import STOPS
from quotecheck.attributions.spans import span_over
from quotecheck.attributions.syntax import syntax_of
from quotecheck.document.parse import Parse, span_of
from quotecheck.document.reading import NO_CUE, Reading
from quotecheck.records import Cue, CueFamily, CueForm, Span
from quotecheck.rulebook.rulebook import Rulebook

RULE = "reader"
EMPTY = frozenset({"ADP", "CCONJ", "DET", "PART", "PUNCT", "SCONJ", "SPACE"})  # a stray "the" is no content
FAR = 60  # tokens over which a span finds its cue by nearness, when the network names none


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of tokens in one role; ``last`` is included."""

    role: str
    first: int
    last: int
    cue: int
    confidence: float


@dataclass(slots=True)
class _Group:
    """A cue with the stretches that hang on it."""

    cue: Stretch
    sources: list[Stretch] = field(default_factory=list)
    contents: list[Stretch] = field(default_factory=list)


def read_drafts(parse: Parse, rulebook: Rulebook) -> list[Draft]:
    """A draft for each cue of the reading that has a content; none without a reading."""
    if parse.reading is None:
        return []
    stretches = list(find_stretches(parse, parse.reading))
    groups = {one.first: _Group(one) for one in stretches if one.role == "cue"}
    places = sorted(groups)
    for one in stretches:
        if one.role == "cue":
            continue
        group = groups.get(one.cue) or _nearest(one, places, groups, parse)
        if group is not None and not _paragraph_between(parse, one, group.cue.first):
            (group.sources if one.role == "source" else group.contents).append(one)
    drafts = (_draft(group, parse.doc, rulebook) for group in groups.values())
    return [draft for draft in drafts if draft is not None]


def find_stretches(parse: Parse, reading: Reading) -> Iterator[Stretch]:
    """Runs of one role within a paragraph, in text order; white space neither breaks nor begins a run."""
    doc = parse.doc
    names = [label.partition("-") for label in reading.labels]
    open_role, places = "", list[int]()
    for i, (mark, role) in enumerate(
        _smooth([(mark, role) for mark, _, role in map(names.__getitem__, reading.roles)])
    ):
        if doc[i].is_space:
            continue
        is_next = role == "source" and doc[i].is_sent_start and doc[i - 1].text in STOPS  # no source goes on there
        crosses = is_next or (bool(places) and parse.crosses_paragraphs(doc[places[-1]].idx, doc[i].idx))
        if places and (role != open_role or mark == "B" or crosses):
            yield _stretch(open_role, places, reading)
            places = []
        open_role = role
        if role:
            places.append(i)
    if places:
        yield _stretch(open_role, places, reading)


def _smooth(marks: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A run that goes on from nothing, inside a run of another role, belongs to the latter."""
    out, i = list(marks), 1
    while i < len(out):
        mark, role = out[i]
        around = out[i - 1][1]
        if mark == "I" and around and role != around:
            end = i
            while end < len(out) and out[end] == ("I", role):
                end += 1
            if end < len(out) and out[end] == ("I", around):
                out[i:end] = [("I", around)] * (end - i)
            i = end
        i += 1
    return out


def _stretch(role: str, places: list[int], reading: Reading) -> Stretch:
    confidence = float(reading.confidence[places].mean())
    return Stretch(role, places[0], places[-1], int(reading.cues[places[0]]), confidence)


def _nearest(one: Stretch, places: list[int], groups: dict[int, _Group], parse: Parse) -> _Group | None:
    """The cue nearest to a span, within its paragraph."""
    if one.cue != NO_CUE:
        return None
    found = [p for p in _around(places, one) if not _paragraph_between(parse, one, p)]
    return groups[min(found, key=lambda p: (_distance(one, p), p))] if found else None


def _around(places: list[int], one: Stretch) -> list[int]:
    return places[bisect_left(places, one.first - FAR) : bisect_right(places, one.last + FAR)]


def _distance(one: Stretch, place: int) -> int:
    return one.first - place if place < one.first else place - one.last


def _paragraph_between(parse: Parse, one: Stretch, place: int) -> bool:
    first, last = sorted((one.first, place))
    return parse.crosses_paragraphs(parse.doc[first].idx, parse.doc[last].idx)


def _full(doc: Doc) -> Callable[[Stretch], bool]:
    """Whether a stretch holds more than a stray preposition or article."""
    return lambda one: any(token.pos_ not in EMPTY for token in doc[one.first : one.last + 1])


def _source_by_syntax(cue: Iterable[Token], rulebook: Rulebook) -> Span | None:
    """The subject of the verb of a cue, or the owner of its noun, where the network marks no source."""
    syntax = syntax_of(rulebook)
    for token in cue:
        if token.pos_ in VERBAL:
            return subject_of(token, syntax)
    return next((owner_of(token, syntax) for token in cue if token.pos_ == "NOUN"), None)


def _contents(group: _Group, doc: Doc) -> list[Stretch]:
    """Those in the sentence of the cue, and quotations; others only where there is nothing else."""
    sentence = doc[group.cue.first].sent
    full = list(filter(_full(doc), group.contents))
    near = [one for one in full if sentence.start <= one.first < sentence.end or doc[one.first].is_quote]
    return near or group.contents[:1]


def _draft(group: _Group, doc: Doc, rulebook: Rulebook) -> Draft | None:
    contents = _contents(group, doc)
    spans = [span_over(list(doc[one.first : one.last + 1])) for one in contents]
    content = tuple(sorted(span for span in spans if span is not None))
    if not content:
        return None
    sources = sorted(filter(_full(doc), group.sources), key=lambda one: _distance(one, group.cue.first))
    source = span_over(list(doc[sources[0].first : sources[0].last + 1])) if sources else None
    source = source or _source_by_syntax(doc[group.cue.first : group.cue.last + 1], rulebook)
    parts = [group.cue, *sources[:1], *contents]
    confidence = sum(one.confidence for one in parts) / len(parts)
    quoted = any(doc[one.first].is_quote for one in contents)
    cue = _cue(group.cue, doc, rulebook, unknown=CueFamily.SPEECH if quoted else CueFamily.MENTAL)
    return Draft(RULE, cue, source, content, confidence=confidence)


def _cue(one: Stretch, doc: Doc, rulebook: Rulebook, *, unknown: CueFamily) -> Cue:
    """The cue as read; ``unknown`` is the family of words that no lexicon has."""
    tokens = list(doc[one.first : one.last + 1])
    span = span_over(tokens) or span_of(tokens[0], tokens[-1])
    known = _known(tokens, rulebook)
    if known is not None:
        form, pattern = known
        return Cue(span, pattern.lemma, form, pattern.family)
    if tokens[0].text == ":":
        return Cue(span, ":", CueForm.COLON, CueFamily.SPEECH)
    if tokens[0].lower_ in ("according", "per"):
        return Cue(span, "according to", CueForm.PHRASE, CueFamily.SPEECH)
    verb = next((t for t in tokens if t.pos_ == "VERB"), tokens[0])
    form = CueForm.VERB if verb.pos_ in ("VERB", "AUX") else CueForm.NOUN if verb.pos_ == "NOUN" else CueForm.PHRASE
    return Cue(span, verb.lemma_.lower(), form, unknown)


def _known(tokens: list[Token], rulebook: Rulebook) -> tuple[CueForm, Pattern] | None:
    """The first verb, else the first noun, that a lexicon has."""
    for form, poses, patterns in (
        (CueForm.VERB, ("VERB", "AUX"), patterns_of(rulebook, VERBS)),
        (CueForm.NOUN, ("NOUN",), patterns_of(rulebook, NOUNS)),
    ):
        for token in tokens:
            pattern = patterns.get(token.lemma_.lower()) if token.pos_ in poses else None
            if pattern is not None:
                return form, pattern
    return None
