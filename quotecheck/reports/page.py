"""Text made fit for a terminal: one line, no control characters, no wider than its column."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

ELLIPSIS = "…"
GUTTER = 2  # columns between two columns of a table
PADDING = 2  # columns by which tabulate makes a column wider than its head
NARROWEST = 16  # columns that the last column of a table keeps on the narrowest page
READ = 4  # characters looked at for each that is shown: runs of white space shrink


def one_line(text: str) -> str:
    """The text with runs of white space as single spaces, and nothing that could steer a terminal."""
    return " ".join("".join(shown(char) for char in text).split())


def wrapped(text: str, width: int) -> str:
    """A paragraph of lines of at most ``width`` characters, all but the first indented."""
    return fill(one_line(text), width, subsequent_indent="  ")


def shorten(text: str, width: int) -> str:
    """``text`` on one line of at most ``width`` characters, with an ellipsis where something is cut off."""
    line = one_line(text[: READ * width])
    if len(line) <= width and len(text) <= READ * width:
        return line
    return line[: width - 1].rstrip() + ELLIPSIS


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, caps: Sequence[int], width: int) -> str:
    """A table no wider than ``width``: columns are cut at their caps, the last one gets what is left.

    Columns whose head starts with a space are set flush right. There must be at least one row.
    """
    from tabulate import tabulate  # most formats have no tables

    cut = [[shorten(cell, cap) for cell, cap in zip(row, caps, strict=False)] for row in rows]
    names = [head.strip() for head in heads]
    padded = [name + " " * PADDING for name in names]
    used = sum(max(len(cell) for cell in column) + GUTTER for column in zip(padded, *cut, strict=False))
    last = max(NARROWEST, width - used)
    return tabulate(
        [[*cells, shorten(row[-1], last)] for cells, row in zip(cut, rows, strict=True)],
        headers=names,
        tablefmt="simple",
        disable_numparse=True,
        colalign=["right" if head.startswith(" ") else "left" for head in heads],
    )


def shown(char: str) -> str:
    """A character as a terminal may see it: white space as a space, nothing for what could steer it.

    A byte of a file name that is no UTF-8 leaves a mark, so that the name is not taken for another.
    """
    if char.isprintable():
        return char
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return " " if char.isspace() else ""
