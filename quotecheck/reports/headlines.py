"""The headline metrics in words."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from quotecheck.records import Convention, Metrics, Shares, SourceType
from quotecheck.reports.conventions import unnamed_line
from quotecheck.reports.figures import percent

INDENT = 14  # columns for the name of a line


def headlines(metrics: Metrics, shares: Shares, *, width: int) -> str:
    """A few lines of at most ``width`` columns: statements, sources, quotations, score, warnings."""
    lines = (f"{name:<{INDENT}}{value}" for name, value in _lines(metrics, shares))
    return "\n".join(fill(line, width, subsequent_indent=" " * INDENT) for line in lines)


def _lines(metrics: Metrics, shares: Shares) -> Iterator[tuple[str, str]]:
    yield "Words", f"{metrics.words:,}"
    yield "Statements", _statements(metrics, shares)
    yield "Sources", _sources(metrics, shares)
    yield "Quotations", _quotations(metrics, shares)
    if shares.convention is not Convention.STRICT:
        yield "Unnamed", f"{unnamed_line(shares)} ({shares.convention.value} convention)"
    if shares.transparency_score is not None:
        yield "Transparency", f"{shares.transparency_score:.0f} of 100"
    warnings = list(_warnings(metrics))
    if warnings:
        yield "Mind", "; ".join(warnings)


def _statements(metrics: Metrics, shares: Shares) -> str:
    parts = [
        f"{percent(share)} {name}"
        for share, name in (
            (shares.named_statement_share, "named"),
            (shares.anonymous_statement_share, "anonymous"),
            (shares.unnamed_statement_share, "unnamed"),
        )
        if share
    ]
    return ": ".join([f"{metrics.statements:,}", ", ".join(parts)] if parts else [f"{metrics.statements:,}"])


def _sources(metrics: Metrics, shares: Shares) -> str:
    sources, anonymous = metrics.sources_by_type.total(), metrics.sources_by_type[SourceType.ANONYMOUS_SOURCE]
    parts = [f"{sources:,}"]
    if sources:
        parts.append(f"{metrics.named_sources:,} named")
    if anonymous:
        parts.append(f"{anonymous:,} anonymous, {metrics.anonymous_with_reason:,} of them with a stated reason")
    if shares.top_source_share is not None and sources > 1 and metrics.documents == 1:
        parts.append(f"the most used makes {percent(shares.top_source_share)} of the statements")
    return "; ".join(parts)


def _quotations(metrics: Metrics, shares: Shares) -> str:
    parts = [f"{metrics.direct_quotations:,}"]
    if metrics.quoted_words:
        parts.append(f"{metrics.quoted_words:,} words")
    if shares.anonymous_quoted_word_share:
        parts.append(f"{percent(shares.anonymous_quoted_word_share)} of them from anonymous sources")
    if metrics.unattributed_quotations:
        parts.append(f"{metrics.unattributed_quotations:,} credited to nobody")
    return "; ".join(parts)


def _warnings(metrics: Metrics) -> Iterator[str]:
    of_many = metrics.documents > 1
    for count, warning in (
        (metrics.single_source, "everything comes from a single source"),
        (metrics.anonymous_only, "no source is named"),
        (metrics.anonymous_in_lead, "the lead rests on an anonymous source"),
    ):
        if count:
            yield f"{warning} ({count:,} articles)" if of_many else warning
