"""Sources that say nothing in an article: told in one line, so that those who do are seen."""

from __future__ import annotations

from collections.abc import Iterable

from quotecheck.records import SourceType

SILENT = "No statements, only what they think, want or do"


def is_silent(kind: SourceType, statements: int, quoted_words: int = 0) -> bool:
    """Whether a source need not have a row; an anonymous one always has."""
    return not statements and not quoted_words and kind is not SourceType.ANONYMOUS_SOURCE


def told_silent(names: Iterable[str]) -> str:
    """ "No statements, only what they think, want or do: the unions; Halden Port." or nothing."""
    told = "; ".join(names)
    return f"{SILENT}: {told}." if told else ""
