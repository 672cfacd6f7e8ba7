from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from tests.cli.sinking import FIRST, check, put


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *identity, *arguments), check=True, capture_output=True)


@pytest.fixture(autouse=True)
def committed(newsroom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newsroom as a repository with one commit."""
    for variable in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(variable, raising=False)
    git("init", "--quiet")
    git("add", "news")
    git("commit", "-qm", "first")


def test_nothing_changed_nothing_is_read() -> None:
    status, places, found = check("--diff", "HEAD", "news")
    assert (status, places, found["documents"]) == (ExitStatus.CLEAN, [], [])


def test_only_what_the_change_touches_counts() -> None:
    put("news/first.md", FIRST.replace("Nobody", "Somebody") + "\nThe mayor is sinking too.\n")
    assert check("--diff", "HEAD", "news")[:2] == (ExitStatus.FINDINGS, [("news/first.md", 5)])
    put("news/first.md", FIRST.replace("again", "for ever"))
    assert check("--diff", "HEAD", "news")[1] == [("news/first.md", 1)]


def test_new_renamed_and_deleted_files() -> None:
    git("mv", "news/first.md", "news/moved.md")
    put("news/new.md", FIRST)
    Path("news/second.md").unlink()
    status, places, found = check("--diff", "HEAD", "news", "news/second.md")
    assert (status, places) == (ExitStatus.FINDINGS, [("news/new.md", 1)])
    assert found["errors"] == []


def test_a_comment_that_is_taken_away_brings_its_finding_back() -> None:
    put("news/first.md", "<!-- quotecheck: ignore sinking -- it does -->\n\n" + FIRST)
    git("commit", "-qam", "silenced")
    put("news/first.md", FIRST)
    assert check("--diff", "HEAD", "news")[1] == [("news/first.md", 1)]


def test_a_baseline_and_a_change_go_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "create"]) == ExitStatus.CLEAN
    put("news/first.md", FIRST.replace("Nobody", "Somebody").replace("again.", "again."))
    put("news/new.md", FIRST)
    assert check("--diff", "HEAD", "news")[1] == [("news/new.md", 1)]


def test_a_version_before_that_is_no_text_counts_as_none() -> None:
    Path("news/first.md").write_bytes(b"\0\1\2" * 10)
    git("commit", "-qam", "broken")
    put("news/first.md", FIRST)
    status, places, found = check("--diff", "HEAD", "news")
    assert (status, places, found["errors"]) == (ExitStatus.FINDINGS, [("news/first.md", 1)], [])


def test_standard_input_is_compared_with_the_file_that_it_is_named_after(monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    text = "Some words before.\n\n" + FIRST
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert check("--diff", "HEAD", "-", "--stdin-filename", "news/first.md")[:2] == (ExitStatus.CLEAN, [])


@pytest.mark.parametrize("base", ["nowhere", "--output=x"])
def test_a_base_that_does_not_exist_is_one_sentence(base: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", f"--diff={base}", "news"]) == ExitStatus.TROUBLE
    shown = capsys.readouterr()
    assert (shown.err.count("\n"), shown.out) == (1, "")
    assert "there is no such commit" in shown.err
