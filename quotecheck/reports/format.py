"""What an output format is: three strokes, so that no report has to be held whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quotecheck.records import Audit, Summary, Tool


@dataclass(frozen=True, slots=True)
class Format:
    """One output format. A report is its head, its articles with ``between`` between them, and its tail."""

    head: Callable[[Tool], str]
    article: Callable[[Audit, int], str]  # the int: columns of the page; formats for programs look away
    between: str  # articles
    tail: Callable[[Summary, int], str]


def nothing(*_: object) -> str:
    """The head or tail of a format that has none."""
    return ""
