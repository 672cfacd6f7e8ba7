"""What went wrong, for people."""

from __future__ import annotations

import sys

from quotecheck.records import Failure


def complain(message: str) -> None:
    """One sentence on standard error."""
    print(f"quotecheck: {message}", file=sys.stderr, flush=True)


def complain_of(failure: Failure) -> None:
    """The failure with its place."""
    place = f"{failure.path}:{failure.line}" if failure.line else failure.path
    complain(f"{place}: {failure.message}")
