"""Place and date before the first words of a report, and labels of its head, are no part of what anybody says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotecheck.attributions.draft import Draft
from quotecheck.records import Document, Span
from quotecheck.text.opening import dateline_end, labels_of


def below_datelines(drafts: Sequence[Draft], document: Document) -> list[Draft]:
    """``drafts`` with contents that begin behind the dateline or label of their paragraph.

    One that says no more is left out, and one whose source is a label.
    """
    labels = labels_of(document)
    ends = ((each.start, dateline_end(document.text, each)) for each in document.paragraphs)
    lines = sorted([*labels, *(Span(start, end) for start, end in ends if end is not None)])
    starts = [line.start for line in lines]
    cut = (replace(draft, content=_below(draft.content, lines, starts)) for draft in drafts)
    named = _words_of(labels, document)
    return [draft for draft in cut if draft.content and draft.source not in named]


def _words_of(labels: Sequence[Span], document: Document) -> frozenset[Span]:
    """The labels without colon and space."""
    return frozenset(Span(each.start, each.start + len(each.of(document.text).rstrip(" \t:"))) for each in labels)


def _below(content: Sequence[Span], lines: Sequence[Span], starts: Sequence[int]) -> tuple[Span, ...]:
    found = []
    for span in content:
        at = bisect_right(starts, span.start) - 1
        start = max(span.start, lines[at].end) if at >= 0 else span.start
        if start < span.end:
            found.append(Span(start, span.end))
    return tuple(found)
