"""Where an article lies, and its bytes."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import BinaryIO

from quotecheck.cli.find_articles import STANDARD_INPUT, shown
from quotecheck.errors import InputError

LARGEST = 4_000_000  # bytes: some 650,000 words; what is larger would need more than a gigabyte of memory


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
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(
            name, "too-large", f"it has more than {LARGEST // 1_000_000} MB, so it is no article; split it"
        )
    return data
