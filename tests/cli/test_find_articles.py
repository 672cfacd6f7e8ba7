from __future__ import annotations

import os
from pathlib import Path

import pytest

from quotecheck.cli.find_articles import find_articles, shown
from quotecheck.records import Failure


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with articles, and things that are none."""
    for name in (
        "news/b.txt",
        "news/a.TXT",
        "news/a/z.txt",
        "news/photo.png",
        "news/.draft.txt",
        "news/.git/x.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "[odd].txt").write_text("Text.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    return [each.code if isinstance(each, Failure) else shown(each) for each in find_articles(paths)]


@pytest.mark.usefixtures("here")
class TestPaths:
    def test_hidden_files_and_folders_and_pictures_stay_out(self) -> None:
        assert found("news") == ["news/a/z.txt", "news/a.TXT", "news/b.txt"]

    def test_file_counts_whatever_its_name(self) -> None:
        assert found("news/photo.png", "news/.draft.txt") == ["news/photo.png", "news/.draft.txt"]

    def test_article_is_found_once(self) -> None:
        assert found("news/b.txt", "./news//b.txt", "news/*.txt", "news") == [
            "news/b.txt",
            "news/a/z.txt",
            "news/a.TXT",
        ]

    def test_order_of_the_command_line_is_kept(self) -> None:
        assert found("news/b.txt", "news/a/z.txt") == ["news/b.txt", "news/a/z.txt"]

    def test_pattern_reaches_into_folders(self) -> None:
        assert found("news/**/*.txt") == ["news/a/z.txt", "news/b.txt"]

    def test_name_that_looks_like_a_pattern_is_a_name_first(self) -> None:
        assert found("[odd].txt") == ["[odd].txt"]

    def test_standard_input_is_kept(self) -> None:
        assert found("-", "-") == ["-"]

    @pytest.mark.parametrize(
        ("path", "code"),
        [("gone.txt", "missing"), ("empty", "no-articles"), ("x*.txt", "no-match"), ("", "missing")],
    )
    def test_path_that_leads_nowhere_is_a_failure(self, path: str, code: str) -> None:
        assert found(path, "news/b.txt", path) == [code, "news/b.txt"]

    def test_pattern_that_matches_only_folders_without_articles_is_a_failure(self) -> None:
        assert found("emp*") == ["no-match"]

    def test_link_that_leads_nowhere_is_left_to_the_reader(self) -> None:
        os.symlink("gone.txt", "broken.txt")
        assert found("broken.txt") == ["broken.txt"]

    def test_folders_that_link_in_a_circle_are_read_once(self) -> None:
        os.symlink("..", "news/a/up")
        assert found("news/a") == ["news/a/z.txt"]


def test_folder_that_cannot_be_read_is_a_failure(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("a"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    *articles, failure = find_articles(["news"])
    assert [shown(str(each)) for each in articles] == ["news/a.TXT", "news/b.txt"]
    assert failure == Failure("news/a", "unreadable", "the folder cannot be read: Permission denied")


def test_folder_holds_every_format_and_of_shared_suffixes_only_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.html", "c.htm", "d.docx", "e.markdown", "f.txt", "style.css"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "g.json").write_text('{"headline": "x", "body_text": "y"}', encoding="utf-8")
    (tmp_path / "package.json").write_text('{"name": "x"}', encoding="utf-8")
    (tmp_path / "h.xml").write_text("<nitf></nitf>", encoding="utf-8")
    (tmp_path / "pom.xml").write_text("<project/>", encoding="utf-8")

    assert found(".") == ["a.md", "b.html", "c.htm", "d.docx", "e.markdown", "f.txt", "g.json", "h.xml"]
    assert found("package.json") == ["package.json"]
