"""Code quality of GitLab: one list of findings, no fingerprint twice."""

from __future__ import annotations

from hashlib import sha256

from quotecheck.records import Audit, Failure, Finding, Severity, Summary, Tool
from quotecheck.reports.fields import Fields, dump
from quotecheck.reports.format import Format, Page
from quotecheck.reports.original import Original
from quotecheck.reports.telling import telling

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
NOT_READ = "blocker"


class _GitLab:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.between = "\n"

    def head(self) -> str:
        return "["

    def article(self, audit: Audit) -> str:
        original = Original(audit.document)
        return "".join(self._entry(_finding(each, original)) for each in audit.findings if each.suppression is None)

    def tail(self, summary: Summary) -> str:
        return "".join(self._entry(_failure(each)) for each in summary.failures) + "\n]\n"

    def _entry(self, fields: Fields) -> str:
        between, self.between = self.between, ",\n"
        return between + dump(fields)


def _finding(finding: Finding, original: Original) -> Fields:
    region = original.region_in_file(finding)
    path = original.document.path
    return {
        "description": telling(finding, original),
        "check_name": finding.rule,
        "fingerprint": _fingerprint(path, finding.fingerprint),
        "severity": SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": region.line, "end": region.end_line}},
    }


def _failure(failure: Failure) -> Fields:
    return {
        "description": f"{failure.outcome}: {failure.message}",
        "check_name": failure.code,
        "fingerprint": _fingerprint(failure.path, f"{failure.code}\n{failure.message}"),
        "severity": NOT_READ,
        "location": {"path": failure.path, "lines": {"begin": failure.line or 1, "end": failure.line or 1}},
    }


def _fingerprint(path: str, fingerprint: str) -> str:
    """GitLab shows only the first of two equal ones, so equal findings in two files must differ."""
    return sha256(f"{path}\n{fingerprint}".encode("utf-8", "surrogatepass")).hexdigest()


GITLAB = Format("code quality of GitLab", _GitLab)
