"""What a count is made of: places in the article, each of which weighs something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quotecheck.records import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that counts, ``weight`` times: once, or as many times as it has words or levels."""

    span: Span  # of ``Document.text``
    note: str = ""  # what the words do not show: whose they are, which reason
    weight: int = 1


def total(places: Iterable[Evidence]) -> int:
    """What the places add up to: a count is nothing else."""
    return sum(each.weight for each in places)
