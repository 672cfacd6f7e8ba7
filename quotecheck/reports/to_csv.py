"""CSV: one attribution a row, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.records import Attribution, Audit, Span, Summary, Tool
from quotecheck.reports.format import Format, Page
from quotecheck.reports.ids import Ids, number
from quotecheck.reports.original import Original
from quotecheck.reports.rows import csv_row

COLUMNS = (
    "path",
    "id",
    "line",
    "kind",
    "family",
    "source",
    "source_id",
    "source_type",
    "source_name",
    "cue",
    "content",
    "start",
    "end",
    "rule",
    "location",
)
GAP = " [...] "  # between the parts of a content


class _Csv:
    def __init__(self, tool: Tool, page: Page) -> None:
        pass

    def head(self) -> str:
        return csv_row(COLUMNS)

    def article(self, audit: Audit) -> str:
        original, ids = Original(audit.document), number(audit)
        return "".join(csv_row(_row(each, original, ids)) for each in ids.attributions)

    def tail(self, summary: Summary) -> str:
        return ""


def _row(attribution: Attribution, original: Original, ids: Ids) -> Iterator[str | int | None]:
    document = original.document
    text = document.text
    source_id = next(iter(ids.sources_of.get(attribution, ())), None)
    source = ids.sources[source_id] if source_id else None
    there = original.span(Span(attribution.content[0].start, attribution.content[-1].end))
    yield from (document.path, ids.attributions[attribution], original.lines.position(there.start)[0])
    yield from (attribution.kind.value, attribution.family.value)
    yield attribution.source.of(text) if attribution.source else None
    yield from (source_id, source.type.value if source else None, source.name if source else None)
    yield attribution.cue.span.of(text) if attribution.cue else None
    yield GAP.join(span.of(text) for span in attribution.content)
    yield from (there.start, there.end, attribution.rule, document.place(attribution.content[0].start))


CSV = Format("one attribution a row, for a spreadsheet", _Csv)
