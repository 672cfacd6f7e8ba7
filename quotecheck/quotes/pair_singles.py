"""Pairs single marks, which are apostrophes as often as not, once the other marks are paired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotecheck.quotes.apostrophes import Closing, closing_strength
from quotecheck.quotes.marks import SINGLE, Flank, QuoteMark, Side, is_blank
from quotecheck.quotes.stretches import Stretch, unclosed
from quotecheck.records import Span
from quotecheck.rulebook import Rulebook

LONGEST_TERM = 40  # characters


def pair_singles(
    text: str, paragraph: Span, outer: Sequence[Stretch], marks: Sequence[QuoteMark], rulebook: Rulebook
) -> Iterator[Stretch]:
    """The stretches between single marks; both marks lie in the same innermost of the ``outer`` stretches."""
    for region, inside in _by_region(paragraph, outer, marks):
        nth = 0
        while nth < len(inside):
            mark = inside[nth]
            closing, rival = _closing_of(text, inside, nth, rulebook)
            if closing is not None:
                partner = inside[closing]
                yield Stretch(Span(mark.start, partner.end), mark.text, partner.text, SINGLE)
                nth = closing
            elif _stays_open(text, mark, region):
                limit = region.end if rival is None else rival
                yield unclosed(text, mark, limit, ends_paragraph=rival is None and region.end >= paragraph.end)
            nth += 1


def _by_region(
    paragraph: Span, outer: Sequence[Stretch], marks: Sequence[QuoteMark]
) -> Iterator[tuple[Span, list[QuoteMark]]]:
    """The marks grouped by the inside of the innermost stretch that they lie in, or by the paragraph."""
    regions = [paragraph]
    groups: dict[Span, list[QuoteMark]] = {}
    inner = 0
    for mark in marks:
        while inner < len(outer) and outer[inner].span.start < mark.start:
            span, opening, closing = outer[inner].span, outer[inner].opening, outer[inner].closing
            while regions[-1].end <= span.start and len(regions) > 1:
                regions.pop()
            regions.append(Span(span.start + len(opening), span.end - len(closing or "")))
            inner += 1
        while regions[-1].end <= mark.start and len(regions) > 1:
            regions.pop()
        groups.setdefault(regions[-1], []).append(mark)
    yield from groups.items()


def _closing_of(text: str, marks: Sequence[QuoteMark], nth: int, rulebook: Rulebook) -> tuple[int | None, int | None]:
    """Which later mark closes the ``nth``, if any, and where the next one opens if that comes first."""
    if not _may_open(marks[nth]):
        return None, None
    weak: list[tuple[Closing, int]] = []
    rival = None
    for later in range(nth + 1, len(marks)):
        mark = marks[later]
        if mark.flank is not Flank.BOTH and _may_open(mark):
            rival = mark.start
            break
        strength = closing_strength(text, mark, rulebook)
        if strength is Closing.SURELY:
            return later, None
        if strength:
            weak.append((strength, later))
    if not weak:
        return None, rival
    first = weak[0][1]
    return (first if _is_term(text, marks[nth], marks[first]) else max(weak)[1]), rival


def _is_term(text: str, opening: QuoteMark, closing: QuoteMark) -> bool:
    """Whether one or two words stand between the marks, as in: the 'bosses' hated the workers' plan."""
    if closing.start - opening.end > LONGEST_TERM:
        return False
    return text.count(" ", opening.end, closing.start) < 2


def _may_open(mark: QuoteMark) -> bool:
    if mark.flank is Flank.LEFT:
        return True
    if mark.side is Side.OPEN:
        return mark.flank is not Flank.RIGHT
    return mark.flank is Flank.BOTH and mark.side is Side.BOTH and mark.before in ".,!?:;"


def _stays_open(text: str, mark: QuoteMark, region: Span) -> bool:
    """Whether a single mark without partner is an unclosed quotation and no apostrophe."""
    if mark.flank is not Flank.LEFT or mark.side is Side.CLOSE or mark.text == "`":
        return False
    if mark.side is Side.OPEN:
        return True
    before = text[max(region.start, mark.start - 4) : mark.start].strip()
    return text[mark.end : mark.end + 1].isupper() and is_blank(mark.before) and (not before or before[-1] in ",:")
