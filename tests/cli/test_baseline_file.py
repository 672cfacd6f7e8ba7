from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quotecheck.cli.baseline_file import BaselineFile, save_baseline
from quotecheck.errors import QuotecheckError
from quotecheck.findings.baseline import Entries, entries_of
from quotecheck.records import Finding, Span
from tests.builders import finding


def found(*fingerprints: str) -> tuple[Finding, ...]:
    return tuple(replace(finding("late-speaker", Span(0, 1)), fingerprint=each) for each in fingerprints)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with two articles and a baseline that knows one, and one that is gone."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Words.", encoding="utf-8")
    save_baseline(tmp_path / "known.json", {"a.txt": entries_of(found("a:1")), "old/c.txt": entries_of(found("c:1"))})
    return tmp_path


def test_paths_count_from_the_folder_of_the_file(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk.parent)
    baseline = BaselineFile.open(desk / "known.json")
    assert baseline.name_of(f"{desk.name}/a.txt") == baseline.name_of(str(desk / "a.txt")) == "a.txt"
    assert baseline.take(f"{desk.name}/a.txt", found("x:1")) == entries_of(found("a:1"))
    assert baseline.take(f"{desk.name}/b.txt", found("a:1")) == Entries()


def test_a_moved_article_is_known_once(desk: Path) -> None:
    baseline = BaselineFile.open(desk / "known.json")
    assert set(baseline.gone.known) == {"old/c.txt"}
    assert baseline.take(str(desk / "b.txt"), found("c:1")) == entries_of(found("c:1"))
    assert baseline.take(str(desk / "d.txt"), found("c:1")) == Entries()
    assert set(baseline.known) == {"a.txt", "b.txt"}


@pytest.mark.parametrize("data", [None, b"", b"\xff\xfe", b"[]"])
def test_what_is_no_baseline_is_one_sentence(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "known.json"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(QuotecheckError, match="quotecheck baseline create") as caught:
        BaselineFile.open(path)
    assert "\n" not in str(caught.value)


def test_what_cannot_be_written_is_one_sentence_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "known.json").mkdir()
    with pytest.raises(QuotecheckError, match="cannot be written"):
        save_baseline(tmp_path / "known.json", {})
    with pytest.raises(QuotecheckError, match="cannot be written"):
        save_baseline(tmp_path / "no" / "known.json", {})
    assert [each.name for each in tmp_path.iterdir()] == ["known.json"]


def test_paths_that_are_no_text_are_kept(tmp_path: Path) -> None:
    save_baseline(tmp_path / "known.json", {"caf\udce9.txt": entries_of(found("a:1"))})
    assert set(BaselineFile.open(tmp_path / "known.json").known) == {"caf\udce9.txt"}
