"""Rules and reader over one article: where both speak, quotation marks and layout win, then the reader's spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace

from quotecheck.attributions.confidence import LAYOUT
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.overlaps import merged
from quotecheck.records import CueFamily, QuotationKind, Span

ALONE = frozenset({"verb-clause", "phrase", "headline", "verb-complement"})  # trusted unseconded
OWN = frozenset({"phrase", "verb-complement", "verb-person-to"})  # their extents are better than the reader's
SURE = 0.65  # certainty from which the reader settles how far what a rule found reaches
SURER = 0.8  # certainty from which the reader settles how far the words around a quotation belong to it
SUREST = 0.9  # the same, around a whole quotation
AROUND = 400  # characters
SAME = 0.5  # share of the shorter content from which two contents are the same


def merge(ruled: list[Draft], read: list[Draft], accepts: Callable[[Draft], bool]) -> list[Draft]:
    """The drafts to keep, each found by a rule, by the reader where ``accepts`` trusts it, or by both."""
    taken: set[Draft] = set()
    out = []
    readings = Nearby(read)
    for draft in ruled:
        twin = next((other for other in readings.near(draft) if other not in taken and _same(draft, other)), None)
        if twin is not None:
            taken.add(twin)
            out.append(_both(draft, twin))
        elif _stands_alone(draft):
            out.append(draft)
    claimed = Nearby([draft for draft in out if draft.rule in LAYOUT])
    rest = (d for d in read if d not in taken and accepts(d))
    return [*out, *(d for d in rest if not any(_overlap(d, other) > SAME for other in claimed.near(d)))]


class Nearby:
    """Drafts by where they are made, so that each is only held against those around it."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts = sorted(drafts, key=lambda draft: draft.anchor)
        self._anchors = [draft.anchor for draft in self._drafts]

    def near(self, draft: Draft) -> list[Draft]:
        """Those made within ``AROUND`` characters of what ``draft`` covers."""
        start = min(draft.anchor, draft.content[0].start) - AROUND
        end = max(draft.anchor, draft.content[-1].end) + AROUND
        return self._drafts[bisect_left(self._anchors, start) : bisect_right(self._anchors, end)]


def _stands_alone(draft: Draft) -> bool:
    if draft.rule in LAYOUT:
        return any(piece.quotation.kind is QuotationKind.DIRECT for piece in draft.pieces)
    return draft.rule in ALONE and (draft.cue is None or draft.cue.family is not CueFamily.INTENTION)


def _both(draft: Draft, read: Draft) -> Draft:
    """The reader's spans under the rule's name; quotations that the reader leaves out stay with them."""
    cue = replace(read.cue, family=draft.cue.family) if read.cue is not None and draft.cue is not None else read.cue
    found = replace(read, rule=draft.rule, cue=cue, source=_source(draft, read))
    confidence = read.confidence or 0
    own = replace(draft, source=_source(draft, read), confidence=confidence)
    if draft.rule not in LAYOUT:
        return own if draft.rule in OWN or confidence < SURE else found
    lost = [piece for piece in draft.pieces if not any(span.covers(piece.span) for span in read.content)]
    if lost and len(lost) == len(draft.pieces):
        return replace(own, content=merged([*draft.content, *read.content]))
    whole = any(piece.quotation.kind is QuotationKind.DIRECT for piece in draft.pieces)
    if confidence < (SUREST if whole else SURER):
        return own
    return replace(found, content=merged([*found.content, *(piece.span for piece in lost)]))


def _source(draft: Draft, read: Draft) -> Span | None:
    """The reader's, which is right more often, but for a part of what the rule takes whole."""
    if draft.source is None or read.source is None:
        return read.source or draft.source
    return draft.source if (read.confidence or 0) < SURER and draft.source.covers(read.source) else read.source


def _same(one: Draft, other: Draft) -> bool:
    if one.cue is not None and other.cue is not None:
        return one.cue.span.overlaps(other.cue.span)
    return _overlap(one, other) > SAME


def _overlap(one: Draft, other: Draft) -> float:
    """Share of the shorter content that both have."""
    shared = sum(_shared(a, b) for a in one.content for b in other.content)
    return shared / max(1, min(_length(one), _length(other)))


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _length(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)
