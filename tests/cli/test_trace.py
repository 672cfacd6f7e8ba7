from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.cli.main import main
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


def test_lines_are_those_of_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.md"
    article.write_text("---\ntitle: Late\n---\n\nIt rained.\n\n“We *waited*,” she\nsaid.\n", encoding="utf-8")
    main(["trace", f"{article}:8"])

    shown = capsys.readouterr().out
    assert shown.startswith("line 7: “We waited,” she said.")
    assert "rained" not in shown


def test_tells_whom_a_pronoun_means(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Mara Vogt said that she runs the ferry.\n\n“It sank,” she said.\n", encoding="utf-8")
    main(["trace", f"{article}:3"])
    assert "  source     named person: Mara Vogt (first cited in line 1: Mara Vogt)\n" in capsys.readouterr().out
