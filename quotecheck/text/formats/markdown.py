"""Markdown: CommonMark with tables, footnotes and front matter; offsets lead into the file.

A block quote keeps its mark, ``> ``, in the plain text: an editor who sets words apart like that quotes them.
Code blocks are left out, and so are pictures with their descriptions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quotecheck.errors import InputError
from quotecheck.records import Span
from quotecheck.rulebook import Rulebook
from quotecheck.rulebook.front_matter import Word
from quotecheck.text.formats.extract import Extract, extract_of
from quotecheck.text.formats.front_matter import put_directives, read_front_matter
from quotecheck.text.formats.html import put_fragment
from quotecheck.text.formats.markdown_lines import Lines
from quotecheck.text.lines import LineMap
from quotecheck.text.mapped import PARAGRAPH, PART, Frame, MappedText
from quotecheck.text.words import WORD

if TYPE_CHECKING:
    from markdown_it.token import Token

MOST_BRACKETS = 2000  # in a paragraph: the time that they take grows with the square of their number
END_TAG = re.compile(r"</([a-zA-Z][\w-]*)")
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


class _Reader:
    """Puts the blocks of one article into a MappedText."""

    def __init__(self, text: str, start: int, path: str, rulebook: Rulebook) -> None:
        self.text, self.start, self.path, self.rulebook = text, start, path, rulebook
        self.out = MappedText()
        self.heading: Span | None = None
        self.lines = Lines(text, start)
        self.env: dict[str, object] = {}  # definitions of links

    def read(self, title: Word | None) -> None:
        """Everything, after the title of the front matter where the article itself does not begin with it."""
        from quotecheck.text.formats.markdown_inline import DEEPEST, parser

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
        line = LineMap.of(self.text).position(self.lines.of(token, 0).start)[0]
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
        quotes = cell = 0
        breaks = PARAGRAPH
        left_out_to = -1
        ends = _ends_of_elements(tokens)
        for number, token in enumerate(tokens):
            if token.type in ("blockquote_open", "blockquote_close"):
                quotes += token.nesting
                breaks = PART
            elif token.type == "hr":
                breaks = PART
            elif token.type == "tr_open":
                cell = 0
            elif number <= left_out_to:
                continue
            elif token.type == "html_block":
                left_out_to = self._read_html(token, breaks, ends, number, is_quoted=quotes > 0)
                breaks = PARAGRAPH
            elif token.type == "inline":
                opener = tokens[number - 1]
                frame = self.lines.cell_frame(token, cell) if opener.type in CELLS else self.lines.frame(token)
                cell += opener.type in CELLS
                self._read_paragraph(token, frame, breaks, is_quoted=quotes > 0, is_title=opener.tag == "h1")
                breaks = PARAGRAPH

    def _read_html(
        self, token: Token, breaks: int, ends: Mapping[str, list[int]], number: int, *, is_quoted: bool
    ) -> int:
        """The number of the token up to which all is left out: ``<aside>`` may go on over paragraphs of Markdown."""
        self.out.break_paragraph(breaks, quoted=is_quoted)
        frame = self.lines.frame(token)
        name = put_fragment(token.content, self.path, self.rulebook, self.out, frame, quoted=is_quoted)
        later = ends.get(name, []) if name else []
        at = bisect_right(later, number)
        return later[at] if at < len(later) else -1

    def _read_paragraph(self, token: Token, frame: Frame, breaks: int, *, is_quoted: bool, is_title: bool) -> None:
        from quotecheck.text.formats.markdown_inline import put_words

        opening = self.lines.quote_mark(token, frame) if is_quoted else None
        self.out.break_paragraph(breaks, quoted=is_quoted, opening=opening)
        before = self.out.length
        with self.out.within(frame):
            put_words(token.content, self.env, self.out)
        if is_title and self.heading is None and self.out.length > before:
            self.heading = self.out.span_since(before)


def _ends_of_elements(tokens: Sequence[Token]) -> Mapping[str, list[int]]:
    """The numbers of the blocks of HTML that end an element, by its name."""
    ends: dict[str, list[int]] = defaultdict(list)
    for number, token in enumerate(tokens):
        if token.type == "html_block":
            for found in END_TAG.finditer(token.content):
                ends[found.group(1).lower()].append(number)
    return ends


def _is_first_heading(tokens: Sequence[Token], title: str) -> bool:
    """Whether the first heading of the first level says the same."""
    for number, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _words(tokens[number + 1].content) == _words(title)
    return False


def _words(text: str) -> list[str]:
    return [found.group().casefold() for found in WORD.finditer(text)]
