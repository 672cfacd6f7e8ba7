from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.cli.arguments import build_parser


def test_defaults() -> None:
    options = build_parser().parse_args(["report", "a.txt"])
    assert (options.formats, options.default_output.name, options.output) == (None, "table", None)
    assert (options.jobs, options.model, options.rules, options.engine, options.config) == (None,) * 5


@pytest.mark.parametrize("word", ["0", "auto"])
def test_auto_means_one_job_a_processor(word: str) -> None:
    assert build_parser().parse_args(["report", "a.txt", "--jobs", word]).jobs == 0


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["report"],
        ["rapport", "a.txt"],
        ["report", "a.txt", "--format", "xml"],
        ["report", "a.txt", "--jobs", "-1"],
        ["report", "a.txt", "--jobs", "many"],
        ["report", "a.txt", "--width", "5"],
        ["trace"],
    ],
)
def test_wrong_usage_ends_with_status_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: quotecheck")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["check", "--selekt", "x"], "unknown option '--selekt' (did you mean '--select'?)"),
        (["check", "--xyzzy"], "unknown option '--xyzzy'; --help names them all"),
        (["check", "-dash.txt"], "for the file of that name, write './-dash.txt'"),
        (["rules", "list", "more"], "'more' is one word too many"),
    ],
)
def test_unknown_words_are_told_with_a_remedy(
    words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-dash.txt").touch()
    with pytest.raises(SystemExit):
        build_parser(words).parse_args(words)
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--max-sources", "--min-confidence"])
@pytest.mark.parametrize("word", ["nan", "inf", "many"])
def test_what_is_no_number_is_refused(option: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser(("check", option, word)).parse_args(("check", option, word))
    assert ended.value.code == 2
    assert f"must be a number, not '{word}'" in capsys.readouterr().err
