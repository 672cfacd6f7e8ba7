"""Checkstyle's XML, which most build servers read."""

from __future__ import annotations

from quotecheck.records import Audit, Finding, Severity, Summary, Tool
from quotecheck.reports.format import Format, Page
from quotecheck.reports.original import Original
from quotecheck.reports.tags import DECLARATION, opening
from quotecheck.reports.telling import telling

VERSION = "10.0"  # of the checkstyle whose format this is


class _Checkstyle:
    def __init__(self, tool: Tool, page: Page) -> None:
        pass

    def head(self) -> str:
        return f'{DECLARATION}<checkstyle version="{VERSION}">\n'

    def article(self, audit: Audit) -> str:
        original = Original(audit.document)
        errors = [_error(each, original) for each in audit.findings if each.suppression is None]
        return _file(audit.document.path, errors) if errors else ""

    def tail(self, summary: Summary) -> str:
        failures = [
            _file(each.path, [_tag(each.line or 1, 1, Severity.ERROR, f"{each.outcome}: {each.message}", each.code)])
            for each in summary.failures
        ]
        return "".join(failures) + "</checkstyle>\n"


def _file(path: str, errors: list[str]) -> str:
    return f" <{opening('file', {'name': path})}>\n" + "".join(errors) + " </file>\n"


def _error(finding: Finding, original: Original) -> str:
    region = original.region_in_file(finding)
    return _tag(region.line, region.column, finding.severity, telling(finding, original), finding.rule)


def _tag(line: int, column: int, severity: Severity, message: str, rule: str) -> str:
    attributes: dict[str, str | int] = {
        "line": line,
        "column": column,
        "severity": severity.value,
        "message": message,
        "source": f"quotecheck.{rule}",
    }
    return f"  <{opening('error', attributes)}/>\n"


CHECKSTYLE = Format("checkstyle's XML, for build servers", _Checkstyle)
