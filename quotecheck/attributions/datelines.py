"""Place and date before the first words of a report are no part of what anybody says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotecheck.attributions.draft import Draft
from quotecheck.records import Document, Span
from quotecheck.text.opening import dateline_end


def below_datelines(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` with contents that begin behind the dateline of their paragraph; one that says no more is left out."""
    lines = [Span(each.start, end) for each in document.paragraphs if (end := dateline_end(document, each)) is not None]
    starts = [line.start for line in lines]
    cut = (replace(draft, content=_below(draft.content, lines, starts)) for draft in drafts)
    return [draft for draft in cut if draft.content]


def _below(content: Sequence[Span], lines: Sequence[Span], starts: Sequence[int]) -> tuple[Span, ...]:
    found = []
    for span in content:
        at = bisect_right(starts, span.start) - 1
        start = max(span.start, lines[at].end) if at >= 0 else span.start
        if start < span.end:
            found.append(Span(start, span.end))
    return tuple(found)
