"""Rules and reader over one article: where both speak, quotation marks and layout win, then the reader's spans."""

from __future__ import annotations

from dataclasses import replace

from quotecheck.attributions.draft import Draft
from quotecheck.records import CueFamily, Span

LAYOUT = frozenset({"quotation-before-cue", "quotation-after-cue", "turn", "colon", "carried-quotation"})
ALONE = frozenset({"verb-clause", "phrase", "headline", "verb-complement", "verb-person-to"})  # trusted unseconded
SURE = 0.5  # confidence from which the reader is trusted unseconded
SAME = 0.5  # share of the shorter content from which two contents are the same


def merge(ruled: list[Draft], read: list[Draft]) -> list[Draft]:
    """The drafts to keep, each found by a rule, by the reader, or by both."""
    taken: set[int] = set()
    out = []
    for draft in ruled:
        at = next((n for n, other in enumerate(read) if n not in taken and _same(draft, other)), None)
        if at is not None:
            taken.add(at)
            out.append(_both(draft, read[at]))
        elif _stands_alone(draft):
            out.append(draft)
    claimed = [d for d in out if d.rule in LAYOUT]
    for n, draft in enumerate(read):
        if n not in taken and (draft.confidence or 0) >= SURE and not any(_overlap(draft, d) > SAME for d in claimed):
            out.append(draft)
    return out


def _stands_alone(draft: Draft) -> bool:
    if draft.rule in LAYOUT:
        return True
    return draft.rule in ALONE and (draft.cue is None or draft.cue.family is not CueFamily.INTENTION)


def _both(draft: Draft, read: Draft) -> Draft:
    if draft.rule in LAYOUT:
        return replace(draft, source=draft.source or read.source, confidence=read.confidence)
    return replace(read, rule=draft.rule, source=read.source or draft.source)


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
