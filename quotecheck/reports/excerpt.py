"""One line of an article with the words in question underlined, cut to a page of cells, not of characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from quotecheck.reports.page import ELLIPSIS, shown

MARK = "^"
BEFORE = 4  # a quarter of the page, at most, goes to what stands before the words
REACH = 4  # pages of characters looked at on both sides: some take no cell
SNAP = 12  # characters that are given up so that no word is cut
JUNGSEONG = range(0x1160, 0x1200)  # vowels and finals of Hangul that join the syllable before them


def excerpt(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """The line, cut to ``width`` cells around ``line[start:end]``, and the marks to print below it."""
    low, high = max(0, start - REACH * width), min(len(line), start + REACH * width)
    glyphs = [shown(char) for char in line[low:high]]
    edges = list(accumulate(map(cells, glyphs), initial=0))
    start, end = start - low, min(end, high) - low
    fits = len(glyphs) == len(line) and edges[-1] <= width
    first, last = (0, len(glyphs)) if fits else _window(glyphs, edges, start, end, width)
    left, right = ELLIPSIS if low + first else "", ELLIPSIS if low + last < len(line) else ""
    gap = len(left) + edges[start] - edges[first]
    marks = max(1, edges[min(end, last)] - edges[start])
    return left + "".join(glyphs[first:last]) + right, " " * gap + MARK * marks


def cells(glyph: str) -> int:
    """Cells of a terminal that a character takes: none for an accent, two for a wide one."""
    if not glyph or unicodedata.category(glyph) in ("Mn", "Me") or ord(glyph) in JUNGSEONG:
        return 0
    return 2 if unicodedata.east_asian_width(glyph) in ("W", "F") else 1


def _window(glyphs: Sequence[str], edges: Sequence[int], start: int, end: int, width: int) -> tuple[int, int]:
    """What part of a line that does not fit to show: the words, with something on both sides."""
    room = width - 2 * len(ELLIPSIS)
    before = min(edges[start], max(room // BEFORE, room - (edges[-1] - edges[start])))
    first = next(at for at in range(start + 1) if edges[start] - edges[at] <= before)
    last = max(at for at in range(first, len(glyphs) + 1) if edges[at] - edges[first] <= room)
    if first:
        first = next((at + 1 for at in range(first, min(start, first + SNAP)) if glyphs[at] == " "), first)
    if last < len(glyphs):
        last = next((at for at in range(last, max(end, last - SNAP), -1) if glyphs[at] == " "), last)
    return first, last
