from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.reports.page import one_line, shorten, table


@pytest.mark.parametrize("text", ["", "short", "x" * 20])
def test_text_that_fits_stays(text: str) -> None:
    assert shorten(text, 20) == text


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("one two three four", "one two…"),
        ("a\r\n\t b", "a b"),
        ("x" * 50, "x" * 9 + "…"),
        (" " * 90 + "x", "…"),
    ],
)
def test_text_is_cut_to_one_line(text: str, short: str) -> None:
    assert shorten(text, 10 if len(short) > 8 or short != "one two…" else 9) == short


@given(st.text(), st.integers(2, 60))
def test_shortened_text_fits_and_cannot_steer_a_terminal(text: str, width: int) -> None:
    short = shorten(text, width)
    assert len(short) <= width
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") for char in short)


def test_escape_sequences_and_bidirectional_controls_go() -> None:
    assert one_line("\x1b[31mred\u202e text\x07") == "[31mred text"
    assert one_line("odd\udcff.txt") == "odd\ufffd.txt"


@given(
    st.lists(st.tuples(st.text(max_size=90), st.text(max_size=90)), min_size=1, max_size=4),
    st.integers(40, 120),
)
def test_table_keeps_to_its_page(rows: list[tuple[str, str]], width: int) -> None:
    lines = table((" No", "Words"), rows, caps=(12,), width=width).split("\n")
    assert max(len(line) for line in lines) <= width
    assert len(lines) == len(rows) + 2
