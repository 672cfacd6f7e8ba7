"""JSON Lines: one article a line; behind them, a line for each input that could not be read."""

from __future__ import annotations

from quotecheck.records import Audit, Summary, Tool
from quotecheck.reports.build import article_fields
from quotecheck.reports.fields import dump
from quotecheck.reports.format import Format, Page
from quotecheck.reports.totals import failure_fields


class _JsonLines:
    def __init__(self, tool: Tool, page: Page) -> None:
        pass

    def head(self) -> str:
        return ""

    def article(self, audit: Audit) -> str:
        return dump(article_fields(audit)) + "\n"

    def tail(self, summary: Summary) -> str:
        return "".join(dump({"error": failure_fields(each)}) + "\n" for each in summary.failures)


JSONL = Format("one article a line, the fields of json", _JsonLines)
