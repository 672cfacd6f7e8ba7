"""A progress bar for the impatient."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import time
from typing import TYPE_CHECKING, NoReturn, TypeAlias

if TYPE_CHECKING:
    from tqdm import tqdm

Bar: TypeAlias = "tqdm[NoReturn] | None"
PATIENCE = 1.5  # seconds before the bar appears


@contextmanager
def progress_bar(total: int) -> Iterator[Bar]:
    """A bar on standard error that shows late; ``None`` for a single article, or where nobody looks."""
    if total < 2 or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(total=total, delay=PATIENCE, unit=" articles", leave=False, dynamic_ncols=True) as bar:
        yield bar


@contextmanager
def bar_aside(bar: Bar) -> Iterator[None]:
    """While this is open, other things may be written to the terminal."""
    if bar is None:
        yield
        return
    bar.clear()
    yield
    if time() - bar.start_t >= PATIENCE:
        bar.refresh()
