"""Markdown: CommonMark with tables, footnotes and front matter; offsets lead into the file.

A block quote keeps its mark, ``> ``, in the plain text: an editor who sets words apart like that quotes them.
Code blocks are left out, and so are pictures with their descriptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotecheck.errors import InputError
from quotecheck.records import Span
from quotecheck.rulebook import Rulebook
from quotecheck.rulebook.front_matter import Word
from quotecheck.text.directives import words_of_comment
from quotecheck.text.formats.extract import Extract, extract_of
from quotecheck.text.formats.front_matter import put_directives, read_front_matter
from quotecheck.text.formats.html import put_fragment
from quotecheck.text.formats.html_body import QuoteMarks
from quotecheck.text.formats.html_tokens import Kind, tokens_of
from quotecheck.text.lines import LineMap
from quotecheck.text.mapped import PARAGRAPH, PART, Frame, MappedText
from quotecheck.text.words import WORD

if TYPE_CHECKING:
    from markdown_it.token import Token

LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
SPACE = " \t\r\n\f\v"
CONTAINERS = re.compile(r"(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*")
CLOSING_MARKS = re.compile(r"(?:^|[ \t])#+[ \t]*$")  # of a heading
MOST_BRACKETS = 2000  # in a paragraph: the time that they take grows with the square of their number
CELLS = ("td_open", "th_open")


def read_markdown(text: str, path: str, rulebook: Rulebook) -> Extract:
    """The article ``text``; raises InputError where front matter is broken or blocks are nested too deeply."""
    keys = rulebook.document("formats.yaml").block("front_matter")
    front = read_front_matter(text, path)
    reader = _Reader(text, front.end, path, rulebook)
    put_directives(front, keys, reader.out)
    title = next(iter(front.first(keys.texts("title"))), None)
    reader.read(title)
    extract = extract_of(reader.out, text)
    heading = reader.heading
    return Extract(
        text=extract.text,
        markup=text,
        segments=extract.segments,
        directives=extract.directives,
        title=_joined(title) or (heading.of(extract.text) if heading else None),
        byline=_joined(*front.first(keys.texts("byline"))),
        section=_joined(*front.first(keys.texts("section"))[:1]),
        heading=heading,
        has_metadata=bool(front.entries),
    )


def _joined(*words: Word | None) -> str | None:
    return ", ".join(" ".join(word.text.split()) for word in words if word) or None


@dataclass(slots=True)
class _Reader:
    """Puts the blocks of one article into a MappedText."""

    text: str
    start: int  # where the article begins in the file
    path: str
    rulebook: Rulebook
    out: MappedText = field(default_factory=MappedText)
    heading: Span | None = None
    lines: Sequence[Span] = ()  # of the file, without their ends
    env: dict[str, object] = field(default_factory=dict)
    _marked: int = 0  # up to where marks of quoted paragraphs are accounted for

    def read(self, title: Word | None) -> None:
        """Everything, after the title of the front matter where the article itself does not begin with it."""
        from quotecheck.text.formats.markdown_inline import DEEPEST, parser

        self.lines = [Span(found.start(1), found.end(1)) for found in LINE.finditer(self.text, self.start)]
        tokens = parser().parse(self.text[self.start :], self.env)
        deepest = max(tokens, key=lambda token: token.level, default=None)
        if deepest and deepest.level >= DEEPEST - 1:
            reason = f"quotations and lists are nested more than {DEEPEST // 2} deep; flatten them"
            raise self._refusal(deepest, "too-deep", reason)
        for token in tokens:
            if token.type == "inline" and token.content.count("[") > MOST_BRACKETS:
                reason = f"there are more than {MOST_BRACKETS} square brackets in one paragraph; divide it"
                raise self._refusal(token, "too-large", reason)
        if title and not _is_first_heading(tokens, title.text):
            self._put_title(title)
        self._read_blocks(tokens)

    def _refusal(self, token: Token, code: str, reason: str) -> InputError:
        line = LineMap.of(self.text).position(self._line(token, 0).start)[0]
        return InputError(self.path, code, f"about line {line} {reason}")

    def _put_title(self, title: Word) -> None:
        before = self.out.length
        words = " ".join(title.text.split())
        if self.text[title.start : title.end] == words:
            self.out.copy(words, title.start)
        else:
            self.out.put(words, title.start, title.end)
        self.heading = self.out.span_since(before)

    def _read_blocks(self, tokens: Sequence[Token]) -> None:
        quotes = 0
        breaks = PARAGRAPH
        cell = 0
        for number, token in enumerate(tokens):
            if token.type in ("blockquote_open", "blockquote_close"):
                quotes += token.nesting
                breaks = PART
            elif token.type == "hr":
                breaks = PART
            elif token.type == "html_block":
                self.out.break_paragraph(breaks, quoted=quotes > 0)
                frame = self._frame(token, token.content)
                put_fragment(token.content, self.path, self.rulebook, self.out, frame, quoted=quotes > 0)
                breaks = PARAGRAPH
            elif token.type == "tr_open":
                cell = 0
            elif token.type == "inline":
                opener = tokens[number - 1]
                frame = self._cell_frame(token, cell) if opener.type in CELLS else self._frame(token, token.content)
                cell += opener.type in CELLS
                self._read_paragraph(token, frame, breaks, is_quoted=quotes > 0, is_title=opener.tag == "h1")
                breaks = PARAGRAPH

    def _read_paragraph(self, token: Token, frame: Frame, breaks: int, *, is_quoted: bool, is_title: bool) -> None:
        self.out.break_paragraph(
            breaks, quoted=is_quoted, opening=self._quote_mark(token, frame) if is_quoted else None
        )
        before = self.out.length
        with self.out.within(frame):
            self._put_pieces(token.content)
        if is_title and self.heading is None and self.out.length > before:
            self.heading = self.out.span_since(before)

    def _put_pieces(self, content: str) -> None:
        from quotecheck.text.formats.markdown_inline import pieces_of

        marks = QuoteMarks(self.out)
        for piece in pieces_of(content, self.env):
            if piece.kind == "text" and piece.end - piece.start == len(piece.words):
                self.out.copy(piece.words, piece.start)
            elif piece.kind in ("text", "special"):
                self.out.put(piece.words, piece.start, piece.end)
            elif piece.kind == "softbreak":
                self.out.space(piece.start, piece.end)
            elif piece.kind == "hardbreak":
                self.out.break_line()
            else:
                self._put_tag(piece.words, piece.start, marks)

    def _put_tag(self, tag: str, start: int, marks: QuoteMarks) -> None:
        for token in tokens_of(tag):
            if token.kind is Kind.COMMENT:
                words = words_of_comment(tag[slice(*token.inside)])
                if words is not None:
                    self.out.direct(words, start, start + len(tag))
            elif token.name == "br":
                self.out.break_line()
            elif token.name == "q":
                mark = marks.open if token.kind is Kind.START else marks.close
                mark(start, start + len(tag))

    def _frame(self, token: Token, content: str) -> list[tuple[int, int]]:
        """Where each line of a block begins in its content and in the file: it is the end of a line there."""
        frame: list[tuple[int, int]] = []
        rows = content.removesuffix("\n").split("\n") if token.type == "html_block" else content.split("\n")
        offset = 0
        for nth, row in enumerate(rows):
            line = self._line(token, nth)
            end = line.start + len(line.of(self.text).rstrip(SPACE)) if nth == len(rows) - 1 else line.end
            if token.type == "html_block":
                end = line.end
            elif token.markup == "" and nth == 0 and len(rows) == 1:
                end = self._without_closing_marks(line, row, end)
            frame.append((offset, max(line.start, end - len(row))))
            offset += len(row) + 1
        return frame

    def _line(self, token: Token, nth: int) -> Span:
        first = token.map[0] if token.map else 0
        return self.lines[min(first + nth, len(self.lines) - 1)]

    def _without_closing_marks(self, line: Span, row: str, end: int) -> int:
        """The end of a heading's words: ``## Words ##`` may close with marks of its own."""
        words = self.text[line.start : end]
        if words.endswith(row):
            return end
        return line.start + len(CLOSING_MARKS.sub("", words).rstrip(SPACE))

    def _cell_frame(self, token: Token, cell: int) -> list[tuple[int, int]]:
        """Where the words of a cell stand; they break off at each bar that is escaped."""
        line = self._line(token, 0)
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

    def _quote_mark(self, token: Token, frame: Frame) -> Span | None:
        """Where the mark stands that makes this paragraph a block quote.

        ``None`` for the second cell of a row, and for a quotation inside an item.
        """
        line = self._line(token, 0)
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


def _is_first_heading(tokens: Sequence[Token], title: str) -> bool:
    """Whether the first heading of the first level says the same."""
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _words(tokens[number + 1].content) == _words(title)
    return False


def _words(text: str) -> list[str]:
    return [found.group().casefold() for found in WORD.finditer(text)]
