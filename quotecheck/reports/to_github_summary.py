"""The summary of a job on GitHub: findings, the most severe first, and the metrics of each article."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.records import Audit, Finding, Summary, Tool
from quotecheck.reports.format import Format, Page
from quotecheck.reports.markdown import escape, table, table_row
from quotecheck.reports.metrics_table import HEADS, metrics_row
from quotecheck.reports.original import Original
from quotecheck.reports.page import shorten
from quotecheck.reports.ranked import Ranked
from quotecheck.reports.tally import count, tally
from quotecheck.reports.telling import where

MOST = 100  # rows of findings, of articles and of failures: GitHub takes 1 MiB for all of them
WORDS = 160  # characters of the words that are shown
FOUND = ("Severity", "Where", "Finding", "Rule")


class _JobSummary:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.found = Ranked(MOST)
        self.rows: list[tuple[str, ...]] = []
        self.notes: list[str] = []

    def head(self) -> str:
        return ""

    def article(self, audit: Audit) -> str:
        original = Original(audit.document)
        for each in audit.findings:
            if each.suppression is None:
                self.found.add(each.severity, table_row(_row(each, original)))
        self.notes += [f"- {escape(audit.document.path)}: {escape(each.message)}\n" for each in audit.document.notes]
        if len(self.rows) < MOST:
            self.rows.append(metrics_row(audit.document.path, audit.metrics, audit.shares))
        return ""

    def tail(self, summary: Summary) -> str:
        return "\n".join(self._parts(summary))

    def _parts(self, summary: Summary) -> Iterator[str]:
        yield "## quotecheck\n"
        yield tally(summary) + "\n"
        found = [*self.found][:MOST]
        if found:
            yield table(FOUND, ()) + "".join(found)
            yield from _more(summary.findings.total() - len(found), "finding", "findings")
        if summary.failures:
            failures = [f"- {escape(where(each))}: {escape(each.message)}\n" for each in summary.failures[:MOST]]
            yield "### Not read\n\n" + "".join(failures)
            yield from _more(len(summary.failures) - MOST, "file", "files")
        if self.notes:
            yield "### Notes\n\n" + "".join(self.notes[:MOST])
            yield from _more(len(self.notes) - MOST, "note", "notes")
        if self.rows:
            together = [metrics_row("All", summary.metrics, summary.shares)] if summary.metrics.documents > 1 else []
            yield "### Metrics\n\n" + table(HEADS, [*self.rows, *together])
            yield from _more(summary.metrics.documents - MOST, "article", "articles")


def _row(finding: Finding, original: Original) -> tuple[str, ...]:
    region = original.region(finding)
    place = original.place(finding)
    line = "" if original.is_container or not region.span.end else f":{region.line}"
    path = escape(original.document.path) + (f" ({escape(place)})" if place else line)
    words = shorten(original.words(finding), WORDS)
    said = f"<br>*{escape(words)}*" if words else ""
    return finding.severity.value, path, escape(finding.message) + said, f"`{finding.rule}`"


def _more(number: int, one: str, many: str) -> Iterator[str]:
    if number > 0:
        yield f"And {count(number, f'more {one}', f'more {many}')}.\n"


SUMMARY = Format("Markdown for the job summary of GitHub Actions, with metrics", _JobSummary)
