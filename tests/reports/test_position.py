"""Title and affiliation in one cell."""

from __future__ import annotations

import pytest

from quotecheck.reports.position import position


@pytest.mark.parametrize(
    ("title", "affiliation", "words"),
    [
        ("pilot", "Harbor Watch", "pilot, Harbor Watch"),
        ("head of Harbor Watch", "Harbor Watch", "head of Harbor Watch"),
        ("Harbor chief", "harbor", "Harbor chief"),
        (None, "Harbor Watch", "Harbor Watch"),
        (None, None, ""),
    ],
)
def test_affiliation_that_the_title_holds_is_not_said_twice(title: str, affiliation: str, words: str) -> None:
    assert position(title, affiliation) == words
