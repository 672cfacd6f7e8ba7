"""From parse and quotations to attributions: find cues and contents, tie quotations to them, settle what overlaps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotecheck.attributions.carry import carries_on, carry_over, extend
from quotecheck.attributions.colons import headline, introduced_by_colon, turn
from quotecheck.attributions.cues import CueVerb, cue_of, find_cue_verbs
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.frames import Hanging, find_hanging
from quotecheck.attributions.merge import merge
from quotecheck.attributions.nouns import find_nouns
from quotecheck.attributions.origins import source_beside, source_of_verb
from quotecheck.attributions.phrases import find_phrases
from quotecheck.attributions.quoted import Link, Piece, Row, link, rows, spoken_pieces
from quotecheck.attributions.reader import read_drafts
from quotecheck.attributions.refusals import is_refusal
from quotecheck.attributions.spans import runs
from quotecheck.attributions.statements import statement_over
from quotecheck.attributions.syntax import Syntax, syntax_of
from quotecheck.document.parse import Parse
from quotecheck.records import Attribution, AttributionKind, CueFamily, Quotation, Span
from quotecheck.rulebook.rulebook import Rulebook

BARE = frozenset(" \t\r\n.,;:?!…—–-\"“”'‘’`«»()[]")  # what may stand outside the marks of a direct quotation


def attribute(parse: Parse, quotations: Sequence[Quotation], rulebook: Rulebook) -> tuple[Attribution, ...]:
    """Every attribution of the article, by where it is made; none lies within the content of another."""
    pieces = spoken_pieces(quotations)
    ruled = _with_whole_pieces(_find_by_rules(parse, pieces, rulebook), pieces)
    read = _with_whole_pieces(read_drafts(parse, rulebook), pieces)
    drafts = merge(ruled, read) if parse.reading is not None else ruled
    kept = _outermost([d for d in drafts if not is_refusal(d, parse.document.text, rulebook)])
    return tuple(_finish(draft, parse, quotations) for draft in sorted(kept, key=lambda d: (d.anchor, d.content)))


def _find_by_rules(parse: Parse, pieces: list[Piece], rulebook: Rulebook) -> list[Draft]:
    syntax = syntax_of(rulebook)
    inside = Cover([piece.span for piece in pieces])
    verbs = [v for v in find_cue_verbs(parse, rulebook, syntax) if not inside.holds(v.token.idx)]
    drafts = _quoted_and_hanging(parse, pieces, verbs, syntax)
    others = [*find_phrases(parse, rulebook, syntax), *find_nouns(parse, rulebook, syntax)]
    drafts += [d for d in others if not inside.holds(d.anchor)]
    top = headline(parse, [Span(e.start_char, e.end_char) for e in parse.doc.ents[:5]])
    return [*drafts, top] if top is not None else drafts


class Cover:
    """Whether an offset lies in one of some spans that do not overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def holds(self, offset: int) -> bool:
        """Whether a span begins at or before ``offset`` and ends after it."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._spans[at].end


def _quoted_and_hanging(parse: Parse, pieces: list[Piece], verbs: list[CueVerb], syntax: Syntax) -> list[Draft]:
    """A draft for each cue verb that has a content, and for quotations that need none."""
    linked: dict[int, list[Link]] = {}
    table = list(rows(parse, pieces, verbs))
    row_links = [link(row, parse.document.text, syntax) for row in table]
    for links in row_links:
        for one in links:
            if one is not None:
                linked.setdefault(one.verb.token.i, []).append(one)
    known = {verb.token.i for verb in verbs}
    strange = [one.verb for links in row_links for one in links if one is not None and one.verb.token.i not in known]
    by_verb: dict[int, Draft] = {}
    for verb in [*verbs, *strange]:
        draft = _draft(verb, linked.get(verb.token.i, []), parse, syntax)
        if draft is not None:
            by_verb[verb.token.i] = draft
    return _carried(table, row_links, by_verb, parse, syntax)


def _draft(verb: CueVerb, links: list[Link], parse: Parse, syntax: Syntax) -> Draft | None:
    if _is_command(verb, syntax) and not links:
        return None
    hanging = find_hanging(verb, syntax)
    content = runs(parse.doc, hanging.places) if hanging is not None else ()
    strong = [one for one in links if one.rule != "quotation-in-clause"]
    if strong:
        content = _with_words_beside(content, strong, parse)
        source = source_beside(verb, strong[0], syntax) or source_of_verb(verb, syntax)
        return Draft(strong[0].rule, cue_of(verb, syntax), source, content, tuple(one.piece for one in strong))
    if hanging is None or not content:
        return None
    return Draft(hanging.rule, cue_of(verb, syntax, preposition=hanging.preposition), source_of_verb(verb, syntax), content)


def _is_command(verb: CueVerb, syntax: Syntax) -> bool:
    """"Read more here": a verb in the base form at the head of its sentence, said of nobody."""
    token = verb.token
    return token.tag_ == "VB" and token.dep_ == "ROOT" and syntax.child(token, "subject", "auxiliary") is None


def _with_words_beside(content: tuple[Span, ...], links: list[Link], parse: Parse) -> tuple[Span, ...]:
    """The quotations, and the rest of the clause where a quotation is only a part of it."""
    text = parse.document.text
    spans = [one.piece.span for one in links]
    for span in content:
        for one in links:  # a stop before the marks ends what the marks do not hold
            if span.start < one.piece.span.start < span.end and _stops_before(one.piece.span.start, text):
                span = Span(one.piece.span.start, span.end)
        outside = _outside(span, spans, text)
        if outside and any(span.overlaps(s) for s in spans) and len(outside.split()) > 1:
            spans = [*(s for s in spans if not s.overlaps(span)), _union([span, *(s for s in spans if s.overlaps(span))])]
    return tuple(sorted(set(spans)))


def _stops_before(offset: int, text: str) -> bool:
    before = text[max(0, offset - 8) : offset].rstrip(" \t\u00a0")
    return before[-1:] in ".?!:\n\r" if before else True


def _outside(span: Span, others: Iterable[Span], text: str) -> str:
    """The words of ``span`` outside ``others``."""
    at, out = span.start, []
    for other in sorted(others):
        if other.overlaps(span):
            out.append(text[at : max(at, other.start)])
            at = max(at, other.end)
    out.append(text[at : max(at, span.end)])
    return " ".join(out).strip("".join(BARE))


def _union(spans: Iterable[Span]) -> Span:
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _carried(table: list[Row], row_links: list[list[Link | None]], by_verb: dict[int, Draft], parse: Parse,
             syntax: Syntax) -> list[Draft]:
    """All drafts, with quotations that no cue claims tied to the speaker before them, or to layout."""
    extra: list[Draft] = []
    last: Draft | None = None
    for row, links in zip(table, row_links, strict=True):
        before: Draft | None = None
        for nth, (piece, one) in enumerate(zip(row.pieces, links, strict=True)):
            key = one.verb.token.i if one is not None else None
            draft = by_verb.get(key) if key is not None else None
            if draft is None:
                draft = turn(piece, parse) or introduced_by_colon(row, nth, syntax)
                if draft is not None:
                    extra.append(draft)
                elif before is not None and carries_on(row, nth, before):
                    draft = _replace(before, extend(before, piece), by_verb, extra)
            before = draft
        if before is None and all(one is None for one in links):
            before = carry_over(row, last)
            extra += [before] if before is not None else []
        last = before
    return [*by_verb.values(), *extra]


def _replace(old: Draft, new: Draft, by_verb: dict[int, Draft], extra: list[Draft]) -> Draft:
    for key, draft in by_verb.items():
        if draft is old:
            by_verb[key] = new
            return new
    extra[extra.index(old)] = new
    return new


def _with_whole_pieces(drafts: list[Draft], pieces: list[Piece]) -> list[Draft]:
    """Quotation marks win over the parse: a content that touches a quotation takes all of it."""
    starts = [piece.span.start for piece in pieces]
    out = []
    for draft in drafts:
        spans, held = [], list(draft.pieces)
        for span in draft.content:
            at = max(0, bisect_right(starts, span.start) - 1)
            while at < len(pieces) and pieces[at].span.start < span.end:
                if pieces[at].span.overlaps(span):
                    span = _union([span, pieces[at].span])
                    held += [pieces[at]] if pieces[at] not in held else []
                at += 1
            spans.append(span)
        out.append(replace(draft, content=_merged(spans), pieces=tuple(held)))
    return out


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = _union([out[-1], span])
        else:
            out.append(span)
    return tuple(out)


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Without drafts made inside the content of another, and without a second one over the same quotations."""
    spans = sorted((span, -sum(s.end - s.start for s in d.content), n) for n, d in enumerate(drafts) for span in d.content)
    kept = []
    open_spans: list[tuple[Span, int]] = []
    at = 0
    for number in sorted(range(len(drafts)), key=lambda n: drafts[n].anchor):
        anchor = drafts[number].anchor
        while at < len(spans) and spans[at][0].start <= anchor:
            open_spans.append((spans[at][0], spans[at][2]))
            at += 1
        open_spans = [(span, n) for span, n in open_spans if span.end > anchor]
        holders = [n for _, n in open_spans if n != number and not _mutual(drafts[number], drafts[n])]
        if not holders or drafts[number].cue is None:
            kept.append(drafts[number])
    return kept


def _mutual(inner: Draft, outer: Draft) -> bool:
    """Whether two drafts hold each other's cue; then the one with the longer content stays."""
    if not any(span.start <= outer.anchor < span.end for span in inner.content):
        return False
    return sum(s.end - s.start for s in inner.content) > sum(s.end - s.start for s in outer.content)


def _finish(draft: Draft, parse: Parse, quotations: Sequence[Quotation]) -> Attribution:
    text = parse.document.text
    inside = tuple(q for q in quotations if any(span.overlaps(part) for span in draft.content for part in q.parts))
    spoken = [part for q in inside for part in q.parts]
    bare = all(not _outside(span, spoken, text) for span in draft.content)
    kind = AttributionKind.DIRECT if bare else AttributionKind.MIXED if inside else AttributionKind.INDIRECT
    spans = [*draft.content, *([draft.cue.span] if draft.cue else []), *([draft.source] if draft.source else [])]
    statement = statement_over(spans if draft.rule != "carried-quotation" else list(draft.content), parse)
    family = draft.cue.family if draft.cue else CueFamily.SPEECH
    return Attribution(kind, draft.source, draft.cue, draft.content, statement, inside, family, draft.rule, draft.confidence)
