from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.reports.excerpt import cells, excerpt

LINE = "The harbor office will close the pier before the season ends, a person close to the matter said."


def width_of(text: str) -> int:
    return sum(map(cells, text))


def marked_words(words: str, marks: str) -> str:
    """What stands above the marks."""
    at, found = 0, ""
    for char in words:
        found += char if len(marks) - len(marks.lstrip()) <= at < len(marks) else ""
        at += cells(char)
    return found


@pytest.mark.parametrize("char", ["a", "“", "é", "–"])
def test_letters_take_one_cell(char: str) -> None:
    assert cells(char) == 1


@pytest.mark.parametrize(("char", "number"), [("橋", 2), ("😬", 2), ("！", 2), ("\u0301", 0), ("\ufe0f", 0)])
def test_wide_characters_take_two_cells_and_accents_none(char: str, number: int) -> None:
    assert cells(char) == number


def test_line_that_fits_is_shown_whole() -> None:
    assert excerpt("He left.", 3, 7, 40) == ("He left.", "   ^^^^")


def test_marks_stand_below_the_words_whatever_comes_before() -> None:
    line = "橋 😬 cafe\u0301 she said"
    words, marks = excerpt(line, line.index("she"), line.index("she") + 3, 40)
    assert marked_words(words, marks) == "she"
    assert marks == " " * 11 + "^^^"


def test_long_line_is_cut_between_words_around_the_ones_in_question() -> None:
    start = LINE.index("a person")
    words, marks = excerpt(LINE, start, start + len("a person"), 50)
    assert words == "…season ends, a person close to the matter said."
    assert marked_words(words, marks) == "a person"


def test_words_that_are_too_long_show_their_beginning() -> None:
    words, marks = excerpt(LINE, 4, len(LINE), 40)
    assert words.startswith("The harbor office")
    assert words.endswith("…")
    assert len(marks) < 40


def test_nothing_to_mark_still_has_a_mark() -> None:
    assert excerpt("abc", 3, 3, 40) == ("abc", "   ^")
    assert excerpt("", 0, 0, 40) == ("", "^")


def test_endless_line_is_not_read_to_its_end() -> None:
    line = "a word " * 200_000
    words, marks = excerpt(line, 700_000, 700_001, 40)
    assert words.startswith("…")
    assert words.endswith("…")
    assert marked_words(words, marks) == "a"


@given(st.text(max_size=120), st.integers(20, 60), st.data())
def test_excerpt_fits_and_marks_lie_below_it(line: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    words, marks = excerpt(line, start, end, width)
    assert width_of(words) <= width
    assert len(marks) <= width + 1
    assert marks.strip() == "^" * len(marks.strip()) != ""
