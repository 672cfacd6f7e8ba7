"""Findings for people: where, which rule, what is wrong, the words underlined; and what to do, once an article."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from quotecheck.records import Audit, Finding, Scope, Severity, Summary, Tool
from quotecheck.reports.excerpt import excerpt
from quotecheck.reports.format import Format, Page
from quotecheck.reports.original import Original
from quotecheck.reports.page import one_line
from quotecheck.reports.tally import tally
from quotecheck.reports.telling import where

INDENT = "  "
GUTTER = 5  # columns for the number of a line
BAR = " | "
ADVICE = "→ "
NO_BREAK = "\u00a0"
BOLD, FAINT, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.INFO: "\x1b[1;36m"}


class _Text:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.page = page

    def head(self) -> str:
        return ""

    def article(self, audit: Audit) -> str:
        original = Original(audit.document)
        path = one_line(audit.document.path)
        parts = [self._wrapped(f"{path}: {one_line(note.message)}") + "\n\n" for note in audit.document.notes]
        told: set[str] = set()
        for each in audit.findings:
            if each.suppression is None:
                advice = [] if each.advice in told else [self._advice(each)]
                parts.append("\n".join([*self._finding(each, original, path), *advice]) + "\n\n")
                told.add(each.advice)
        return "".join(parts)

    def tail(self, summary: Summary) -> str:
        lines = [f"{one_line(where(each))}: not read: {one_line(each.message)}" for each in summary.failures]
        not_read = "".join(self._wrapped(line) + "\n" for line in lines)
        summed_up = self._painted(BOLD, self._wrapped_by_parts(tally(summary)))
        return f"{not_read}\n{summed_up}\n" if not_read else f"{summed_up}\n"

    def _finding(self, finding: Finding, original: Original, path: str) -> Iterator[str]:
        colour = COLOURS[finding.severity]
        place = self._painted(BOLD, path + _position(finding, original))
        yield f"{place}: {self._painted(colour, finding.severity.value)} {self._painted(FAINT, finding.rule)}"
        yield self._wrapped(INDENT + one_line(finding.message))
        if finding.scope is Scope.SPAN:
            yield from self._words(finding, original, colour)

    def _advice(self, finding: Finding) -> str:
        return self._wrapped(INDENT + ADVICE + one_line(finding.advice), INDENT + " " * len(ADVICE))

    def _words(self, finding: Finding, original: Original, colour: str) -> Iterator[str]:
        region = original.region(finding)
        start, line = original.line_of(region.line)
        end = len(line) if region.end_line > region.line else region.span.end - start
        width = self.page.width - GUTTER - len(BAR)
        words, marks = excerpt(line, region.column - 1, end, width)
        number = "" if original.is_container else str(region.line)
        yield self._painted(FAINT, f"{number:>{GUTTER}}{BAR}") + words
        yield self._painted(FAINT, " " * GUTTER + BAR) + self._painted(colour, marks)

    def _wrapped(self, text: str, indent: str = INDENT) -> str:
        return fill(text, self.page.width, subsequent_indent=indent, break_on_hyphens=False)

    def _wrapped_by_parts(self, text: str) -> str:
        """Lines that end with a semicolon, so that no number stands apart from what it counts."""
        parts = text.replace(" ", NO_BREAK).replace(f";{NO_BREAK}", "; ")
        return self._wrapped(parts).replace(NO_BREAK, " ")

    def _painted(self, colour: str, text: str) -> str:
        return f"{colour}{text}{PLAIN}" if self.page.colour else text


def _position(finding: Finding, original: Original) -> str:
    """What to put behind the path: line and column, the place in a container, or nothing."""
    if finding.scope is Scope.ARTICLE:
        return ""
    if original.is_container:
        place = original.place(finding)
        return f" ({one_line(place)})" if place else ""
    region = original.region(finding)
    return f":{region.line}:{region.column}"


TEXT = Format("findings for people, the words underlined", _Text)
