from __future__ import annotations

from collections import Counter

from quotecheck.metrics.shares import derive_shares
from quotecheck.records import Metrics
from quotecheck.reports.headlines import headlines
from tests.builders import DEFINITIONS, empty_audit, ferry_audit

ALONE = Metrics(
    Counter(
        documents=1,
        statements=2,
        statements_of_anonymous_source=2,
        sources=1,
        sources_of_anonymous_source=1,
        top_source_statements=2,
        single_source=1,
        anonymous_only=1,
        anonymous_in_lead=1,
    )
)


def test_empty_article_has_neither_score_nor_warning() -> None:
    text = headlines(empty_audit().metrics, empty_audit().shares, width=200)
    assert [line.split() for line in text.splitlines()] == [
        ["Words", "0"],
        ["Statements", "0"],
        ["Sources", "0"],
        ["Quotations", "0"],
    ]


def test_counts_and_shares_are_told() -> None:
    text = headlines(ferry_audit().metrics, ferry_audit().shares, width=200)
    assert "3: 67% named, 33% anonymous" in text
    assert "1 anonymous, 1 of them with a stated reason" in text
    assert "1 credited to nobody" in text


def test_warnings_are_told() -> None:
    text = headlines(ALONE, derive_shares(ALONE, DEFINITIONS), width=200)
    assert text.endswith("single source; no source is named; the lead rests on an anonymous source")


def test_warnings_of_many_articles_are_counted() -> None:
    many = ALONE + ALONE
    assert "no source is named (2 articles)" in headlines(many, derive_shares(many, DEFINITIONS), width=200)
