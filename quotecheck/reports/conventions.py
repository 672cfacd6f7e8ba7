"""The same articles under each convention of whom one counts as unnamed."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.records import Shares
from quotecheck.reports.figures import NOTHING, percent
from quotecheck.reports.page import table

HEADS = ("Unnamed as in", " Statements", " Sources", " Quoted words", " Articles", " Leads")
COLUMNS = (
    "anonymous_attribution_share",
    "unnamed_source_share",
    "anonymous_quote_word_share",
    "anonymous_story_rate",
    "lead_anonymity_rate",
)


def conventions_table(conventions: Sequence[Shares], *, width: int) -> str:
    """A line for each convention: what part of everything has no name, under it."""
    rows = [[each.convention.value, *(_share(each, name) for name in COLUMNS)] for each in conventions]
    return table(HEADS, rows, caps=(13, 20, 20, 20, 20), width=width)


def unnamed_line(shares: Shares) -> str:
    """What has no name under the convention, with counts."""
    measures = {each.id: each for each in shares.measures}
    parts = []
    for name, what in zip(COLUMNS, ("statements", "sources", "quoted words"), strict=False):
        if name in measures and measures[name].denominator:
            parts.append(f"{measures[name].numerator:,} of {measures[name].denominator:,} {what}")
    return "; ".join(parts)


def _share(shares: Shares, name: str) -> str:
    measure = next((each for each in shares.measures if each.id == name), None)
    if measure is None or measure.value is None:
        return NOTHING
    return f"{percent(measure.value)} ({measure.numerator:,} of {measure.denominator:,})"
