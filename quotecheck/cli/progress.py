"""A progress bar for the impatient."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

Entry = TypeVar("Entry")

PATIENCE = 1.5  # seconds before the bar appears


def with_progress(entries: Iterable[Entry], *, total: int) -> Iterator[Entry]:
    """The same entries; on a terminal, a bar on standard error tells how many have passed."""
    if total < 2 or not sys.stderr.isatty():
        yield from entries
        return
    from tqdm import tqdm

    yield from tqdm(entries, total=total, delay=PATIENCE, unit=" articles", leave=False, dynamic_ncols=True)


def bar_aside() -> AbstractContextManager[object]:
    """While this is open, anything may be written to the terminal; the bar comes back below it."""
    if not sys.stderr.isatty() or "tqdm" not in sys.modules:
        return nullcontext()
    from tqdm import tqdm

    aside: AbstractContextManager[object] = tqdm.external_write_mode(file=sys.stdout)
    return aside
