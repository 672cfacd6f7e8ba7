"""Findings for people: where, which rule, what is wrong, the words underlined; and what to do, once an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
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
        blocks = [self._wrapped(f"{path}: {one_line(note.message)}") for note in audit.document.notes]
        counted = [each for each in audit.findings if each.suppression is None]
        told: set[str] = set()
        for _, same in groupby(counted, key=lambda each: (each.scope, original.region(each).span)):
            blocks.append("\n".join(self._block(sorted(same, key=_rank), original, told)))
        return "".join(f"{block}\n\n" for block in blocks)

    def tail(self, summary: Summary) -> str:
        lines = [f"{one_line(where(each))}: {each.outcome}: {one_line(each.message)}" for each in summary.failures]
        not_read = "".join(self._wrapped(line) + "\n" for line in lines)
        summed_up = self._painted(BOLD, self._wrapped_by_parts(tally(summary)))
        return f"{not_read}\n{summed_up}\n" if not_read else f"{summed_up}\n"

    def _block(self, findings: Sequence[Finding], original: Original, told: set[str]) -> Iterator[str]:
        """What is wrong with the same words, the most severe first; the words once, advice not in ``told`` again."""
        for finding in findings:
            colour = COLOURS[finding.severity]
            place = self._painted(BOLD, one_line(original.document.path) + _position(finding, original))
            yield f"{place}: {self._painted(colour, finding.severity.value)} {self._painted(FAINT, finding.rule)}"
            yield self._wrapped(INDENT + one_line(finding.message))
            if finding is findings[0] and finding.scope is Scope.SPAN:
                yield from self._words(finding, original, colour)
            if finding.advice not in told:
                told.add(finding.advice)
                yield self._wrapped(INDENT + ADVICE + one_line(finding.advice), INDENT + " " * len(ADVICE))

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


def _rank(finding: Finding) -> int:
    return list(Severity).index(finding.severity)


def _position(finding: Finding, original: Original) -> str:
    """What to put behind the path: line and column, the place in a container, or nothing."""
    if finding.scope is Scope.ARTICLE:
        return ""
    if original.is_container:
        place = original.place(finding)
        return f" ({one_line(place)})" if place else ""
    region = original.region(finding)
    return f":{region.line}:{region.column}"


TEXT = Format("findings for people, the words underlined", _Text, tells_failures=True)
