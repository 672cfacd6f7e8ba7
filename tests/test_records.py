from __future__ import annotations

from collections import Counter
from functools import reduce
from operator import add

from hypothesis import given
from hypothesis import strategies as st

from quotecheck.records import CueFamily, Metrics, SourceType, Span
from tests.builders import ferry_audit

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 50), st.integers(1, 20))


@given(SPANS, SPANS)
def test_spans_overlap_where_they_share_a_character(first: Span, second: Span) -> None:
    shared = set(range(first.start, first.end)) & set(range(second.start, second.end))
    assert first.overlaps(second) == bool(shared)
    assert first.covers(second) == (len(shared) == second.end - second.start)


def test_thoughts_and_intentions_are_no_statements() -> None:
    assert [each for each in CueFamily if each.is_statement] == [CueFamily.SPEECH, CueFamily.EVIDENCE]


def test_nothing_adds_nothing() -> None:
    metrics = ferry_audit().metrics
    assert metrics + Metrics() == metrics == Metrics() + metrics


def test_counts_of_two_halves_make_those_of_the_whole() -> None:
    one = ferry_audit().metrics
    other = Metrics(one.tallies + Counter(words=7, statements_of_named_person=1))
    many = [one, other, one, other, other]
    assert reduce(add, many) == reduce(add, many[:2]) + reduce(add, many[2:])
    assert reduce(add, many).words == 5 * one.words + 21
    assert reduce(add, many).statements_by_type[SourceType.NAMED_PERSON] == 8
