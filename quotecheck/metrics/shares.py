"""Shares of the counts, and the transparency score that weighs them."""

from __future__ import annotations

from dataclasses import replace

from quotecheck.metrics.weights import Weight
from quotecheck.records import UNNAMED_TYPES, Metrics, Shares, SourceType

ANONYMOUS = SourceType.ANONYMOUS_SOURCE


def derive_shares(metrics: Metrics, weights: tuple[Weight, ...]) -> Shares:
    """The shares of one article, or of the sum of many; ``None`` where there is nothing to divide by."""
    statements = metrics.statements
    by_type, sources_by_type = metrics.statements_by_type, metrics.sources_by_type
    shares = Shares(
        named_statement_share=_share(metrics.named_statements, statements),
        anonymous_statement_share=_share(by_type[ANONYMOUS], statements),
        unnamed_statement_share=_share(sum(by_type[each] for each in UNNAMED_TYPES), statements),
        anonymous_quoted_word_share=_share(metrics.anonymous_quoted_words, metrics.quoted_words),
        anonymous_with_reason_share=_share(metrics.anonymous_with_reason, sources_by_type[ANONYMOUS]),
        top_source_share=_share(metrics.top_source_statements, statements),
        attributions_per_100_words=_share(100 * metrics.attributions, metrics.words),
        transparency_score=None,
    )
    return replace(shares, transparency_score=_score(shares, weights)) if statements else shares


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _score(shares: Shares, weights: tuple[Weight, ...]) -> float | None:
    """0 to 100. A share that does not exist is left out, and the other weights grow to fill its place."""
    total = reached = 0.0
    for weight in weights:
        share: float | None = getattr(shares, weight.share)
        if share is not None:
            total += weight.weight
            reached += weight.weight * (share if weight.more_is_better else 1 - share)
    return round(100 * reached / total, 1) if total else None
