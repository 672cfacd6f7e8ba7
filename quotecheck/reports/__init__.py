"""Output formats: views of the same audits."""

from __future__ import annotations

from collections.abc import Mapping

from quotecheck.records import Report
from quotecheck.reports.format import Format, Page, Writer
from quotecheck.reports.to_checkstyle import CHECKSTYLE
from quotecheck.reports.to_csv import CSV
from quotecheck.reports.to_github import GITHUB
from quotecheck.reports.to_github_summary import SUMMARY
from quotecheck.reports.to_gitlab import GITLAB
from quotecheck.reports.to_json import JSON
from quotecheck.reports.to_jsonl import JSONL
from quotecheck.reports.to_junit import JUNIT
from quotecheck.reports.to_markdown import MARKDOWN
from quotecheck.reports.to_rdjson import RDJSON, RDJSONL
from quotecheck.reports.to_sarif import SARIF
from quotecheck.reports.to_sourcing_csv import SOURCING_CSV
from quotecheck.reports.to_table import TABLE
from quotecheck.reports.to_text import TEXT

__all__ = ["FORMATS", "NARROWEST", "PAGE", "Format", "Page", "Writer", "render"]

FORMATS: Mapping[str, Format] = {
    "table": TABLE,
    "text": TEXT,
    "markdown": MARKDOWN,
    "json": JSON,
    "jsonl": JSONL,
    "csv": CSV,
    "sourcing-csv": SOURCING_CSV,
    "sarif": SARIF,
    "github": GITHUB,
    "github-summary": SUMMARY,
    "gitlab": GITLAB,
    "rdjson": RDJSON,
    "rdjsonl": RDJSONL,
    "checkstyle": CHECKSTYLE,
    "junit": JUNIT,
}
PAGE = 100  # columns where nobody says otherwise
NARROWEST = 72  # columns that tables need


def render(report: Report, name: str, *, width: int = PAGE, colour: bool = False) -> str:
    """The whole report in the format ``name`` of FORMATS; ``width`` is that of a page for human eyes."""
    writer = FORMATS[name].writer(report.tool, Page(width, colour))
    return "".join([writer.head(), *map(writer.article, report.audits), writer.tail(report.summary)])
