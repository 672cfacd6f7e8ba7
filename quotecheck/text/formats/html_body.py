"""The words of HTML, in paragraphs; quotations that tags show get marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecheck.records import Span
from quotecheck.text.directives import words_of_comment
from quotecheck.text.formats.html_tokens import REFERENCE, Kind, Token, resolved
from quotecheck.text.formats.html_tree import BLOCKS, Element
from quotecheck.text.mapped import PARAGRAPH, PART, MappedText

PIECE = re.compile(rf"(?P<space>[ \t\n\r\f]+)|(?P<reference>{REFERENCE.pattern})|&|[^ \t\n\r\f&]+")
LINE_BREAK = re.compile(r"\r\n|[\n\r]")
ASCII_SPACE = " \t\n\r\f"
MARKS = (("“", "”"), ("‘", "’"))
APART = frozenset(("blockquote", "hr"))
NO_DASH = re.compile(r"\s*[^\s―—–-]")  # how a credit begins that needs one


class QuoteMarks:
    """Marks for ``<q>``, which has none of its own: double outside, single inside."""

    def __init__(self, out: MappedText) -> None:
        self.out, self.depth = out, 0

    def open(self, start: int, end: int) -> None:
        """The start tag stands there."""
        self.out.put(MARKS[self.depth % 2][0], start, end)
        self.depth += 1

    def close(self, start: int, end: int) -> None:
        """The end tag stands there, or what ended the quotation without one; none is open: nothing is done."""
        if self.depth:
            self.depth -= 1
            self.out.put(MARKS[self.depth % 2][1], start, end)


class BodyReader:
    """Puts the words between two tokens of a page into a MappedText."""

    def __init__(self, page: str, tokens: Sequence[Token], elements: Sequence[Element], out: MappedText) -> None:
        self.page, self.tokens, self.elements, self.out = page, tokens, elements, out
        self.by_token = {each.first: each for each in elements}
        self.marks = QuoteMarks(out)
        self.open: list[Element] = []  # those whose end matters
        self.headings: list[Span] = []  # of elements h1
        self._heading_from = 0
        self._quoted = [False]  # whether what stands here is quoted: around all, and in each element that changes it
        self._turning: list[Element] = []  # those elements, while they are open
        self._lines_kept = 0  # elements pre that are open

    def read(self, first: int, end: int, *, quoted: bool = False) -> None:
        """Everything from token ``first`` to before ``end``; ``quoted``: inside a block quote."""
        self._quoted[0] = quoted
        number = first
        while number < end:
            self._close_before(number)
            element = self.by_token.get(number)
            if element is not None and element.left_out:
                self.read_comments(number, min(element.end, end))
                number = element.end
                continue
            self._read_token(self.tokens[number], element, number)
            number += 1
        self._close_before(end)

    def put_heading(self, words: str, start: int, end: int) -> None:
        """A headline from the metadata, which stand there, as first paragraph."""
        self._heading_from = self.out.length
        if self.page[start:end] == words:
            self.out.copy(words, start)
        else:
            self.out.put(words, start, end)
        self.headings.append(self.out.span_since(self._heading_from))
        self.out.break_paragraph()

    def read_comments(self, first: int, end: int, *, for_article: bool = False) -> None:
        """Only the directives from token ``first`` to before ``end``."""
        for token in self.tokens[first:end]:
            if token.kind is Kind.COMMENT:
                self._read_comment(token, for_article=for_article)

    def _read_comment(self, token: Token, *, for_article: bool = False) -> None:
        words = words_of_comment(self.page[slice(*token.inside)])
        if words is not None:
            self.out.direct(words, token.start, token.end, for_article=for_article)

    def _read_token(self, token: Token, element: Element | None, number: int) -> None:
        if token.kind is Kind.COMMENT:
            self._read_comment(token)
        elif token.kind is Kind.TEXT:
            put_text(self.page, token.start, token.end, self.out, keep_lines=self._lines_kept > 0)
        elif token.kind is Kind.START and element is not None:
            self._open(token, element)
        elif token.kind is Kind.END and token.name == "q" and self._ends(number, "q"):
            self.open.pop()
            self.marks.close(token.start, token.end)

    def _ends(self, number: int, name: str) -> bool:
        return bool(self.open) and self.open[-1].name == name and self.open[-1].end == number + 1

    def _open(self, token: Token, element: Element) -> None:
        if element.name == "br":
            self.out.break_line()
        elif element.name == "q":
            self.marks.open(token.start, token.end)
            self.open.append(element)
        elif element.name in BLOCKS or self._is_credit(element):
            is_credit = self._is_credit(element)
            self.open.append(element)
            if element.name == "blockquote" or is_credit:
                self._quoted.append(not is_credit)
                self._turning.append(element)
            self._lines_kept += element.name == "pre"
            self._break(element)
            if is_credit and NO_DASH.match(self._first_words(element)):
                self.out.put("— ", token.start, token.end)
            if element.name == "h1":
                self._heading_from = self.out.length

    def _is_credit(self, element: Element) -> bool:
        """``<footer>`` says whose words those around it are; ``<cite>`` may do so, and name a work elsewhere."""
        is_below = element.parent >= 0 and self.elements[element.parent].name == "blockquote"
        return self._quoted[-1] and (element.name == "footer" or (element.name == "cite" and is_below))

    def _first_words(self, element: Element) -> str:
        for token in self.tokens[element.first : element.end]:
            words = REFERENCE.sub(resolved, self.page[token.start : token.end]) if token.kind is Kind.TEXT else ""
            if words.strip():
                return words
        return ""

    def _break(self, element: Element) -> None:
        self.out.break_paragraph(PART if element.name in APART else PARAGRAPH, quoted=self._quoted[-1])

    def _close_before(self, number: int) -> None:
        while self.open and self.open[-1].end <= number:
            element = self.open.pop()
            if element.name == "q":
                at = self.tokens[number].start if number < len(self.tokens) else len(self.page)
                self.marks.close(at, at)
                continue
            if element.name == "h1" and self.out.length > self._heading_from:
                self.headings.append(self.out.span_since(self._heading_from))
            if self._turning and self._turning[-1] is element:
                self._turning.pop()
                self._quoted.pop()
            self._lines_kept -= element.name == "pre"
            self._break(element)


def put_text(page: str, start: int, end: int, out: MappedText, *, keep_lines: bool = False) -> None:
    """Text between tags: references resolved, white space one space each unless lines are kept."""
    for found in PIECE.finditer(page, start, end):
        if found.group("reference"):
            words = resolved(found)
            if words and words in ASCII_SPACE:
                out.space(*found.span())
            else:
                out.put(words, *found.span())
        elif not found.group("space"):
            out.copy(found.group(), found.start())
        elif keep_lines and LINE_BREAK.search(found.group()):
            out.break_line()
        else:
            out.space(*found.span())
