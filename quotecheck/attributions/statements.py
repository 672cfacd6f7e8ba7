"""The statement of an attribution: the full sentences that the article hangs on its source."""

from __future__ import annotations

from quotecheck.document.parse import Parse
from quotecheck.records import Span


def statement_over(spans: list[Span], parse: Parse) -> Span:
    """The run of whole sentences over ``spans``, within the paragraph of the first; spaces and marks trimmed off."""
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    first = parse.token_at(start).sent.start_char
    last = parse.token_at(max(start, end - 1)).sent.end_char
    first, last = min(first, start), max(last, end)
    text = parse.document.text
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return Span(first, last)
