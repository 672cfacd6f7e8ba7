"""The inside of a Markdown paragraph as markdown-it reads it, with the place of everything.

markdown-it tells lines, but no columns. A rule in front of all others, which never applies, sees every place where
something can begin: the token that comes next begins where it was last called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from quotecheck.text.directives import words_of_comment
from quotecheck.text.formats.html_body import QuoteMarks
from quotecheck.text.formats.html_tokens import Kind, tokens_of
from quotecheck.text.mapped import MappedText

DEEPEST = 100
FOOTNOTE = re.compile(r"\[\^[^\s\]\[]+\]")
FOOTNOTE_LINE = re.compile(r"\[\^[^\s\]\[]+\]:[ \t]*")
OPEN = "quotecheck"  # in the environment of a parse: the tokens of one paragraph, and where they begin


@dataclass(frozen=True, slots=True)
class Piece:
    """Something in a paragraph: ``words`` stand for the characters from ``start`` to ``end``."""

    kind: str  # "text", "special", "softbreak", "hardbreak" or "html"
    words: str
    start: int
    end: int


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, strikethrough and footnotes; what is in paragraphs is left to ``pieces_of``."""
    md = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST}).enable(["table", "strikethrough"])
    md.disable(["inline", "text_join", "fragments_join"])
    md.inline.ruler.before("text", "place", _note_place)
    md.inline.ruler.before("link", "footnote", _skip_footnote)
    md.block.ruler.before("reference", "footnote", _footnote_paragraph, {"alt": ["paragraph"]})
    return md


def pieces_of(content: str, env: dict[str, object]) -> Iterator[Piece]:
    """The words, breaks and tags of a paragraph in order; ``env`` is that of the parse it comes from."""
    tokens: list[Token] = []
    starts: dict[int, int] = {}
    parser().inline.parse(content, parser(), env | {OPEN: (tokens, starts)}, tokens)
    start = 0
    for number, token in enumerate(tokens):
        start = starts.get(number, start)
        if token.type == "text" and _is_address(tokens, number):
            yield Piece("text", token.content, start + 1, content.index(">", start))
        elif token.type in READERS and token.content + token.markup:
            yield READERS[token.type](token, content, start)
        elif token.type in ("softbreak", "hardbreak"):
            yield Piece(token.type, "", start, start + 1)
        start += _width(token)


def _is_address(tokens: list[Token], number: int) -> bool:
    """Whether the text is that of ``<https://...>``, which may be written in another way there."""
    return number > 0 and tokens[number - 1].type == "link_open" and tokens[number - 1].info == "auto"


def _text(token: Token, content: str, start: int) -> Piece:
    return Piece("text", token.content, start, start + len(token.content))


def _special(token: Token, content: str, start: int) -> Piece:
    return Piece("special", token.content, start, start + len(token.markup))


def _code(token: Token, content: str, start: int) -> Piece:
    """Code loses its marks, and one space at either side if both are there."""
    start += len(token.markup)
    stripped = content[start : start + len(token.content)].replace("\n", " ") != token.content
    return Piece("text", token.content, start + stripped, start + stripped + len(token.content))


def _html(token: Token, content: str, start: int) -> Piece:
    return Piece("html", token.content, start, start + len(token.content))


READERS = {"text": _text, "text_special": _special, "code_inline": _code, "html_inline": _html}


def _width(token: Token) -> int:
    """How far the next token of the same run of ``*``, ``_`` or ``~`` stands behind this one."""
    if token.type in ("s_open", "s_close"):
        return len(token.markup)
    return len(token.content) or (token.type != "link_open")


def _note_place(state: StateInline, silent: bool) -> bool:
    """Text that waits becomes a token of its own before the next; it began where nothing waited."""
    open_ = state.env.get(OPEN)
    if not silent and open_ is not None and open_[0] is state.tokens:
        open_[1][len(state.tokens) + bool(state.pending)] = state.pos
    return False


def _skip_footnote(state: StateInline, silent: bool) -> bool:
    """``[^1]`` is no word; neither is the label of a note, ``[^1]:``."""
    found = FOOTNOTE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    label = FOOTNOTE_LINE.match(state.src) if state.pos == 0 else None
    if not silent:
        state.push("footnote", "", 0)
    state.pos = label.end() if label else found.end()
    return True


def _footnote_paragraph(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A note is a paragraph, and no definition of a link."""
    if state.is_code_block(start):
        return False
    found = FOOTNOTE_LINE.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
    return found is not None and (silent or paragraph(state, start, end, silent))


def put_words(content: str, env: dict[str, object], out: MappedText) -> None:
    """Put the words of a paragraph into ``out``; ``<q>`` gets marks, comments may be directives."""
    marks = QuoteMarks(out)
    for piece in pieces_of(content, env):
        if piece.kind == "text" and piece.end - piece.start == len(piece.words):
            out.copy(piece.words, piece.start)
        elif piece.kind in ("text", "special"):
            out.put(piece.words, piece.start, piece.end)
        elif piece.kind == "softbreak":
            out.space(piece.start, piece.end)
        elif piece.kind == "hardbreak":
            out.break_line()
        else:
            _put_tag(piece, out, marks)


def _put_tag(piece: Piece, out: MappedText, marks: QuoteMarks) -> None:
    for token in tokens_of(piece.words):
        words = words_of_comment(piece.words[slice(*token.inside)]) if token.kind is Kind.COMMENT else None
        if words is not None:
            out.direct(words, piece.start, piece.end)
        elif token.name == "br":
            out.break_line()
        elif token.name == "q":
            mark = marks.open if token.kind is Kind.START else marks.close
            mark(piece.start, piece.end)
