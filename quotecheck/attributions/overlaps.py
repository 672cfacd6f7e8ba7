"""Spans and drafts that touch: quotation marks win over parse and network, and the outermost content stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from quotecheck.attributions.draft import Draft
from quotecheck.attributions.quoted import Piece
from quotecheck.records import Span

BARE = " \t\r\n.,;:?!…—–-\"“”'‘’`«»()[]"  # what may stand outside the marks of a direct quotation


class Cover:
    """Whether an offset lies in one of some spans that do not overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def holds(self, offset: int) -> bool:
        """Whether a span begins at or before ``offset`` and ends after it."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._spans[at].end


def words_outside(span: Span, others: Iterable[Span], text: str) -> str:
    """The words of ``span`` outside ``others``."""
    at, out = span.start, []
    for other in sorted(others):
        if other.overlaps(span):
            out.append(text[at : max(at, other.start)])
            at = max(at, other.end)
    out.append(text[at : max(at, span.end)])
    return " ".join(out).strip(BARE)


def union(spans: Iterable[Span]) -> Span:
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def merged(spans: list[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end + 1:  # a space is no gap
            out[-1] = union([out[-1], span])
        else:
            out.append(span)
    return tuple(out)


def with_whole_pieces(drafts: list[Draft], pieces: list[Piece]) -> list[Draft]:
    """Quotation marks win over the parse: a content that touches a quotation takes all of it."""
    starts = [piece.span.start for piece in pieces]
    out = []
    for draft in drafts:
        spans, held = [], {piece.span: piece for piece in draft.pieces}
        for span in draft.content:
            at = max(0, bisect_right(starts, span.start) - 1)
            while at < len(pieces) and pieces[at].span.start < span.end:
                if pieces[at].span.overlaps(span):
                    span = union([span, pieces[at].span])
                    held.setdefault(pieces[at].span, pieces[at])
                at += 1
            spans.append(span)
        out.append(replace(draft, content=merged(spans), pieces=tuple(held.values())))
    return out


def outermost(drafts: list[Draft]) -> list[Draft]:
    """Without drafts made inside the content of another, and without a second one over the same quotations."""
    sizes = [-sum(span.end - span.start for span in draft.content) for draft in drafts]
    spans = sorted((span, sizes[n], n) for n, draft in enumerate(drafts) for span in draft.content)
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
    return _without_doubles(kept)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Neighbours whose content ends in the very same span ("was quoted as", "saying"): the one that has less keeps it.

    The other stays only for quotations of its own.
    """
    out: list[Draft] = []
    for draft in drafts:
        if out and out[-1].content[-1] == draft.content[-1]:
            more, less = sorted((draft, out.pop()), key=lambda one: -len(one.content))
            rest = None if set(more.content) == set(less.content) else _without_last(more)
            out += sorted([less, *([rest] if rest is not None else [])], key=lambda one: one.anchor)
        else:
            out.append(draft)
    return out


def _without_last(draft: Draft) -> Draft | None:
    """``draft`` without its last span; ``None`` where it then holds no quotation."""
    content = draft.content[:-1]
    pieces = tuple(piece for piece in draft.pieces if any(span.covers(piece.span) for span in content))
    return replace(draft, content=content, pieces=pieces) if pieces else None


def _mutual(inner: Draft, outer: Draft) -> bool:
    """Whether two drafts hold each other's cue; then the one with the longer content stays."""
    if not any(span.start <= outer.anchor < span.end for span in inner.content):
        return False
    return sum(s.end - s.start for s in inner.content) > sum(s.end - s.start for s in outer.content)
