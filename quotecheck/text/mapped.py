"""Plain text that grows out of marked-up text and remembers where each of its characters came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from quotecheck.records import Directive, Segment, Span

INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]+")  # soft hyphens, spaces of no width: they would split words
QUOTED = "> "  # in front of a paragraph that layout shows to be quoted
PARAGRAPH, PART = 2, 3  # line breaks before a paragraph, and before one that goes on with nothing before it

# Where a piece of text that was cut out of the file begins: (offset in the piece, offset in the file), rising.
Frame = Sequence[tuple[int, int]]


class MappedText:
    """Collects words with their origins; ``text``, ``segments`` and ``directives`` are what came together.

    Offsets that are given count in the file, or in what ``within`` says was cut out of it. White space at the
    edges of a paragraph is left out.
    """

    def __init__(self) -> None:
        self.length = 0
        self.directives: list[Directive] = []
        self._parts: list[str] = []
        self._runs: list[list[int]] = []  # start, end, start and end of the origin
        self._breaks = 0  # line breaks to come before the next word
        self._space: tuple[int, int] | None = None  # origin of a space to come before the next word
        self._opening: tuple[int, int] | None = None  # origin of the mark of a quoted paragraph to come
        self._quoted = False
        self._waiting: list[tuple[str, Span, bool]] = []
        self._frame: Frame | None = None

    @property
    def text(self) -> str:
        """All words so far."""
        return "".join(self._parts)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Where they came from."""
        return tuple(Segment(Span(a, b), Span(c, d)) for a, b, c, d in self._runs)

    @contextmanager
    def within(self, frame: Frame | None) -> Iterator[None]:
        """Meanwhile offsets count in a piece of text that was cut out of the file as ``frame`` says."""
        before, self._frame = self._frame, frame
        try:
            yield
        finally:
            self._frame = before

    def copy(self, words: str, start: int) -> None:
        """``words``, which stand at ``start``, character by character."""
        at = 0
        for found in INVISIBLE.finditer(words):
            self._copy(words[at : found.start()], start + at)
            at = found.end()
        self._copy(words[at:] if at else words, start + at)

    def put(self, words: str, start: int, end: int) -> None:
        """``words``, which as a whole stand for the characters from ``start`` to ``end``."""
        words = INVISIBLE.sub("", words)
        if words:
            origin = self._origin(start, end)
            self._begin(origin[0])
            self._append(words, *origin)

    def space(self, start: int, end: int) -> None:
        """One space for a run of white space, unless there is one already."""
        if self.length and not self._breaks and self._space is None and not self._parts[-1].endswith((" ", "\n")):
            self._space = self._origin(start, end)

    def break_line(self) -> None:
        """What follows stands on a line of its own; two breaks with nothing between them part paragraphs."""
        self._breaks, self._space = max(self._breaks, PARAGRAPH if self._breaks else 1), None

    def break_paragraph(self, breaks: int = PARAGRAPH, *, quoted: bool = False, opening: Span | None = None) -> None:
        """What follows is another paragraph; ``quoted`` puts a mark before it, which stands for ``opening``."""
        self._breaks = max(self._breaks, breaks)
        self._space, self._quoted = None, quoted
        self._opening = self._origin(opening.start, opening.end) if opening else None

    def span_since(self, length: int) -> Span:
        """What was added since the text had that length, without the line breaks before it."""
        first, at = len(self._parts), self.length
        while first and at > length:
            first -= 1
            at -= len(self._parts[first])
        words = "".join(self._parts[first:])[length - at :]
        return Span(length + len(words) - len(words.lstrip("\n")), self.length)

    def direct(self, words: str, start: int, end: int, *, for_article: bool = False) -> None:
        """A directive, which is about whatever comes next."""
        self._waiting.append((words, Span(*self._origin(start, end)), for_article))

    def finish(self) -> None:
        """Directives at the very end are about nothing."""
        self._settle_directives()

    def _copy(self, words: str, start: int) -> None:
        while words:
            origin = self._locate(start)
            count = self._left(start, len(words))
            self._begin(origin)
            self._append(words[:count], origin, origin + count)
            words, start = words[count:], start + count

    def _begin(self, origin: int) -> None:
        """Whatever has to stand before the next word, which comes from ``origin``."""
        if self._breaks:
            if self.length:
                self._add("\n" * self._breaks)
            self._settle_directives()
            if self._quoted:
                self._append(QUOTED, *(self._opening or (origin, origin)))
            self._breaks, self._opening = 0, None
        elif self._space:
            self._append(" ", *self._space)
        self._space = None
        self._settle_directives()

    def _settle_directives(self) -> None:
        for words, origin, for_article in self._waiting:
            self.directives.append(Directive(words, origin, self.length, for_article))
        self._waiting.clear()

    def _append(self, words: str, start: int, end: int) -> None:
        last = self._runs[-1] if self._runs else None
        if last and last[1] == self.length and last[3] == start and _is_plain(last) and len(words) == end - start:
            last[1], last[3] = self.length + len(words), end
        else:
            self._runs.append([self.length, self.length + len(words), start, end])
        self._add(words)

    def _add(self, words: str) -> None:
        self._parts.append(words)
        self.length += len(words)

    def _origin(self, start: int, end: int) -> tuple[int, int]:
        first = self._locate(start)
        return (first, first) if end <= start else (first, max(first, self._locate(end - 1) + 1))

    def _locate(self, offset: int) -> int:
        if self._frame is None:
            return offset
        piece, there = self._frame[max(0, bisect_right(self._frame, offset, key=_first) - 1)]
        return there + max(0, offset - piece)

    def _left(self, offset: int, count: int) -> int:
        """How many of ``count`` characters from ``offset`` lie in one piece."""
        if self._frame is None:
            return count
        following = bisect_right(self._frame, offset, key=_first)
        return min(count, self._frame[following][0] - offset) if following < len(self._frame) else count


def _first(pair: tuple[int, int]) -> int:
    return pair[0]


def _is_plain(run: list[int]) -> bool:
    return run[1] - run[0] == run[3] - run[2]
