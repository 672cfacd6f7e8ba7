"""SARIF 2.1.0, for code scanning: one run, its rules, its results, and what could not be read."""

from __future__ import annotations

import json

from quotecheck.records import Audit, Failure, Finding, Note, RuleCard, Scope, Severity, Summary, Tool
from quotecheck.reports.fields import Fields, Value, dump, lay_out
from quotecheck.reports.format import Format, Page
from quotecheck.reports.original import Original, Region
from quotecheck.reports.ranked import Ranked
from quotecheck.reports.tally import count
from quotecheck.reports.telling import telling, where
from quotecheck.reports.uri import uri

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
PRECISIONS = ((0.95, "very-high"), (0.85, "high"), (0.7, "medium"), (0.0, "low"))  # as code scanning calls them
BREAKS = ("\r\n", "\n", "\r", "\u2028", "\u2029")
FINGERPRINT = "quotecheck/v1"
BASELINE = "baseline"  # the reason of findings that a file beside the articles silences
MOST = 25_000  # results that code scanning takes in one run


class _Sarif:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.tool = tool
        self.rules = {each.id: number for number, each in enumerate(tool.rules)}
        self.notes: list[Fields] = []
        self.counted, self.silenced = Ranked(MOST), Ranked(MOST)

    def head(self) -> str:
        rules = [_rule(each) for each in self.tool.rules]
        driver = lay_out({"name": "quotecheck", "version": self.tool.version, "rules": rules}, "   ")
        return (
            f'{{\n "$schema": "{SCHEMA}",\n "version": "2.1.0",\n "runs": [\n  {{\n   "tool": {{"driver": {driver}}},\n'
            f'   "columnKind": "utf16CodeUnits",\n   "newlineSequences": {json.dumps(BREAKS)},\n'
        )

    def article(self, audit: Audit) -> str:
        original = Original(audit.document)
        self.notes += [_note(note, audit.document.path) for note in audit.document.notes]
        for each in audit.findings:
            ranked = self.counted if each.suppression is None else self.silenced
            ranked.add(each.severity, dump(self._result(each, original)))
        return ""

    def tail(self, summary: Summary) -> str:
        results = [*self.counted, *self.silenced][:MOST]
        notes = [*map(_failure, summary.failures), *self.notes]
        left_out = self.counted.seen.total() + self.silenced.seen.total() - len(results)
        if left_out:
            number = count(left_out, "result is", "results are")
            notes.append(_notification("warning", f"{number} left out: a run may have {MOST:,} at most.", "limit"))
        invocation: Fields = {"executionSuccessful": not summary.failures, "toolExecutionNotifications": notes}
        lines = ",\n".join(f"    {each}" for each in results)
        return f'   "invocations": [{dump(invocation)}],\n   "results": [\n{lines}\n   ]\n  }}\n ]\n}}\n'

    def _result(self, finding: Finding, original: Original) -> Fields:
        fields: Fields = {"ruleId": finding.rule}
        if finding.rule in self.rules:
            fields["ruleIndex"] = self.rules[finding.rule]
        fields |= {
            "level": LEVELS[finding.severity],
            "message": {"text": telling(finding, original)},
            "locations": [_location(finding, original)],
            "partialFingerprints": {FINGERPRINT: finding.fingerprint},
            "properties": {"confidence": round(finding.confidence, 3)},
        }
        if finding.suppression is not None:
            kind = "external" if finding.suppression == BASELINE else "inSource"
            fields["suppressions"] = [{"kind": kind, "status": "accepted", "justification": finding.suppression}]
        return fields


def _rule(card: RuleCard) -> Fields:
    references = "".join(f"\n\n- {each}" if not n else f"\n- {each}" for n, each in enumerate(card.references))
    properties: Fields = {"tags": ["sourcing"], "problem.severity": PROBLEMS[card.severity]}
    if card.precision is not None:
        properties["precision"] = next(name for least, name in PRECISIONS if card.precision >= least)
    return {
        "id": card.id,
        "shortDescription": {"text": card.title},
        "fullDescription": {"text": card.why},
        "help": {"text": f"{card.why} {card.advice}", "markdown": f"{card.why}\n\n**{card.advice}**{references}"},
        "defaultConfiguration": {"level": LEVELS[card.severity]},
        "properties": properties,
    }


def _location(finding: Finding, original: Original) -> Fields:
    artifact: Value = {"uri": uri(original.document.path)}
    place = original.place(finding)
    if original.is_container or finding.scope is Scope.ARTICLE:
        top: Fields = {"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": 1}}}
        return {**top, "logicalLocations": [{"fullyQualifiedName": place}]} if place else top
    region = original.region(finding)
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(region, original)}}


def _region(region: Region, original: Original) -> Fields:
    fields: Fields = {
        "startLine": region.line,
        "startColumn": _column(region.line, region.span.start, original),
        "endLine": region.end_line,
        "endColumn": _column(region.end_line, region.span.end, original),
    }
    words = region.span.of(original.text)
    return {**fields, "snippet": {"text": words}} if words else fields


def _column(line: int, offset: int, original: Original) -> int:
    """A column in units of UTF-16, which is what viewers count, whatever they are told."""
    start, _ = original.line_of(line)
    return len(original.text[start:offset].encode("utf-16-le", "surrogatepass")) // 2 + 1


def _failure(failure: Failure) -> Fields:
    region: Fields = {} if failure.line is None else {"region": {"startLine": failure.line}}
    there: Fields = {"physicalLocation": {"artifactLocation": {"uri": uri(failure.path)}, **region}}
    return {**_notification("error", f"{where(failure)}: {failure.message}", failure.code), "locations": [there]}


def _note(note: Note, path: str) -> Fields:
    there: Fields = {"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}
    return {**_notification("note", f"{path}: {note.message}", note.code), "locations": [there]}


def _notification(level: str, text: str, code: str) -> Fields:
    return {"level": level, "message": {"text": text}, "descriptor": {"id": code}}


SARIF = Format("SARIF 2.1.0, for code scanning", _Sarif)
