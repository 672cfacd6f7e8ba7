"""Formats of the list of sources: a table, CSV, JSON and Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, astuple, fields

from quotecheck.records import Audit, SourceType, Summary, Tool
from quotecheck.reports.fields import Fields, lay_out, lay_out_value
from quotecheck.reports.figures import NOTHING
from quotecheck.reports.format import Format, Page
from quotecheck.reports.markdown import escape
from quotecheck.reports.markdown import table as markdown_table
from quotecheck.reports.page import one_line, shorten, table, wrapped
from quotecheck.reports.position import position
from quotecheck.reports.rows import csv_row
from quotecheck.reports.silent import is_silent, told_silent
from quotecheck.reports.source_rows import SourceRow, anonymity_words, source_rows
from quotecheck.reports.totals import failure_fields

HEADS = (" Line", "Source", "Type", " Statements", " Words quoted", "Who it is", "Anonymity")
NARROW_HEADS = (" Line", "Source", "Type", " Said", " Words", "What is told")
ROOMY = 100  # columns from which types are written out
NO_SOURCES = "No sources."
COLUMNS = ("path", *(each.name for each in fields(SourceRow)))


class _Table:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.width = page.width

    def head(self) -> str:
        return ""

    def article(self, audit: Audit) -> str:
        document, (speaking, silent) = audit.document, _parted(audit)
        rows = [_narrow(_cells(row)) for row in speaking]
        heading = [shorten(document.title, self.width)] if document.title else []
        caps = (12, self.width // 5, 18 if self.width >= ROOMY else 12, 6, 6)
        parts = [table(NARROW_HEADS, rows, caps=caps, width=self.width)] if rows else []
        parts += [wrapped(silent, self.width)] if silent else []
        return "\n".join([*heading, one_line(document.path), "", "\n\n".join(parts) or NO_SOURCES, "", ""])

    def tail(self, summary: Summary) -> str:
        metrics = summary.metrics
        if metrics.documents < 2:
            return ""
        named, anonymous = metrics.named_sources, metrics.tallies["sources_of_anonymous_source"]
        return (
            f"{metrics.sources:,} sources in {metrics.documents:,} articles: {named:,} named, {anonymous:,} anonymous\n"
        )


class _Csv:
    def __init__(self, tool: Tool, page: Page) -> None:
        pass

    def head(self) -> str:
        return csv_row(COLUMNS)

    def article(self, audit: Audit) -> str:
        return "".join(csv_row((audit.document.path, *astuple(row))) for row in source_rows(audit))

    def tail(self, summary: Summary) -> str:
        return ""


class _Json:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.between = ""

    def head(self) -> str:
        return '{\n "documents": ['

    def article(self, audit: Audit) -> str:
        between, self.between = self.between, ","
        document = audit.document
        rows: list[Fields] = [asdict(row) for row in source_rows(audit)]
        return f"{between}\n  " + lay_out({"path": document.path, "title": document.title, "sources": rows}, "  ")

    def tail(self, summary: Summary) -> str:
        errors = lay_out_value([failure_fields(each) for each in summary.failures], " ")
        return f'\n ],\n "errors": {errors}\n}}\n'


class _Markdown:
    def __init__(self, tool: Tool, page: Page) -> None:
        pass

    def head(self) -> str:
        return "# Sources\n"

    def article(self, audit: Audit) -> str:
        speaking, silent = _parted(audit)
        rows = [[escape(cell) for cell in _cells(row)] for row in speaking]
        parts = [markdown_table(HEADS, rows)] if rows else []
        parts += [f"{escape(silent)}\n"] if silent else []
        return f"\n## {escape(audit.document.path)}\n\n" + ("\n".join(parts) or f"{NO_SOURCES}\n")

    def tail(self, summary: Summary) -> str:
        return ""


def _parted(audit: Audit) -> tuple[list[SourceRow], str]:
    """The sources that say something, and a line on the others."""
    speaking: list[SourceRow] = []
    silent: list[SourceRow] = []
    for row in source_rows(audit):
        (silent if is_silent(SourceType(row.type), row.statements, row.quoted_words) else speaking).append(row)
    return speaking, told_silent(row.source for row in silent)


def _cells(row: SourceRow) -> tuple[str, ...]:
    return (
        row.place or str(row.line),
        row.source,
        row.type.replace("_", " "),
        str(row.statements),
        f"{row.quoted_words:,}",
        _who(row) or NOTHING,
        anonymity_words(row) or NOTHING,
    )


def _who(row: SourceRow) -> str:
    """Position, and why the source is in the story where its name does not say so already."""
    known = position(row.title, row.affiliation)
    why = row.justification or ""
    is_new = why != row.source and why not in known
    return "; ".join(each for each in (known, why if is_new else "") if each)


def _narrow(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Anonymity and who it is in one cell: few sources have both, and a terminal is narrow."""
    *first, who, anonymity = cells
    told = [each for each in (anonymity, who) if each != NOTHING]
    return (*first, "; ".join(told) or NOTHING)


SOURCE_LISTS: Mapping[str, Format] = {
    "table": Format("a table for each article", _Table),
    "csv": Format("one source a row, for a spreadsheet", _Csv),
    "json": Format("the same fields for a program", _Json),
    "markdown": Format("a table for each article, for a comment or a mail", _Markdown),
}
