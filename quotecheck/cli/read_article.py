"""Where an article lies, and its bytes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import BinaryIO

from quotecheck.cli.find_articles import LARGEST, STANDARD_INPUT, shown
from quotecheck.errors import InputError
from quotecheck.text.formats import format_of

LARGEST_CONTAINER = 64_000_000  # bytes: a Word file may hold pictures; its words have a limit of their own


@dataclass(frozen=True, slots=True)
class Input:
    """One article to read: what reports call it, and its path, or the bytes of standard input."""

    name: str
    path: str
    data: bytes | None = None


def open_input(path: str, *, stdin_name: str) -> Input:
    """The input at ``path``; standard input is read at once. Raises InputError where that fails."""
    if path == STANDARD_INPUT:
        return Input(stdin_name, path, _read(sys.stdin.buffer, stdin_name))
    return Input(shown(path), path)


def read_article(source: Input) -> bytes:
    """The bytes of an article; raises InputError where it cannot be read."""
    if source.data is not None:
        return source.data
    try:
        with open(source.path, "rb") as file:
            return _read(file, source.name)
    except OSError as error:
        raise InputError(source.name, "unreadable", f"it cannot be read: {error.strerror}") from None


def _read(file: BinaryIO, name: str) -> bytes:
    largest = LARGEST_CONTAINER if format_of(name).read_bytes else LARGEST
    data = file.read(largest + 1)
    if len(data) > largest:
        raise InputError(
            name, "too-large", f"it has more than {largest // 1_000_000} MB, so it is no article; split it"
        )
    return data
