"""Findings as Markdown, for a comment or a mail: an article after the other."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.records import Audit, Finding, Scope, Summary, Tool
from quotecheck.reports.format import Format, Page
from quotecheck.reports.markdown import escape, table
from quotecheck.reports.metrics_table import HEADS, metrics_row
from quotecheck.reports.original import Original
from quotecheck.reports.page import shorten
from quotecheck.reports.tally import tally
from quotecheck.reports.telling import where

WORDS = 400  # characters of the words that are shown


class _Markdown:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.rows: list[tuple[str, ...]] = []

    def head(self) -> str:
        return "# quotecheck\n"

    def article(self, audit: Audit) -> str:
        document, original = audit.document, Original(audit.document)
        self.rows.append(metrics_row(document.path, audit.metrics, audit.shares))
        counted = [each for each in audit.findings if each.suppression is None]
        if not counted and not document.notes:
            return ""
        notes = [f"Note: {escape(note.message)}\n" for note in document.notes]
        return "\n".join([f"\n## {escape(document.path)}\n", *notes, *(_finding(each, original) for each in counted)])

    def tail(self, summary: Summary) -> str:
        return "".join(f"\n{part}" for part in self._closing(summary))

    def _closing(self, summary: Summary) -> Iterator[str]:
        if summary.failures:
            failures = [f"- {escape(where(each))}: {escape(each.message)}\n" for each in summary.failures]
            yield "## Not read\n\n" + "".join(failures)
        if self.rows:
            together = [metrics_row("All", summary.metrics, summary.shares)] if summary.metrics.documents > 1 else []
            yield "## Metrics\n\n" + table(HEADS, [*self.rows, *together])
        yield tally(summary) + "\n"


def _finding(finding: Finding, original: Original) -> str:
    region = original.region(finding)
    where = ""
    if finding.scope is Scope.SPAN:
        where = f", {escape(original.place(finding) or f'line {region.line}')}"
    words = shorten(original.words(finding), WORDS)
    quoted = f"  > {escape(words)}\n\n" if words else ""
    head = f"- **{finding.severity.value}**{where}: {escape(finding.message)} `{finding.rule}`\n\n"
    return f"{head}{quoted}  {escape(finding.advice)}\n"


MARKDOWN = Format("findings and metrics as Markdown", _Markdown)
