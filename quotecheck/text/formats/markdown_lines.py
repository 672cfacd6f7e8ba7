"""Where the blocks of a Markdown article stand in its file: markdown-it tells their lines, and the rest follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quotecheck.records import Span
from quotecheck.text.mapped import Frame

if TYPE_CHECKING:
    from markdown_it.token import Token

LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
SPACE = " \t\r\n\f\v"
CONTAINERS = re.compile(r"(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*")
CLOSING_MARKS = re.compile(r"(?:^|[ \t])#+[ \t]*$")  # of a heading


class Lines:
    """The lines of the file from where the article begins, and the frames of its blocks in them."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.lines = [Span(*found.span(1)) for found in LINE.finditer(text, start)]
        self._marked = 0  # up to where marks of quoted paragraphs are accounted for

    def frame(self, token: Token) -> list[tuple[int, int]]:
        """Where each line of a block begins in its content and in the file: it is the end of a line there."""
        frame: list[tuple[int, int]] = []
        content = token.content.removesuffix("\n") if token.type == "html_block" else token.content
        rows = content.split("\n")
        offset = 0
        for nth, row in enumerate(rows):
            line = self.of(token, nth)
            end = line.start + len(line.of(self.text).rstrip(SPACE)) if nth == len(rows) - 1 else line.end
            if token.type == "html_block":
                end = line.end
            elif token.markup == "" and nth == 0 and len(rows) == 1:
                end = self._without_closing_marks(line, row, end)
            frame.append((offset, max(line.start, end - len(row))))
            offset += len(row) + 1
        return frame

    def of(self, token: Token, nth: int) -> Span:
        """The line on which the ``nth`` line, from 0, of a block stands."""
        first = token.map[0] if token.map else 0
        return self.lines[min(first + nth, len(self.lines) - 1)]

    def _without_closing_marks(self, line: Span, row: str, end: int) -> int:
        """The end of a heading's words: ``## Words ##`` may close with marks of its own."""
        words = self.text[line.start : end]
        if words.endswith(row):
            return end
        return line.start + len(CLOSING_MARKS.sub("", words).rstrip(SPACE))

    def cell_frame(self, token: Token, cell: int) -> list[tuple[int, int]]:
        """Where the words of a cell stand; they break off at each bar that is escaped."""
        line = self.of(token, 0)
        words = line.of(self.text)
        cells = list(_cells(words, _length_of_prefix(words)))
        if cell >= len(cells):
            return [(0, line.end)]
        first, end = cells[cell]
        while first < end and words[first] in SPACE:
            first += 1
        frame = [(0, line.start + first)]
        offset = 0
        for at in range(first, end):
            if words.startswith("\\|", at):
                frame.append((offset, line.start + at + 1))
            else:
                offset += 1
        return frame

    def quote_mark(self, token: Token, frame: Frame) -> Span | None:
        """Where the mark stands that makes this paragraph a block quote.

        ``None`` for the second cell of a row, and for a quotation inside an item.
        """
        line = self.of(token, 0)
        start, end = max(self._marked, line.start), line.start + _length_of_prefix(line.of(self.text))
        mark = self.text.find(">", start, end)
        self._marked = max(start, frame[0][1])
        return Span(mark, mark + 1) if mark >= 0 else None


def _length_of_prefix(line: str) -> int:
    """How long the marks of lists and quotations are that a line begins with."""
    prefix = CONTAINERS.match(line)
    return prefix.end() if prefix else 0


def _cells(row: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the cells of a row stand, between bars that are not escaped; nothing before the first is no cell."""
    start = at + row.startswith("|", at)
    escaped = False
    for number in range(start, len(row)):
        if row[number] == "|" and not escaped:
            yield start, number
            start = number + 1
        escaped = row[number] == "\\"
    yield start, len(row)
