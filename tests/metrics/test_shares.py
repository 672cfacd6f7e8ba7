from __future__ import annotations

from collections import Counter
from dataclasses import replace
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.metrics.definitions import Unit, read_definitions
from quotecheck.metrics.shares import derive_shares
from quotecheck.metrics.weights import Weight
from quotecheck.records import Audit, Convention, Metrics, Shares
from tests.builders import DEFINITIONS, RULEBOOK, WEIGHTS, ferry_audit
from tests.metrics.articles import articles

BUNDLED = read_definitions(RULEBOOK)


def said(named: int, anonymous: int, top: int) -> Metrics:
    counts = Counter(statements=named + anonymous, named_statements=named, top_source_statements=top)
    return Metrics(counts + Counter(statements_of_anonymous_source=anonymous))


def shares_of(metrics: Metrics, *weights: Weight, convention: Convention = Convention.STRICT) -> Shares:
    return derive_shares(metrics, replace(DEFINITIONS, weights=weights or WEIGHTS), convention)


def test_nothing_to_divide_by_gives_no_value() -> None:
    for each in shares_of(Metrics()).measures:
        assert each.value == (0 if each.denominator is None and each.numerator is not None else None), each.id


def test_article_without_statements_has_no_score() -> None:
    weight = Weight("anonymous_quoted_word_share", 1, False)
    assert shares_of(Metrics(Counter(words=9, quoted_words=4)), weight).transparency_score is None


def test_shares_of_an_article() -> None:
    shares = derive_shares(ferry_audit().metrics, DEFINITIONS)
    assert shares.named_statement_share == pytest.approx(2 / 3, abs=1e-4)
    assert shares.anonymous_statement_share == pytest.approx(1 / 3, abs=1e-4)
    assert shares.unnamed_statement_share == 0
    assert shares.anonymous_with_reason_share == 1
    assert shares.top_source_share == pytest.approx(1 / 3, abs=1e-4)
    assert shares.transparency_score == pytest.approx(66.7)


def test_where_nothing_is_withheld_there_is_nothing_to_fault() -> None:
    with_reasons = (*WEIGHTS, Weight("anonymous_with_reason_share", 100, True))
    assert shares_of(said(3, 0, 2), *with_reasons).transparency_score == 100


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(1, 5))
def test_withholding_a_name_never_raises_the_score(named: int, unnamed: int, anonymous: int, sources: int) -> None:
    statements = named + unnamed + anonymous + 1
    open_one = Counter(statements=statements, named_statements=named, top_source_statements=1)
    open_one["statements_of_anonymous_source"] = anonymous
    open_one["sources_of_anonymous_source"] = open_one["anonymous_with_reason"] = sources if anonymous else 0
    veiled = open_one + Counter(statements_of_anonymous_source=1, sources_of_anonymous_source=1)
    for reasons in range(2):
        explained = veiled + Counter(anonymous_with_reason=reasons)
        less, more = (derive_shares(Metrics(each), BUNDLED).transparency_score for each in (explained, open_one))
        assert less is not None
        assert more is not None
        assert less < more


def test_a_rate_counts_per_so_many() -> None:
    shares = shares_of(Metrics(Counter(words=500, attributions=5, hearsay=1)))
    assert shares.value("attributions_per_100_words") == 1
    assert shares.value("hearsay_per_1000_words") == 2


def test_unknown_metric_has_no_value() -> None:
    assert shares_of(said(1, 0, 1)).value("honesty") is None


@given(st.lists(st.integers(0, 8), min_size=1, max_size=9))
def test_median_of_levels_is_the_median(levels: list[int]) -> None:
    metrics = Metrics(Counter(f"sources_of_level_{level}" for level in levels))
    assert shares_of(metrics).value("median_specificity") == median(levels)


@given(articles(), st.sampled_from(Convention))
def test_shares_and_score_keep_their_range(article: Audit, convention: Convention) -> None:
    shares = derive_shares(article.metrics, BUNDLED, convention)
    assert shares.convention is convention
    for each in shares.measures:
        unit = BUNDLED.metrics[each.id].unit if each.id in BUNDLED.metrics else None
        if unit is Unit.SHARE:
            assert (each.value is None) == (each.denominator == 0)
            assert each.value is None or 0 <= each.value <= 1, each.id
        if unit in (Unit.MEDIAN, Unit.MEAN) and "specificity" in each.id:
            assert each.value is None or 0 <= each.value <= 8
    score = shares.transparency_score
    assert (score is None) == (article.metrics.statements == 0)
    assert score is None or 0 <= score <= 100


@given(articles())
def test_contract_is_the_same_under_every_convention(article: Audit) -> None:
    first, *others = (derive_shares(article.metrics, BUNDLED, convention).measures for convention in Convention)
    for other in others:
        assert [(a.id, a.value) for a in first if not a.is_by_convention] == [
            (b.id, b.value) for b in other if not b.is_by_convention
        ]
    assert not any(each.is_by_convention and each.is_of_contract for each in first)


def test_naming_a_source_never_lowers_the_score() -> None:
    scores = [derive_shares(said(named, 10 - named, 2), BUNDLED).transparency_score or 0 for named in range(11)]
    assert scores == sorted(scores)
