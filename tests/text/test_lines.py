import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.text.lines import LineMap, find_lines

TEXTS = st.text(alphabet="ab\n\r\u2028é😀e\u0301 ")


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("ab", 1, (1, 2)),
        ("ab\ncd", 3, (2, 1)),
        ("ab\r\ncd", 4, (2, 1)),
        ("ab\rcd", 3, (2, 1)),
        ("ab\u2028cd", 3, (2, 1)),
        ("😀é\nx", 2, (1, 3)),
        ("ab\n", 3, (2, 1)),
    ],
)
def test_positions_count_code_points_from_one(text: str, offset: int, position: tuple[int, int]) -> None:
    lines = LineMap.of(text)

    assert lines.position(offset) == position
    assert lines.offset(*position) == offset


@settings(deadline=None)
@given(TEXTS)
def test_every_offset_survives_the_way_there_and_back(text: str) -> None:
    lines = LineMap.of(text)
    for offset in range(len(text) + 1):
        assert lines.offset(*lines.position(offset)) == offset


@pytest.mark.parametrize(("line", "column", "offset"), [(0, 5, 0), (9, 1, 5), (1, 99, 3), (2, 0, 3)])
def test_positions_outside_the_text_are_its_nearest_end(line: int, column: int, offset: int) -> None:
    assert LineMap.of("ab\ncd").offset(line, column) == offset
    assert LineMap.of("ab\ncd").position(99) == (2, 3)
    assert LineMap.of("ab\ncd").position(-1) == (1, 1)


@settings(deadline=None)
@given(TEXTS)
def test_lines_hold_everything_but_their_breaks(text: str) -> None:
    lines = [line.of(text) for line in find_lines(text)]

    assert not any(character in line for line in lines for character in "\r\n\u2028")
    assert "".join(lines) == "".join(character for character in text if character not in "\r\n\u2028")
