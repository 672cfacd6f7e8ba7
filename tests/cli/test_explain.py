from __future__ import annotations

import re
from pathlib import Path

import pytest

from quotecheck.cli import engine, workers
from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from quotecheck.metrics.definitions import SCORE, read_definitions
from tests.builders import RULEBOOK, ferry_audit

METRICS = (*read_definitions(RULEBOOK).metrics, SCORE)
PLACE = re.compile(r"^(\S+):(\d+):(\d+) ", re.MULTILINE)


@pytest.fixture(autouse=True)
def ferry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article whose audit was made by hand, so that no pipeline is needed."""
    monkeypatch.setattr(engine, "_audit", lambda document, settings: ferry_audit())
    monkeypatch.setattr(workers, "load_model", lambda settings: None)
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "ferry.txt"
    path.write_text(ferry_audit().document.text, encoding="utf-8")
    return path


def explained(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["report", *arguments, "ferry.txt"]) == ExitStatus.CLEAN
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_can_be_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = explained(capsys, "--explain", name, "--width", "100")
    assert text.startswith(f"{name}: ")
    assert "Mind:" in text
    assert max(map(len, text.splitlines())) <= 100


def test_places_stand_with_line_and_column(capsys: pytest.CaptureFixture[str]) -> None:
    text = explained(capsys, "--explain", "anonymous-with-reason-share")
    assert PLACE.findall(text) == [("news/ferry.txt", "6", "1")] * 2
    assert "for fear of losing her job" in text
    assert text.endswith("anonymous_with_reason_share = 1 of 1 = 100.0%\n")


def test_counts_are_those_of_the_places(capsys: pytest.CaptureFixture[str]) -> None:
    text = explained(capsys, "--explain", "anonymous_quoted_word_share")
    assert "Words quoted from anonymous sources: 3" in text
    assert text.endswith("anonymous_quoted_word_share = 3 of 14 = 21.4%\n")


def test_nothing_to_divide_by_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    text = explained(capsys, "--explain", "mean_specificity")
    assert text.endswith("mean_specificity = none: there is nothing to divide by\n")


def test_convention_is_told_where_it_matters(capsys: pytest.CaptureFixture[str]) -> None:
    assert "unnamed persons" in explained(capsys, "--explain", "basis_rate", "--convention", "wide")
    assert "--convention" not in explained(capsys, "--explain", "named_statement_share", "--convention", "wide")


def test_score_is_the_sum_of_its_points(capsys: pytest.CaptureFixture[str]) -> None:
    text = explained(capsys, "--explain", "transparency_score")
    score = re.search(r"^news/ferry.txt: ([\d.]+)$", text, re.MULTILINE)
    rows = re.findall(r"^ +\d+ +[\d.]+ +([\d.]+)  ", text, re.MULTILINE)
    assert score is not None
    assert sum(map(float, rows)) == pytest.approx(float(score.group(1)), abs=0.3)


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--explain", "anonymous_story_rat"], "anonymous_story_rate"),
        (["--explain", "zzz"], "unknown metric 'zzz'"),
        (["--explain", "words", "--format", "csv"], "leave --format out"),
    ],
)
def test_wrong_wishes_are_one_sentence(arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", *arguments, "ferry.txt"]) == ExitStatus.TROUBLE
    shown = capsys.readouterr()
    assert (shown.out, shown.err.count("\n")) == ("", 1)
    assert hint in shown.err


def test_unreadable_article_is_told_and_the_rest_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--explain", "sources", "gone.txt", "ferry.txt"]) == ExitStatus.TROUBLE
    shown = capsys.readouterr()
    assert shown.err.startswith("quotecheck: gone.txt: ")
    assert shown.out.endswith("sources = 3\n")


def test_nothing_read_explains_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--explain", "sources", "gone.txt"]) == ExitStatus.TROUBLE
    assert capsys.readouterr().out == ""


def test_convention_goes_into_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert "(veiled convention)" in explained(capsys, "--convention", "veiled")
    assert '"convention": "veiled"' in explained(capsys, "--convention", "veiled", "--format", "json")


def test_unknown_convention_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["report", "--convention", "wider", "ferry.txt"])
    assert ended.value.code == ExitStatus.TROUBLE
    assert "did you mean 'wide'?" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["table", "csv", "json", "markdown"])
def test_sources_are_listed(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "ferry.txt", "--format", form]) == ExitStatus.CLEAN
    assert "Tomas Quill" in capsys.readouterr().out
