"""The metrics of each section by itself."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.records import Section
from quotecheck.reports.figures import score_cell, share_cell
from quotecheck.reports.page import table

HEADS = ("Section", " Articles", " Statements", " Named", " Anonymous", " Unnamed", " Transparency")
UNKNOWN = "(not told)"
LONGEST = 24


def sections_table(sections: Sequence[Section], *, width: int) -> str:
    """A line for each section."""
    return table(HEADS, [_row(each) for each in sections], caps=(LONGEST, 9, 10, 6, 9, 7), width=width)


def _row(section: Section) -> tuple[str, ...]:
    metrics, shares = section.metrics, section.shares
    return (
        section.name or UNKNOWN,
        f"{metrics.documents:,}",
        f"{metrics.statements:,}",
        share_cell(shares.named_statement_share),
        share_cell(shares.anonymous_statement_share),
        share_cell(shares.unnamed_statement_share),
        score_cell(shares.transparency_score),
    )
