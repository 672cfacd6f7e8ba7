"""What a check comes to, in one line of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from quotecheck.records import Severity, SourceType, Summary

NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.INFO: ("info", "info"),
}


def tally(summary: Summary) -> str:
    """ "12 quotations, 1 credited to nobody; 9 sources, 2 anonymous; 1 error, 3 warnings; 5 known; 2 suppressed"."""
    return "; ".join(_parts(summary))


def count(number: int, one: str, many: str) -> str:
    """ "1 error", "2 errors"."""
    return f"{number:,} {one if number == 1 else many}"


def by_severity(findings: Mapping[Severity, int]) -> str:
    """ "1 error, 3 warnings"; "no findings" where there is none."""
    parts = [count(findings[each], *NAMES[each]) for each in Severity if findings.get(each)]
    return ", ".join(parts) or "no findings"


def _parts(summary: Summary) -> Iterator[str]:
    documents = summary.metrics.documents
    outcomes = Counter(each.outcome for each in summary.failures)
    if documents > 1:
        yield count(documents, "article", "articles")
    elif not documents and (outcomes or summary.since is None):
        yield "no article was read"
    yield from (f"{number:,} {outcome}" for outcome, number in sorted(outcomes.items()))
    if documents:
        yield from _found(summary)
    if summary.since is not None:
        subject = "only what" if documents or outcomes else "no article"
        yield f"{subject} changed since {summary.since}"


def _found(summary: Summary) -> Iterator[str]:
    metrics = summary.metrics
    quotations = count(metrics.direct_quotations, "quotation", "quotations")
    uncredited = f", {metrics.unattributed_quotations:,} credited to nobody" if metrics.unattributed_quotations else ""
    yield quotations + uncredited
    anonymous = metrics.sources_by_type[SourceType.ANONYMOUS_SOURCE]
    sources = count(metrics.sources_by_type.total(), "source", "sources")
    yield f"{sources}, {anonymous:,} anonymous" if anonymous else sources
    yield by_severity(summary.findings)
    if summary.known:
        yield f"{summary.known:,} known"
    if summary.suppressed > summary.known:
        yield f"{summary.suppressed - summary.known:,} suppressed"
