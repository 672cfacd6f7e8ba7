"""From what the layers read to what lies on the disk: the one place where offsets of reports are made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from quotecheck.records import Document, Finding, Scope, Span
from quotecheck.text.lines import LineMap


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the source: offsets, lines and columns, ends exclusive; lines and columns count from 1."""

    span: Span
    line: int
    column: int
    end_line: int
    end_column: int


TOP = Region(Span(0, 0), 1, 1, 1, 1)  # where findings about a whole article stand


class Original:
    """The source of one article, and the way to it from spans of ``Document.text``."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.source

    @cached_property
    def lines(self) -> LineMap:
        """Lines of the source."""
        return LineMap.of(self.text)

    @property
    def is_container(self) -> bool:
        """Whether lines mean nothing to those who open the file: a DOCX, a JSON of one line."""
        return bool(self.document.places)

    def span(self, span: Span) -> Span:
        """Where the words of ``span`` stand in the source."""
        return self.document.origin(span)

    def line(self, offset: int) -> int:
        """The line on which the character at ``offset`` of ``Document.text`` stands in the source."""
        return self.lines.position(self.document.origin(Span(offset, offset)).start)[0]

    def where(self, offset: int) -> str:
        """The place of the character at ``offset`` of ``Document.text`` in words: "line 6", "paragraph 2"."""
        return self.document.place(offset) or f"line {self.line(offset)}"

    def place(self, finding: Finding) -> str | None:
        """What a container calls the place of a finding; None for files with lines, and for whole articles."""
        return None if finding.scope is Scope.ARTICLE else self.document.place(finding.span.start)

    def region(self, finding: Finding) -> Region:
        """Where a finding stands."""
        if finding.scope is Scope.ARTICLE:
            return TOP
        place = finding.origin or self.span(finding.span)
        return Region(place, *self.lines.position(place.start), *self.lines.position(place.end))

    def words(self, finding: Finding) -> str:
        """The words that a finding is about, free of markup; none where it is about the whole article."""
        if finding.scope is Scope.ARTICLE:
            return ""
        return finding.origin.of(self.text) if finding.origin else finding.span.of(self.document.text)

    def region_in_file(self, finding: Finding) -> Region:
        """Where a finding stands for those who open the file: at the top of a container."""
        return TOP if self.is_container else self.region(finding)

    def line_of(self, line: int) -> tuple[int, str]:
        """Offset and words of a line, its break left out."""
        start = self.lines.offset(line)
        end = self.lines.offset(line + 1) if line < len(self.lines.starts) else len(self.text)
        return start, self.text[start:end].rstrip("\r\n\u2028\u2029")
