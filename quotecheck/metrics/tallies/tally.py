"""What a tally is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from quotecheck.metrics.case import Case
from quotecheck.metrics.evidence import Evidence

Tally: TypeAlias = Callable[[Case], Iterable[Evidence]]  # the places of an article that count
