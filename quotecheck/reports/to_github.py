"""Annotations of GitHub Actions: commands to print, the most severe first, no more than GitHub shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from quotecheck.records import Audit, Failure, Finding, Note, Severity, Summary, Tool
from quotecheck.reports.format import Format, Page
from quotecheck.reports.original import Original
from quotecheck.reports.ranked import Ranked
from quotecheck.reports.tally import by_severity, count
from quotecheck.reports.telling import telling

MOST = 10  # annotations of one kind that a step may have; GitHub drops further ones without a word
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


class _GitHub:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.found = Ranked(MOST)

    def head(self) -> str:
        return ""

    def article(self, audit: Audit) -> str:
        original = Original(audit.document)
        for note in audit.document.notes:
            self.found.add(Severity.INFO, _note(note, audit.document.path))
        for each in audit.findings:
            if each.suppression is None:
                self.found.add(each.severity, _annotation(each, original))
        return ""

    def tail(self, summary: Summary) -> str:
        errors = [*map(_failure, summary.failures), *self.found.of(Severity.ERROR)][:MOST]
        warnings, infos = self.found.of(Severity.WARNING), self.found.of(Severity.INFO)
        seen = self.found.seen + Counter({Severity.ERROR: len(summary.failures)})
        if any(number > MOST for number in seen.values()):
            infos = infos[: MOST - 1]  # room for the line that says how many more there are
            shown = dict(zip(Severity, map(len, (errors, warnings, infos)), strict=True))
            infos = [*infos, _more({each: seen[each] - shown[each] for each in Severity})]
        return "".join([*errors, *warnings, *infos])


def _annotation(finding: Finding, original: Original) -> str:
    properties: dict[str, str | int] = {"file": original.document.path}
    region = original.region_in_file(finding)
    properties["line"] = region.line
    if region.end_line > region.line:
        properties["endLine"] = region.end_line
    elif region.end_column > region.column:
        properties |= {"col": region.column, "endColumn": region.end_column}
    return _command(finding.severity, {**properties, "title": f"quotecheck {finding.rule}"}, telling(finding, original))


def _note(note: Note, path: str) -> str:
    return _command(Severity.INFO, {"file": path, "title": f"quotecheck {note.code}"}, note.message)


def _failure(failure: Failure) -> str:
    line: dict[str, str | int] = {} if failure.line is None else {"line": failure.line}
    properties = {"file": failure.path, **line, "title": f"quotecheck: {failure.outcome}"}
    return _command(Severity.ERROR, properties, failure.message)


def _more(hidden: dict[Severity, int]) -> str:
    number = count(sum(hidden.values()), "more finding", "more findings")
    why = f"GitHub shows at most {MOST} of each kind; any other format of quotecheck has them all."
    return _command(Severity.INFO, {"title": "quotecheck"}, f"{number}: {by_severity(hidden)}. {why}")


def _command(severity: Severity, properties: Mapping[str, str | int], message: str) -> str:
    listed = ",".join(f"{name}={str(value).translate(PROPERTY)}" for name, value in properties.items())
    return f"::{COMMANDS[severity]} {listed}::{message.translate(DATA)}\n"


GITHUB = Format("annotations of GitHub Actions", _GitHub)
