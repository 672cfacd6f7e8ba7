from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.cli.trace import split_place


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("a.txt", ("a.txt", None)),
        ("a.txt:12", ("a.txt", 12)),
        ("a.txt:0", ("a.txt:0", None)),
        ("a.txt:", ("a.txt:", None)),
        ("C:\\a.txt:3", ("C:\\a.txt", 3)),
    ],
)
def test_place_is_split(place: str, parts: tuple[str, int | None]) -> None:
    assert split_place(place) == parts


def test_file_with_such_a_name_comes_first(tmp_path: Path) -> None:
    odd = tmp_path / "a.txt:3"
    odd.write_text("Text.", encoding="utf-8")
    assert split_place(str(odd)) == (str(odd), None)
