"""The report of the contract as JSON: fields a line each, quotations and their like a record a line."""

from __future__ import annotations

import json

from quotecheck.records import Audit, Summary, Tool
from quotecheck.reports.build import (
    SCHEMA_VERSION,
    Fields,
    Value,
    article_fields,
    failure_fields,
    summary_fields,
    tool_fields,
)
from quotecheck.reports.format import Format, Page


def dump(value: Value) -> str:
    """JSON on one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False, check_circular=False)


def lay_out(fields: Fields, indent: str) -> str:
    """An object with a field a line; lists of objects get a line for each."""
    inner = indent + " "
    lines = [f"{inner}{dump(name)}: {_value(value, inner)}" for name, value in fields.items()]
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


def _value(value: Value, indent: str) -> str:
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return dump(value)
    inner = indent + " "
    return "[\n" + ",\n".join(inner + dump(each) for each in value) + f"\n{indent}]"


class _Json:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.tool = tool
        self.between = ""

    def head(self) -> str:
        tool = dump(tool_fields(self.tool))
        return f'{{\n "schema_version": "{SCHEMA_VERSION}",\n "tool": {tool},\n "documents": ['

    def article(self, audit: Audit) -> str:
        between, self.between = self.between, ","
        return f"{between}\n  " + lay_out(article_fields(audit), "  ")

    def tail(self, summary: Summary) -> str:
        together = lay_out(summary_fields(summary), " ")
        errors = _value([failure_fields(each) for each in summary.failures], " ")
        return f'\n ],\n "summary": {together},\n "errors": {errors}\n}}\n'


JSON = Format("everything, as the schema of reports says", _Json)
