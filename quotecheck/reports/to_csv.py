"""CSV: one attribution a row, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from quotecheck.records import Attribution, Audit, Summary, Tool
from quotecheck.reports.build import Ids, number
from quotecheck.reports.format import Format, Page
from quotecheck.text.lines import LineMap

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
)
GAP = " [...] "  # between the parts of a content


class _Csv:
    def __init__(self, tool: Tool, page: Page) -> None:
        pass

    def head(self) -> str:
        return _line(COLUMNS)

    def article(self, audit: Audit) -> str:
        lines, ids = LineMap.of(audit.document.text), number(audit)
        return "".join(_line(tuple(_row(each, audit, ids, lines))) for each in ids.attributions)

    def tail(self, summary: Summary) -> str:
        return ""


def _row(attribution: Attribution, audit: Audit, ids: Ids, lines: LineMap) -> Iterator[str | int | None]:
    text = audit.document.text
    source_id = ids.source_of.get(attribution)
    source = ids.sources[source_id] if source_id else None
    start, end = attribution.content[0].start, attribution.content[-1].end
    yield from (audit.document.path, ids.attributions[attribution], lines.position(start)[0])
    yield from (attribution.kind.value, attribution.family.value)
    yield attribution.source.of(text) if attribution.source else None
    yield from (source_id, source.type.value if source else None, source.name if source else None)
    yield attribution.cue.span.of(text) if attribution.cue else None
    yield GAP.join(span.of(text) for span in attribution.content)
    yield from (start, end, attribution.rule)


def _line(values: tuple[str | int | None, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()


CSV = Format("one attribution a row, for a spreadsheet", _Csv)
