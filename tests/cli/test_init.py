from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from quotecheck.cli.init import CI, TEMPLATES
from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from quotecheck.config.file import read_config_file

URL = "https://git.example.org/desk/quotecheck"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def come_from(monkeypatch: pytest.MonkeyPatch, noted: object) -> None:
    """Let pip have noted down where this copy came from."""

    class Installed:
        def read_text(self, name: str) -> str | None:
            return json.dumps(noted) if name == "direct_url.json" and noted else None

    monkeypatch.setattr("quotecheck.cli.init.distribution", lambda name: Installed())


def test_configuration_is_written_and_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == ExitStatus.CLEAN
    found = read_config_file(Path("quotecheck.toml"))
    assert found is not None
    assert found.layer["pack",].value == "default"
    assert "quotecheck check ." in capsys.readouterr().out


def test_what_the_configuration_shows_in_comments_can_be_read_too() -> None:
    text = (TEMPLATES / "quotecheck.toml").read_text(encoding="utf-8")
    Path("quotecheck.toml").write_text(re.sub(r"^# (?=\[|[a-z-]+ = )", "", text, flags=re.MULTILINE), encoding="utf-8")
    found = read_config_file(Path("quotecheck.toml"))
    assert found is not None
    assert len(found.for_paths) == 1
    assert ("severity", "missing-anonymity-reason") in found.layer


@pytest.mark.parametrize("ci", list(CI))
def test_file_for_ci_is_yaml_and_names_where_quotecheck_is(ci: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "--ci", ci, "--repository", URL]) == ExitStatus.CLEAN
    text = Path(CI[ci].path).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    assert URL in text
    assert "<" not in text
    assert CI[ci].next_step in capsys.readouterr().out


@pytest.mark.parametrize("noted", [None, {"url": "file:///home/me", "dir_info": {}}], ids=["index", "folder"])
def test_an_unknown_origin_is_left_to_be_filled_in(
    noted: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    come_from(monkeypatch, noted)
    assert main(["init", "--ci", "github"]) == ExitStatus.CLEAN
    assert "git+<repository>@v" in Path(CI["github"].path).read_text(encoding="utf-8")
    assert "put the address" in capsys.readouterr().out


def test_the_origin_that_pip_noted_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    come_from(monkeypatch, {"url": URL, "vcs_info": {"vcs": "git", "commit_id": "abc123"}})
    assert main(["init", "--ci", "pre-commit"]) == ExitStatus.CLEAN
    (repository,) = yaml.safe_load(Path(CI["pre-commit"].path).read_text(encoding="utf-8"))["repos"]
    assert (repository["repo"], repository["rev"]) == (URL, "abc123")


def test_nothing_is_overwritten_without_force(capsys: pytest.CaptureFixture[str]) -> None:
    Path("quotecheck.toml").write_text("mine", encoding="utf-8")
    assert main(["init"]) == ExitStatus.TROUBLE
    assert capsys.readouterr().err.count("\n") == 1
    assert main(["init", "--ci", "gitlab"]) == ExitStatus.CLEAN
    assert "quotecheck.toml: already there" in capsys.readouterr().out
    assert Path("quotecheck.toml").read_text(encoding="utf-8") == "mine"
    assert main(["init", "--force"]) == ExitStatus.CLEAN
    assert Path("quotecheck.toml").read_text(encoding="utf-8") != "mine"


def test_a_configuration_in_pyproject_is_not_shadowed() -> None:
    Path("pyproject.toml").write_text("[tool.quotecheck]\n", encoding="utf-8")
    assert main(["init"]) == ExitStatus.TROUBLE
    assert main(["init", "--ci", "gitlab"]) == ExitStatus.CLEAN
    assert not Path("quotecheck.toml").exists()
    Path("pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert main(["init"]) == ExitStatus.CLEAN


@pytest.mark.parametrize("blocked", [".github", ".github/workflows/quotecheck.yml/x"])
def test_what_cannot_be_written_is_one_sentence(blocked: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(blocked).parent.mkdir(parents=True, exist_ok=True)
    Path(blocked).write_text("", encoding="utf-8")
    assert main(["init", "--ci", "github", "--force"]) == ExitStatus.TROUBLE
    assert re.fullmatch(r"quotecheck: .*cannot be written: .*\n", capsys.readouterr().err)
