"""JUnit's XML: an article is a suite, a finding a test that failed."""

from __future__ import annotations

from quotecheck.records import Audit, Failure, Finding, Scope, Severity, Summary, Tool
from quotecheck.reports.format import Format, Page
from quotecheck.reports.original import Original
from quotecheck.reports.tags import DECLARATION, content, opening
from quotecheck.reports.telling import where

FAILING = (Severity.ERROR, Severity.WARNING)
PASSED = "quotecheck"  # the one test of an article without findings


class _JUnit:
    def __init__(self, tool: Tool, page: Page) -> None:
        pass

    def head(self) -> str:
        return f'{DECLARATION}<testsuites name="quotecheck">\n'

    def article(self, audit: Audit) -> str:
        original, found = Original(audit.document), audit.findings
        path = audit.document.path
        cases = [_case(path, _name(each, original), _outcome(each, original)) for each in found]
        failing = [each for each in found if each.severity in FAILING and each.suppression is None]
        silenced = [each for each in found if each.suppression is not None]
        return _suite(path, cases or [_case(path, PASSED, "")], failures=len(failing), skipped=len(silenced))

    def tail(self, summary: Summary) -> str:
        return "".join(map(_not_read, summary.failures)) + "</testsuites>\n"


def _suite(path: str, cases: list[str], *, failures: int = 0, errors: int = 0, skipped: int = 0) -> str:
    counts: dict[str, str | int] = {"name": path, "tests": len(cases), "failures": failures, "errors": errors}
    return f" <{opening('testsuite', {**counts, 'skipped': skipped})}>\n" + "".join(cases) + " </testsuite>\n"


def _case(path: str, name: str, outcome: str) -> str:
    case = opening("testcase", {"classname": path, "name": name, "file": path})
    return f"  <{case}>\n{outcome}  </testcase>\n" if outcome else f"  <{case}/>\n"


def _name(finding: Finding, original: Original) -> str:
    region = original.region(finding)
    if finding.scope is Scope.ARTICLE:
        return finding.rule
    return f"{finding.rule} ({original.place(finding) or f'line {region.line}, column {region.column}'})"


def _outcome(finding: Finding, original: Original) -> str:
    if finding.suppression is not None:
        return f"   <{opening('skipped', {'message': finding.suppression})}/>\n"
    told = "\n".join(each for each in (original.words(finding), finding.advice) if each)
    if finding.severity in FAILING:
        failure = opening("failure", {"type": finding.severity.value, "message": finding.message})
        return f"   <{failure}>{content(told)}</failure>\n"
    return f"   <system-out>{content(finding.message)}\n{content(told)}</system-out>\n"


def _not_read(failure: Failure) -> str:
    error = opening(
        "error", {"type": failure.code, "message": f"{where(failure)}: {failure.outcome}: {failure.message}"}
    )
    return _suite(failure.path, [_case(failure.path, PASSED, f"   <{error}/>\n")], errors=1)


JUNIT = Format("JUnit's XML, findings as failed tests", _JUnit)
