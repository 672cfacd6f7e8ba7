from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from quotecheck.changes import Change, open_change
from quotecheck.errors import QuotecheckError

ODD = "odd \n“name”\t-- ü.txt"


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *identity, *arguments), check=True, capture_output=True)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit, entered."""
    monkeypatch.chdir(tmp_path)
    for variable in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):  # as set when a hook runs the tests
        monkeypatch.delenv(variable, raising=False)
    git("init", "--quiet", "--initial-branch=main")
    for name in ("same.txt", "edited.txt", "moved.txt", "gone.txt", ODD, "-dash.txt"):
        Path(name).write_text(f"{name}\n" + "The same words.\n" * 20, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    return tmp_path


def data_before(change: Change, path: str) -> bytes:
    version = change.before(path)
    return version.data if version else b""


def test_edited_new_renamed_and_deleted_files(news: Path) -> None:
    for name in ("edited.txt", ODD, "-dash.txt"):
        Path(name).write_text("Other words.\n", encoding="utf-8")
    Path("new.txt").write_text("New.\n", encoding="utf-8")
    Path("sub").mkdir()
    git("mv", "moved.txt", "sub/moved.txt")
    Path("gone.txt").unlink()
    change = open_change("HEAD")
    assert not change.touches("same.txt")
    for name in ("edited.txt", ODD, "-dash.txt", "new.txt", "sub/moved.txt"):
        assert change.touches(name), name
    for name in ("edited.txt", ODD, "-dash.txt"):
        assert data_before(change, name).startswith(name.encode()), name
    moved = change.before("sub/moved.txt")
    assert moved is not None
    assert (moved.path, moved.data[:9]) == ("moved.txt", b"moved.txt")
    assert change.before("new.txt") is None
    assert change.deletes("gone.txt")
    assert not change.deletes("never-there.txt")


def test_paths_count_from_the_folder_one_is_in(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (news / "sub").mkdir()
    (news / "edited.txt").write_text("Other.\n")
    monkeypatch.chdir(news / "sub")
    change = open_change("main")
    assert change.touches("../edited.txt")
    assert not change.touches(str(news / "same.txt"))
    assert change.touches("/somewhere/else.txt")


@pytest.mark.usefixtures("news")
def test_what_the_base_did_since_the_fork_is_no_change_of_ours() -> None:
    git("checkout", "-qb", "draft")
    Path("edited.txt").write_text("Ours.\n")
    git("commit", "-qam", "ours")
    git("checkout", "-q", "main")
    Path("same.txt").write_text("Theirs.\n")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "draft")
    change = open_change("main")
    assert (change.touches("edited.txt"), change.touches("same.txt")) == (True, False)


@pytest.mark.usefixtures("news")
def test_a_file_that_git_was_told_to_forget_is_still_compared() -> None:
    git("rm", "--cached", "-q", "edited.txt")
    change = open_change("HEAD")
    assert change.touches("edited.txt")
    assert not change.deletes("edited.txt")
    assert data_before(change, "edited.txt")


@pytest.mark.parametrize("base", ["nowhere", "--help", "HEAD..HEAD", "HEAD:same.txt", "", "a b", "HEAD~9"])
def test_a_base_that_does_not_exist_is_one_sentence(news: Path, base: str) -> None:
    with pytest.raises(QuotecheckError, match="there is no such commit, branch or tag here") as caught:
        open_change(base)
    assert "\n" not in str(caught.value)


def test_no_repository_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(QuotecheckError, match="git refuses: not a git repository"):
        open_change("main")


def test_an_unborn_branch_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet")
    with pytest.raises(QuotecheckError, match="there is no such commit"):
        open_change("HEAD")


def test_no_git_is_one_sentence(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(news))
    with pytest.raises(QuotecheckError, match="git cannot be run"):
        open_change("main")


def test_files_of_any_bytes_come_back_as_they_were(news: Path) -> None:
    data = bytes(range(256)) * 3
    Path("bytes.txt").write_bytes(data)
    git("add", ".")
    git("commit", "-qm", "bytes")
    Path("bytes.txt").write_bytes(b"x")
    assert data_before(open_change("HEAD"), "bytes.txt") == data


def test_nothing_that_the_repository_configures_is_run(news: Path) -> None:
    (news / ".gitattributes").write_text("*.txt diff=spy\n")
    git("config", "diff.spy.textconv", "touch spied; cat")
    git("config", "diff.external", "touch spied; true")
    (news / "edited.txt").write_text("Other.\n")
    assert open_change("HEAD").touches("edited.txt")
    assert not (news / "spied").exists()
