"""Every number is what its places in the text add up to, in one article and in many."""

from __future__ import annotations

from functools import reduce
from operator import add

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.metrics.count import key_of, places
from quotecheck.metrics.evidence import total
from quotecheck.metrics.scale import read_scale
from quotecheck.metrics.shares import derive_shares
from quotecheck.metrics.tallies import BY_CONVENTION, TALLIES
from quotecheck.records import Audit, Convention, Metrics
from tests.builders import DEFINITIONS, FERRY, RULEBOOK, ferry_audit
from tests.metrics.articles import articles

SCALE = read_scale(RULEBOOK)
WIDER = (("strict", "wide"), ("wide", "widest"), ("wide", "veiled"))
ARTICLE_COUNTS = ("documents", "single_source", "anonymous_only", "anonymous_in_lead")


@given(articles())
def test_counts_are_their_places(article: Audit) -> None:
    for convention in Convention:
        for name in TALLIES:
            found = places(name, article, SCALE, convention)
            assert total(found) == article.metrics.tallies[key_of(name, convention)], name
            assert list(found) == sorted(found, key=lambda each: each.span)
            for each in found:
                assert 0 <= each.span.start < each.span.end <= len(article.document.text), name


@given(st.lists(articles(), max_size=4), st.integers(0, 4), st.sampled_from(Convention))
def test_counts_of_many_are_the_sums_of_their_parts(several: list[Audit], cut: int, convention: Convention) -> None:
    counts = [each.metrics for each in several]
    whole = reduce(add, counts, Metrics())
    assert whole == reduce(add, counts[:cut], Metrics()) + reduce(add, counts[cut:], Metrics())
    assert whole == reduce(add, reversed(counts), Metrics())
    parts = [derive_shares(each, DEFINITIONS, convention).measures for each in counts]
    for nth, measure in enumerate(derive_shares(whole, DEFINITIONS, convention).measures):
        assert (measure.numerator or 0) == sum(each[nth].numerator or 0 for each in parts)
        assert (measure.denominator or 0) == sum(each[nth].denominator or 0 for each in parts)


@given(articles())
def test_a_wider_convention_never_counts_less(article: Audit) -> None:
    tallies = article.metrics.tallies
    for name in BY_CONVENTION:
        for narrow, wide in WIDER:
            assert tallies[f"{name}.{narrow}"] <= tallies[f"{name}.{wide}"], name


@given(articles())
def test_an_article_counts_once_at_most(article: Audit) -> None:
    for key, count in article.metrics.tallies.items():
        name = key.split(".")[0]
        if name in ARTICLE_COUNTS or "stories" in name:
            assert count == 1, name


def test_places_are_those_of_the_words() -> None:
    (reason,) = places("anonymous_with_reason", ferry_audit(), SCALE, Convention.STRICT)
    assert (reason.span.of(FERRY), reason.note) == ("A city official", "for fear of losing her job")
    quoted = places("quoted_words", ferry_audit(), SCALE, Convention.STRICT)
    assert next((each.span.of(FERRY), each.weight) for each in quoted) == ("“The pier is sinking,”", 4)


@pytest.mark.parametrize("name", BY_CONVENTION)
def test_what_depends_on_the_convention_says_so(name: str) -> None:
    assert name.startswith("nameless_")
    assert key_of(name, Convention.WIDE) == f"{name}.wide"
