"""Where a report goes."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from quotecheck.errors import InputError


@contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """A file, or standard output: UTF-8 and LF everywhere. Raises InputError where it cannot be written.

    Lone surrogates, as in file names that are no UTF-8, come out as escapes that JSON reads back.
    """
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise InputError(str(path), "output", f"no report can be written there: {error.strerror}") from None
    with file:
        yield file
