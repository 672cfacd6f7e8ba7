"""Lines of a text, and the way from an offset to line and column and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from quotecheck.records import Span

BREAK = re.compile("\r\n|[\n\r\u2028\u2029]")


def find_lines(text: str) -> Iterator[Span]:
    """Every line without its break, empty ones too; a final break opens no further line."""
    start = 0
    for found in BREAK.finditer(text):
        yield Span(start, found.start())
        start = found.end()
    if start < len(text):
        yield Span(start, len(text))


@dataclass(frozen=True, slots=True)
class LineMap:
    """Where the lines of one text start; lines and columns count from 1, columns in code points."""

    starts: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, text: str) -> LineMap:
        """The map of ``text``; LF, CR, CRLF, U+2028 and U+2029 end a line."""
        return cls((0, *(found.end() for found in BREAK.finditer(text))), len(text))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset; offsets outside the text count as its nearest end."""
        offset = min(max(offset, 0), self.length)
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """Offset of a line and column; positions outside the text count as its nearest end."""
        if line < 1:
            return 0
        if line > len(self.starts):
            return self.length
        end = self.starts[line] if line < len(self.starts) else self.length
        return min(self.starts[line - 1] + max(column, 1) - 1, end)
