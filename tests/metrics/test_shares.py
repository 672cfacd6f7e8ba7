from __future__ import annotations

from collections import Counter
from dataclasses import astuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.metrics.shares import derive_shares
from quotecheck.metrics.weights import Weight, read_weights
from quotecheck.records import Metrics, SourceType
from quotecheck.rulebook import Rulebook
from tests.builders import NO_SHARES, WEIGHTS, ferry_audit

ANONYMOUS, NAMED = SourceType.ANONYMOUS_SOURCE, SourceType.NAMED_PERSON


def test_nothing_to_divide_by_gives_none() -> None:
    assert derive_shares(Metrics(documents=1), WEIGHTS) == NO_SHARES


def test_article_without_statements_has_no_score() -> None:
    weights = (Weight("anonymous_quoted_word_share", 1, False),)
    assert derive_shares(Metrics(words=9, quoted_words=4), weights).transparency_score is None


def test_shares_of_an_article() -> None:
    shares = derive_shares(ferry_audit().metrics, WEIGHTS)
    assert shares.named_statement_share == pytest.approx(2 / 3, abs=1e-4)
    assert shares.anonymous_statement_share == pytest.approx(1 / 3, abs=1e-4)
    assert shares.unnamed_statement_share == 0
    assert shares.anonymous_with_reason_share == 1
    assert shares.top_source_share == pytest.approx(1 / 3, abs=1e-4)
    assert shares.transparency_score == pytest.approx(66.7)


def test_missing_share_leaves_its_weight_to_the_others() -> None:
    metrics = Metrics(statements_by_type=Counter({NAMED: 3}), top_source_statements=2)
    with_reasons = (*WEIGHTS, Weight("anonymous_with_reason_share", 1000, True))
    assert derive_shares(metrics, with_reasons).transparency_score == 100


@given(
    st.builds(
        lambda named, anonymous, quoted, part, sources, reasons: Metrics(
            words=1000,
            quoted_words=quoted,
            anonymous_quoted_words=min(part, quoted),
            statements_by_type=Counter({NAMED: named, ANONYMOUS: anonymous}),
            sources_by_type=Counter({ANONYMOUS: sources}),
            anonymous_with_reason=min(reasons, sources),
            top_source_statements=max(named, anonymous),
        ),
        *[st.integers(0, 60)] * 6,
    )
)
def test_shares_and_score_keep_their_range(rulebook: Rulebook, metrics: Metrics) -> None:
    *shares, density, score = astuple(derive_shares(metrics, read_weights(rulebook)))
    assert all(share is None or 0 <= share <= 1 for share in shares)
    assert density == 0
    assert (score is None) == (metrics.statements == 0)
    assert score is None or 0 <= score <= 100


def test_naming_a_source_never_lowers_the_score(rulebook: Rulebook) -> None:
    weights = read_weights(rulebook)
    scores = [
        derive_shares(
            Metrics(statements_by_type=Counter({NAMED: named, ANONYMOUS: 10 - named}), top_source_statements=2),
            weights,
        ).transparency_score
        for named in range(11)
    ]
    assert scores == sorted(scores)
