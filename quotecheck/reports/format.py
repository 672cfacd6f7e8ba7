"""What an output format is: a writer of three strokes, so that no report has to be held whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from quotecheck.records import Audit, Summary, Tool


@dataclass(frozen=True, slots=True)
class Page:
    """What formats for human eyes are written on; formats for programs look away."""

    width: int  # columns
    colour: bool


class Writer(Protocol):
    """Writes one report: the head, then each article, then the tail. It may remember what it wrote."""

    def head(self) -> str:
        """What stands before the first article."""

    def article(self, audit: Audit) -> str:
        """What there is to say of one article; nothing where the writer keeps it for the tail."""

    def tail(self, summary: Summary) -> str:
        """What stands after the last article."""


@dataclass(frozen=True, slots=True)
class Format:
    """One output format: a line about it for those who choose, and who writes it."""

    about: str
    writer: Callable[[Tool, Page], Writer]
    tells_failures: bool = False  # in sentences for people
