"""The headline metrics of articles as a Markdown table."""

from __future__ import annotations

from quotecheck.records import Metrics, Shares, SourceType
from quotecheck.reports.figures import score_cell, share_cell
from quotecheck.reports.markdown import escape

HEADS = (
    "Article",
    " Words",
    " Statements",
    " Named",
    " Anonymous",
    " Unnamed",
    " Sources",
    " Anonymous sources",
    " Quotations",
    " Credited to nobody",
    " Transparency",
)


def metrics_row(name: str, metrics: Metrics, shares: Shares) -> tuple[str, ...]:
    """The cells of one article, or of all together."""
    return (
        escape(name),
        f"{metrics.words:,}",
        f"{metrics.statements:,}",
        share_cell(shares.named_statement_share),
        share_cell(shares.anonymous_statement_share),
        share_cell(shares.unnamed_statement_share),
        f"{metrics.sources_by_type.total():,}",
        f"{metrics.sources_by_type[SourceType.ANONYMOUS_SOURCE]:,}",
        f"{metrics.direct_quotations:,}",
        f"{metrics.unattributed_quotations:,}",
        score_cell(shares.transparency_score),
    )
