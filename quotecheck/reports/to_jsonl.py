"""JSON Lines: one article a line. Inputs that could not be read have none; the exit status tells of them."""

from __future__ import annotations

from quotecheck.records import Audit, Summary, Tool
from quotecheck.reports.build import article_fields
from quotecheck.reports.fields import dump
from quotecheck.reports.format import Format, Page


class _JsonLines:
    def __init__(self, tool: Tool, page: Page) -> None:
        pass

    def head(self) -> str:
        return ""

    def article(self, audit: Audit) -> str:
        return dump(article_fields(audit)) + "\n"

    def tail(self, summary: Summary) -> str:
        return ""


JSONL = Format("one article a line, the fields of json", _JsonLines)
