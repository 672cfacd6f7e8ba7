"""Sourced statements as CSV, in the columns of the public benchmark on sourcing (Markkula Center, 2025)."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.records import Audit, Source, SourceType, Span, Summary, Tool
from quotecheck.reports.format import Format, Page
from quotecheck.reports.rows import csv_row

COLUMNS = ("sourced_statement", "source_type", "name", "title", "justification", "path")
NAMELESS = (SourceType.ANONYMOUS_SOURCE, SourceType.UNNAMED_PERSON)


class _SourcingCsv:
    def __init__(self, tool: Tool, page: Page) -> None:
        pass

    def head(self) -> str:
        return csv_row(COLUMNS)

    def article(self, audit: Audit) -> str:
        return "".join(csv_row(row[name] for name in COLUMNS) for row in statement_rows(audit))

    def tail(self, summary: Summary) -> str:
        return ""


def statement_rows(audit: Audit) -> Iterator[dict[str, str]]:
    """A row for every statement of every source below the head; one inside another of the same source has none."""
    text = audit.document.text
    for source in audit.sources:
        said = {each.statement for each in source.attributions if each.family.is_statement}
        for span in _apart({each for each in said if not any(part.overlaps(each) for part in audit.head)}):
            yield {
                "sourced_statement": " ".join(span.of(text).split()),
                "source_type": source.type.value,
                "name": _name(source),
                "title": (source.title or source.affiliation or "") if source.type is SourceType.NAMED_PERSON else "",
                "justification": source.justification or "",
                "path": audit.document.path,
            }


def _apart(spans: set[Span]) -> Iterator[Span]:
    """The spans in the order of the text, without those that end before an earlier one does."""
    last = -1
    for span in sorted(spans):
        if span.end > last:
            last = span.end
            yield span


def _name(source: Source) -> str:
    """As the benchmark has it: groups by their noun, documents by their publisher."""
    if source.type in NAMELESS:
        return ""
    if source.type is SourceType.UNNAMED_GROUP:
        return source.called or source.description
    return source.name or source.called or source.affiliation or ""


SOURCING_CSV = Format("sourced statements in the columns of the public sourcing benchmark", _SourcingCsv)
