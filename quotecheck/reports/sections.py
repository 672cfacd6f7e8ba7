"""The metrics of each section by itself."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.records import Section
from quotecheck.reports.headlines import percent
from quotecheck.reports.page import table

HEADS = ("Section", " Articles", " Statements", " Named", " Anonymous", " Unnamed", " Transparency")
UNKNOWN = "(not told)"
NOTHING = "–"
LONGEST = 24


def sections_table(sections: Sequence[Section], *, width: int) -> str:
    """A line for each section."""
    return table(HEADS, [_row(each) for each in sections], caps=(LONGEST, 9, 10, 6, 9, 7), width=width)


def _row(section: Section) -> tuple[str, ...]:
    metrics, shares = section.metrics, section.shares
    score = shares.transparency_score
    return (
        section.name or UNKNOWN,
        f"{metrics.documents:,}",
        f"{metrics.statements:,}",
        _share(shares.named_statement_share),
        _share(shares.anonymous_statement_share),
        _share(shares.unnamed_statement_share),
        NOTHING if score is None else f"{score:.0f}",
    )


def _share(share: float | None) -> str:
    return NOTHING if share is None else percent(share)
