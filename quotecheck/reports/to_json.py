"""The report of the contract as JSON: fields a line each, quotations and their like a record a line."""

from __future__ import annotations

from quotecheck.records import Audit, Summary, Tool
from quotecheck.reports.build import article_fields
from quotecheck.reports.fields import lay_out, lay_out_value
from quotecheck.reports.format import Format, Page
from quotecheck.reports.totals import failure_fields, summary_fields, tool_fields

SCHEMA_VERSION = "1"


class _Json:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.tool = tool
        self.between = ""

    def head(self) -> str:
        tool = lay_out(tool_fields(self.tool), " ")
        return f'{{\n "schema_version": "{SCHEMA_VERSION}",\n "tool": {tool},\n "documents": ['

    def article(self, audit: Audit) -> str:
        between, self.between = self.between, ","
        return f"{between}\n  " + lay_out(article_fields(audit), "  ")

    def tail(self, summary: Summary) -> str:
        together = lay_out(summary_fields(summary), " ")
        errors = lay_out_value([failure_fields(each) for each in summary.failures], " ")
        return f'\n ],\n "summary": {together},\n "errors": {errors}\n}}\n'


JSON = Format("everything, as the schema of reports says", _Json)
