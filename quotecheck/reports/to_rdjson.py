"""Diagnostics of reviewdog, as one object or one a line; columns count bytes of UTF-8 there."""

from __future__ import annotations

from quotecheck.records import Audit, Failure, Finding, Scope, Severity, Summary, Tool
from quotecheck.reports.fields import Fields, dump
from quotecheck.reports.format import Format, Page
from quotecheck.reports.original import Original
from quotecheck.reports.telling import telling

SOURCE: Fields = {"name": "quotecheck"}
SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


class _Diagnostics:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.between = "\n"

    def head(self) -> str:
        return f'{{"source": {dump(SOURCE)}, "diagnostics": ['

    def article(self, audit: Audit) -> str:
        return "".join(map(self._entry, _of_article(audit)))

    def tail(self, summary: Summary) -> str:
        return "".join(self._entry(_failure(each)) for each in summary.failures) + "\n]}\n"

    def _entry(self, diagnostic: Fields) -> str:
        between, self.between = self.between, ",\n"
        return between + dump(diagnostic)


class _DiagnosticLines:
    def __init__(self, tool: Tool, page: Page) -> None:
        pass

    def head(self) -> str:
        return ""

    def article(self, audit: Audit) -> str:
        return "".join(map(_line, _of_article(audit)))

    def tail(self, summary: Summary) -> str:
        return "".join(_line(_failure(each)) for each in summary.failures)


def _line(diagnostic: Fields) -> str:
    return dump({"source": SOURCE, **diagnostic}) + "\n"


def _of_article(audit: Audit) -> list[Fields]:
    original = Original(audit.document)
    return [_diagnostic(each, original) for each in audit.findings if each.suppression is None]


def _diagnostic(finding: Finding, original: Original) -> Fields:
    location: Fields = {"path": original.document.path}
    if finding.scope is Scope.SPAN and not original.is_container:
        location["range"] = _range(finding, original)
    return {
        "message": telling(finding, original),
        "location": location,
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }


def _range(finding: Finding, original: Original) -> Fields:
    region = original.region(finding)
    return {
        "start": {"line": region.line, "column": _column(region.line, region.span.start, original)},
        "end": {"line": region.end_line, "column": _column(region.end_line, region.span.end, original)},
    }


def _column(line: int, offset: int, original: Original) -> int:
    start, _ = original.line_of(line)
    return len(original.text[start:offset].encode("utf-8", "surrogatepass")) + 1


def _failure(failure: Failure) -> Fields:
    line: Fields = {} if failure.line is None else {"range": {"start": {"line": failure.line}}}
    return {
        "message": f"{failure.outcome}: {failure.message}",
        "location": {"path": failure.path, **line},
        "severity": SEVERITIES[Severity.ERROR],
        "code": {"value": failure.code},
    }


RDJSON = Format("diagnostics for reviewdog", _Diagnostics)
RDJSONL = Format("diagnostics for reviewdog, one a line", _DiagnosticLines)
