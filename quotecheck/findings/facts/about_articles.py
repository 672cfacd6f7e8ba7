"""Facts about the article as a whole: its metrics, under their names in the report, and its metadata."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import CONTRACT_SHARES, Metrics, SourceType

COUNTS = (
    "direct_quotations",
    "quoted_words",
    "unattributed_quotations",
    "attributions",
    "statements",
    "named_statements",
    "named_sources",
)


def _count(name: str) -> Callable[[View, Subject], Fact]:
    def read(view: View, _: Subject) -> Fact:
        value: int = getattr(view.audit.metrics, name)
        return value

    return read


def _share(name: str) -> Callable[[View, Subject], Fact]:
    def read(view: View, _: Subject) -> Fact:
        return view.audit.shares.value(name)

    return read


def _flag(name: str) -> Callable[[View, Subject], Fact]:
    return lambda view, _: bool(getattr(view.audit.metrics, name))


def _metrics(view: View) -> Metrics:
    return view.audit.metrics


ARTICLE_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    "article_words": lambda view, _: view.audit.words,
    "headline": lambda view, _: view.audit.document.title,
    "byline": lambda view, _: view.audit.document.byline,
    "section": lambda view, _: view.audit.document.section,
    "has_metadata": lambda view, _: view.audit.document.has_metadata,
    "sources": lambda view, _: _metrics(view).sources_by_type.total(),
    "anonymous_sources": lambda view, _: _metrics(view).sources_by_type[SourceType.ANONYMOUS_SOURCE],
    "anonymous_statements": lambda view, _: _metrics(view).statements_by_type[SourceType.ANONYMOUS_SOURCE],
    **{f"article_{name}" if name in ("statements", "quoted_words") else name: _count(name) for name in COUNTS},
    **{name: _flag(name) for name in ("single_source", "anonymous_only", "anonymous_in_lead")},
    **{name: _share(name) for name in CONTRACT_SHARES},
}
