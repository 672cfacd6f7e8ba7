"""The headline metrics of articles as a Markdown table."""

from __future__ import annotations

from quotecheck.records import Metrics, Shares, SourceType
from quotecheck.reports.headlines import percent
from quotecheck.reports.markdown import escape

NOTHING = "–"
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
        _share(shares.named_statement_share),
        _share(shares.anonymous_statement_share),
        _share(shares.unnamed_statement_share),
        f"{metrics.sources_by_type.total():,}",
        f"{metrics.sources_by_type[SourceType.ANONYMOUS_SOURCE]:,}",
        f"{metrics.direct_quotations:,}",
        f"{metrics.unattributed_quotations:,}",
        NOTHING if shares.transparency_score is None else f"{shares.transparency_score:.0f}",
    )


def _share(share: float | None) -> str:
    return NOTHING if share is None else percent(share)
