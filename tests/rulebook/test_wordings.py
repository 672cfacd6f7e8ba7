"""Phrases found by their first words."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.errors import QuotecheckError
from quotecheck.rulebook.wordings import index_of_phrases

WORD = re.compile(r"\w+")


def found(text: str, *phrases: str) -> list[str]:
    words: dict[str, list[int]] = defaultdict(list)
    for each in WORD.finditer(text):
        words[each.group().lower()].append(each.start())
    return [place.of(text) for place in index_of_phrases(phrases).find(text, words)]


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("It is  understood that he fled.", ["it (is|was) understood (that)?"], ["It is  understood that"]),
        ("Reportedly he fled.", ["reportedly"], ["Reportedly"]),
        ("Unreportedly he fled.", ["reportedly"], []),
        ("He was said to sing.", ["(is|was) said to", "was said"], ["was said to"]),
        ("They shredded all of the files.", ["shredded .. (files|records)"], ["shredded all of the files"]),
        ("He didn't respond.", ["didn't respond"], ["didn't respond"]),
        ("He didn’t respond.", ["didn't respond"], ["didn’t respond"]),
    ],
)
def test_phrases_are_found_whole_and_the_longest_first(text: str, phrases: list[str], expected: list[str]) -> None:
    assert found(text, *phrases) == expected
    assert index_of_phrases(tuple(phrases)).occurs_in(text) is bool(expected)


@pytest.mark.parametrize("phrase", ["(some)? studies", "...", ""])
def test_phrase_that_may_begin_with_nothing_is_refused(phrase: str) -> None:
    with pytest.raises(QuotecheckError, match="must begin with a word that is always there"):
        index_of_phrases((phrase,))


@given(st.lists(st.sampled_from(["it", "is", "said", "that", "he", "Reports", "say", ","]), max_size=30))
def test_places_do_not_overlap_and_are_phrases(words: list[str]) -> None:
    text = " ".join(words)
    assert set(found(text, "it is said (that)?", "is said", "reports say")) <= {
        "it is said that",
        "it is said",
        "is said",
        "Reports say",
    }
