"""Paragraphs of a plain text: blank lines separate them, and single line breaks unless it is wrapped.

Many articles hold one paragraph a line, many wire and e-mail texts break their lines at 60 to 80
characters. Each block between blank lines is judged by itself: it is wrapped when its lines are at
most ``WIDEST`` long and at least half of its breaks fall inside a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotecheck.records import Span
from quotecheck.text.lines import find_lines

WIDEST, NARROWEST = 100, 30  # the longest line of a wrapped block lies between these
FULL = 0.9  # a line counts as full when the next word would have brought it past this share of the longest
QUOTED = re.compile(r"[ \t]{0,3}>(?:[ \t]?>)*")
SENTENCE_END = re.compile(r"[.!?:…][\"'’”)\]]*$")
ITEM = re.compile(r"(?:[-*•·▪–—]|\d{1,2}[.)])[ \t]|[QA][.:][ \t]")
LABEL = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}:(?:[ \t]|$)")
INDENT = re.compile(r"[ \t\u3000]{2,}\S|\t")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs in order, without surrounding space; only space and bare ``>`` marks lie outside.

    Lines that start with ``>`` and lines that do not never share a paragraph.
    """
    return tuple(_trimmed(text, span) for block in _blocks(text) for span in _paragraphs_of(text, block))


def paragraph_at(paragraphs: Sequence[Span], offset: int) -> Span | None:
    """The one around the character at ``offset``; ``None`` between two of them."""
    at = bisect_right(paragraphs, offset, key=lambda each: each.start) - 1
    return paragraphs[at] if at >= 0 and offset < paragraphs[at].end else None


def _blocks(text: str) -> Iterator[list[Span]]:
    block: list[Span] = []
    block_quoted = False
    for line in find_lines(text):
        words, quoted = _words(text, line)
        if block and (not words or quoted != block_quoted):
            yield block
            block = []
        if words:
            block.append(line)
            block_quoted = quoted
    if block:
        yield block


def _words(text: str, line: Span) -> tuple[str, bool]:
    """The line without ``>`` marks and surrounding space, and whether it had such marks."""
    content = line.of(text)
    mark = QUOTED.match(content)
    return (content[mark.end() :].strip() if mark else content.strip()), mark is not None


def _paragraphs_of(text: str, block: list[Span]) -> Iterator[Span]:
    lines = [_words(text, line)[0] for line in block]
    longest = max(map(len, lines))
    if not NARROWEST <= longest <= WIDEST or not _is_wrapped(lines, longest):
        yield from block
        return
    start = block[0].start
    for (line, following), (words, next_words) in zip(pairwise(block), pairwise(lines), strict=True):
        if (INDENT.match(following.of(text)) and not INDENT.match(line.of(text))) or _ends(words, next_words, longest):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, block[-1].end)


def _is_wrapped(lines: list[str], longest: int) -> bool:
    breaks = len(lines) - 1
    return breaks > 0 and 2 * sum(_inside_sentence(*pair, longest) for pair in pairwise(lines)) >= breaks


def _inside_sentence(line: str, following: str, longest: int) -> bool:
    if SENTENCE_END.search(line) or LABEL.match(following):
        return False
    return following[0].islower() or _is_full(line, following, longest)


def _is_full(line: str, following: str, longest: int) -> bool:
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > FULL * longest


def _ends(line: str, following: str, longest: int) -> bool:
    """Whether a wrapped paragraph ends with ``line``, which stops early or before an item of a list."""
    if LABEL.match(following) or (ITEM.match(following) and SENTENCE_END.search(line)):
        return True
    if _is_full(line, following, longest):
        return False
    return bool(SENTENCE_END.search(line)) or not following[0].islower()


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
