from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus

TOML = """pack = "agency-strict"
exclude = ["drafts/"]
[severity]
late-speaker = "off"
[[paths]]
match = "opinion/**"
[paths.severity]
late-speaker = "info"
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "quotecheck.toml").write_text(TOML, encoding="utf-8")
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, tuple[str, str]]:
    """Name -> value and origin."""
    assert main(["config", "show", *words]) == ExitStatus.CLEAN
    lines = [line for line in capsys.readouterr().out.splitlines() if " = " in line]
    pairs = [line.partition(" = ") for line in lines]
    return {
        name.strip(): (value.partition("#")[0].strip(), value.partition("#")[2].strip()) for name, _, value in pairs
    }


def test_every_value_with_its_origin(capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(capsys, "opinion/a.txt", "--fail-on", "never", "--max-sources", "9", "--ignore", "missing-role")
    assert found["pack"] == ('"agency-strict"', "quotecheck.toml:1")
    assert found["exclude"] == ('["drafts/"]', "quotecheck.toml:2")
    assert found["severity.late-speaker"] == ('"info"', "quotecheck.toml:8")
    assert found["engine"] == ('"hybrid"', "default")
    assert found["fail-on"] == ('"never"', "command line")
    assert found["limits.max-sources"] == ("9.0", "command line")
    assert found["severity.missing-role"] == ('"off"', "command line")


def test_folder_here_and_elsewhere(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    (desk / "sport").mkdir()
    (desk / "sport" / "quotecheck.toml").write_text("", encoding="utf-8")
    assert shown(capsys)["severity.late-speaker"] == ('"off"', "quotecheck.toml:4")
    assert shown(capsys, "sport")["pack"] == ('"default"', "default")


def test_excluded_article_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "show", "drafts/a.txt"]) == ExitStatus.CLEAN
    assert capsys.readouterr().out.endswith("'exclude' leaves drafts/a.txt out.\n")


def test_without_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "show", "--no-config"]) == ExitStatus.CLEAN
    assert capsys.readouterr().out.startswith("No configuration file, for .\n(The nearest configuration file upwards")


def test_broken_file_is_one_sentence(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    (desk / "quotecheck.toml").write_text("pack = 3\n", encoding="utf-8")
    assert main(["config", "show"]) == ExitStatus.TROUBLE
    assert capsys.readouterr().err == "quotecheck: quotecheck.toml:1: 'pack' must be text in quotation marks\n"
