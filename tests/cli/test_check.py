from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quotecheck.cache import stamp_of_program
from quotecheck.cli import engine, workers
from quotecheck.cli.engine import Settings
from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from quotecheck.records import Audit, Document
from tests.builders import FERRY, audit, ferry_audit

# One source in four statements is anonymous; the rule below finds one word in every ferry.
HOUSE_RULE = """
title: No sinking
about: wording
severity: warning
message: "{wording} again"
why: Piers do not sink.
advice: Say what happens.
find: [sinking]
confidence: 0.6
settings: {times: 3}
examples:
  flag: ["The pier is [[sinking]]."]
  pass: ["The pier stands."]
"""
SINKING = "no-sinking"


@pytest.fixture(autouse=True)
def audited(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Audits made by hand, so that no pipeline is needed; the paths of those that were made."""
    paths: list[str] = []

    def make(document: Document, settings: Settings) -> Audit:
        paths.append(document.path)
        made = ferry_audit() if document.text == FERRY else audit(document)
        return replace(made, document=document)

    monkeypatch.setattr(engine, "_audit", make)
    monkeypatch.setattr(workers, "load_model", lambda settings: None)
    forget()
    return paths


def forget() -> None:
    """Rules are read once a process, and a process stays in its folder."""
    engine.rulebook_of.cache_clear()
    stamp_of_program.cache_clear()


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    put("news/ferry.txt", FERRY)
    put("news/plain.txt", "One two three.\n")
    put("house/checks/no-sinking.yaml", HOUSE_RULE)
    put("quotecheck.toml", 'rules = ["house"]\n')
    return tmp_path


def put(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def checked(*words: str) -> tuple[ExitStatus, dict[str, Any]]:
    """Exit status and JSON of a check of the sinking rule."""
    status = main(["check", "news", *words, "--select", SINKING, "--format", "json=out.json"])
    return status, json.loads(Path("out.json").read_text(encoding="utf-8"))


def rules_in(report: dict[str, Any]) -> dict[str, list[str]]:
    return {each["path"]: [finding["rule"] for finding in each["findings"]] for each in report["documents"]}


def test_findings_are_told_and_do_not_fail_below_the_fail_level() -> None:
    status, report = checked()
    assert status == ExitStatus.CLEAN
    assert rules_in(report) == {"news/ferry.txt": [SINKING], "news/plain.txt": []}
    assert report["summary"]["findings"] == {"error": 0, "warning": 1, "info": 0}
    assert [each["id"] for each in report["tool"]["rules"]] == [SINKING]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--fail-on", "warning"], ExitStatus.FINDINGS),
        (["--fail-on", "info"], ExitStatus.FINDINGS),
        (["--fail-on", "never"], ExitStatus.CLEAN),
        (["--fail-on", "warning", "--report-level", "error"], ExitStatus.CLEAN),
        (["--fail-on", "warning", "--min-confidence", "0.61"], ExitStatus.CLEAN),
        (["--fail-on", "warning", "--min-confidence", "0.6"], ExitStatus.FINDINGS),
        (["--fail-on", "warning", "--ignore", SINKING], ExitStatus.FINDINGS),  # select wins
        (["gone.txt", "--fail-on", "warning"], ExitStatus.TROUBLE),
    ],
)
def test_fail_level_decides_on_the_status(words: Sequence[str], status: ExitStatus) -> None:
    assert checked(*words)[0] == status


def test_what_is_not_shown_is_not_in_the_report() -> None:
    assert rules_in(checked("--report-level", "error")[1])["news/ferry.txt"] == []
    assert rules_in(checked("--min-confidence", "0.7")[1])["news/ferry.txt"] == []


def test_severity_settings_and_paths_of_the_configuration() -> None:
    put("quotecheck.toml", f'rules = ["house"]\n[severity]\n{SINKING} = "error"\n')
    status, report = checked()
    assert status == ExitStatus.FINDINGS
    assert report["documents"][0]["findings"][0]["severity"] == "error"
    put(
        "quotecheck.toml",
        f'rules = ["house"]\n[severity]\n{SINKING} = "error"\n'
        f'[settings.{SINKING}]\ntimes = 2\n[[paths]]\nmatch = "news/f*"\nseverity = {{{SINKING} = "off"}}\n',
    )
    assert main(["check", "news", "--format", "json=out.json", "--fail-on", "error"]) in (0, 1)
    assert SINKING not in rules_in(json.loads(Path("out.json").read_text("utf-8")))["news/ferry.txt"]


def test_limits_on_metrics(capsys: pytest.CaptureFixture[str]) -> None:
    words = [
        "--select",
        "limit,no-sinking",
        "--max-anonymous-share",
        "0.25",
        "--min-sources=4",
        "--max-top-source-share",
        "0",
    ]
    status, report = checked(*words)
    (message, other, *more) = [
        each["message"] for each in report["documents"][0]["findings"] if each["rule"] == "limit"
    ]
    assert status == ExitStatus.FINDINGS
    assert message.startswith("Anonymous statement share: 0.3333, more than the limit of 0.25")
    assert "Top source share: " in other
    assert more == ["Sources: 3, less than the limit of 4"]
    assert rules_in(report)["news/plain.txt"] == ["limit"]  # a share of nothing breaks no limit, no source does
    put("quotecheck.toml", 'rules = ["house"]\n[limits]\nmin-sources = 4\n[severity]\nlimit = "info"\n')
    status, report = checked("--select", "limit", "--min-sources", "3")
    assert (status, rules_in(report)["news/ferry.txt"]) == (ExitStatus.CLEAN, [SINKING])
    assert report["documents"][1]["findings"][0]["severity"] == "info"
    assert capsys.readouterr().err == ""


def test_comment_in_the_article_silences() -> None:
    put("news/ferry.txt", FERRY)
    text = FERRY.replace("“The pier", f"<!-- quotecheck: ignore {SINKING} -- agreed -->\n“The pier")
    put("news/ferry.md", text)
    Path("news/ferry.txt").unlink()
    status, report = checked("--fail-on", "warning")
    findings = report["documents"][0]["findings"]
    assert (status, report["summary"]["suppressed"]) == (ExitStatus.CLEAN, 1), findings


def test_several_formats_in_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["check", "news", "--format", "text", "--format", "json=a.json", "--format", "jsonl=b.jsonl"]
    assert main([*words, "--fail-on", "never"]) == ExitStatus.CLEAN
    assert capsys.readouterr().out
    assert json.loads(Path("a.json").read_text("utf-8"))["summary"]["documents"] == 2
    assert len(Path("b.jsonl").read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format", "text", "--format", "json"], "text and json would both go to standard output"),
        (["--format", "json=x", "--format", "jsonl=./x"], "json and jsonl would both go to the file x"),
        (["--format", "json", "--format", "jsonl=x", "-o", "x"], "would both go to the file x"),
        (["--format", "json=x", "-o", "y"], "every format has a file already"),
        (["--format", "json=news/plain.txt"], "would overwrite this file"),
        (["--format", "json=quotecheck.toml"], "would overwrite this file"),
        (["--format", "json=no/such/folder/x"], "no report can be written there"),
        (["--format", "json=news"], "no report can be written there"),
    ],
)
def test_outputs_that_cannot_be(words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "news", *words]) == ExitStatus.TROUBLE
    shown = capsys.readouterr().err
    assert told in shown
    assert shown.count("\n") == 1
    assert Path("news/plain.txt").read_text("utf-8") == "One two three.\n"
    assert Path("quotecheck.toml").read_text("utf-8") == 'rules = ["house"]\n'


BAD_CONFIGURATION = {
    'pakc = "x"': "quotecheck.toml:1: unknown key 'pakc' (did you mean 'pack'?)",
    "pack = [": "quotecheck.toml:1: no valid TOML",
    '\npack = "defualt"': "quotecheck.toml:2: unknown pack 'defualt' (did you mean 'default'?)",
    'rules = ["gone"]': "gone: there is no such folder of rules",
}


@pytest.mark.parametrize("text", BAD_CONFIGURATION)
def test_configuration_that_cannot_be_used_costs_its_articles(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    put("sport/quotecheck.toml", 'rules = ["../house"]\n')
    put("sport/ferry.txt", FERRY)
    put("quotecheck.toml", text)
    words = ["check", "news", "sport", "--format", "json=out.json"]
    assert main(words) == ExitStatus.TROUBLE
    report = json.loads(Path("out.json").read_text("utf-8"))
    assert list(rules_in(report)) == ["sport/ferry.txt"]
    assert len(report["errors"]) == 1
    shown = capsys.readouterr().err
    assert shown.startswith(f"quotecheck: {BAD_CONFIGURATION[text]}")
    assert shown.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[severity]\nno-sinkin = "off"', "quotecheck.toml:3: unknown rule 'no-sinkin' (did you mean 'no-sinking'?)"),
        ("[settings.no-sinking]\ntime = 3", "quotecheck.toml:3: rule 'no-sinking': unknown setting 'time' (did you"),
        ("[settings.limit]\ntime = 3", "quotecheck.toml:3: rule 'limit': it has no settings"),
        ("[limits]\nmax-sorces = 3", "quotecheck.toml:3: unknown limit 'max-sorces' (did you mean 'max-sources'?)"),
    ],
)
def test_unknown_names_in_the_configuration_are_told_and_the_rest_is_done(
    text: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put("quotecheck.toml", f'rules = ["house"]\n{text}\n')
    status, report = checked()
    assert status == ExitStatus.TROUBLE
    assert rules_in(report)["news/ferry.txt"] == [SINKING]
    assert report["errors"][0]["path"] == "quotecheck.toml"
    assert capsys.readouterr().err.startswith(f"quotecheck: {told}")


@pytest.mark.parametrize("words", [["--select", "no-sinkin"], ["--ignore", "x"], ["--max-sorces", "2"]], ids=" ".join)
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
def test_unknown_names_on_the_command_line_are_told_in_every_format(
    words: list[str], form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "news", "--format", form, *words]) == ExitStatus.TROUBLE
    shown = capsys.readouterr()
    assert shown.err.startswith("quotecheck: command line: unknown ")
    assert shown.out


def test_given_configuration_that_is_broken_still_gives_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    for file, told in (("gone.toml", "gone.toml: it cannot be read"), ("news", "news: this is a folder")):
        assert main(["check", "news", "--config", file, "--format", "json"]) == ExitStatus.TROUBLE
        shown = capsys.readouterr()
        assert json.loads(shown.out)["documents"] == []
        assert shown.err.startswith(f"quotecheck: {told}")


def test_excluded_articles_are_left_out(capsys: pytest.CaptureFixture[str], audited: list[str]) -> None:
    put("quotecheck.toml", 'exclude = ["plain.*"]\n')
    assert main(["check", "news", "--fail-on", "never"]) == ExitStatus.CLEAN
    assert audited == ["news/ferry.txt"]
    assert capsys.readouterr().err == ""
    assert main(["check", "news/plain.txt", "news/ferry.txt", "--fail-on", "never"]) == ExitStatus.CLEAN
    assert "news/plain.txt: left out" in capsys.readouterr().err
    put("quotecheck.toml", 'exclude = ["*.txt"]\n')
    assert main(["check", "news"]) == ExitStatus.TROUBLE
    assert "leaves out all there is" in capsys.readouterr().err


def test_only_named_and_excluded_is_no_trouble() -> None:
    put("quotecheck.toml", 'exclude = ["*.txt"]\n')
    assert main(["check", "news/plain.txt"]) == ExitStatus.CLEAN


def test_standard_input_has_the_configuration_of_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put("opinion/quotecheck.toml", f'rules = ["../house"]\n[severity]\n{SINKING} = "error"\n')
    with Path("news/ferry.txt").open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        assert main(["check", "-", "--stdin-filename", "opinion/new.txt", "--format", "jsonl"]) == ExitStatus.FINDINGS
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["path"] == "opinion/new.txt"
    assert SINKING in [each["rule"] for each in json.loads(line)["findings"]]


def test_rule_that_stumbles_costs_one_article(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumble(audit: Audit, checks: object) -> None:
        if audit.document.path.endswith("ferry.txt"):
            raise ZeroDivisionError("division by zero")
        return ()

    monkeypatch.setattr("quotecheck.cli.check.find", stumble)
    status, report = checked()
    assert (status, list(rules_in(report))) == (ExitStatus.TROUBLE, ["news/plain.txt"])
    assert "news/ferry.txt: quotecheck stumbled over it" in capsys.readouterr().err


# The cache


def bytes_out() -> bytes:
    return Path("out.json").read_bytes()


def test_second_run_reads_nothing_anew_and_says_the_same(audited: list[str]) -> None:
    checked()
    first = bytes_out()
    assert audited == ["news/ferry.txt", "news/plain.txt"]
    checked()
    assert len(audited) == 2
    assert bytes_out() == first
    put("news/plain.txt", "Four five six.\n")
    put("news/moved.txt", FERRY)
    checked()
    assert audited[2:] == ["news/plain.txt"]


def test_another_pack_or_house_rule_needs_no_new_audit(audited: list[str]) -> None:
    checked()
    put("house/checks/no-sinking.yaml", HOUSE_RULE.replace("find: [sinking]", "find: [sinking, ferry]"))
    forget()
    report = checked("--pack", "agency-strict")[1]
    assert len(audited) == 2
    assert rules_in(report)["news/ferry.txt"].count(SINKING) > 1


def test_other_engine_needs_a_new_audit(audited: list[str]) -> None:
    checked()
    checked("--engine", "rules")
    assert len(audited) == 4


@pytest.mark.parametrize("words", [["--no-cache"], ["--no-config"]], ids=" ".join)
def test_nothing_is_kept_where_nobody_has_agreed_to_it(words: list[str], audited: list[str]) -> None:
    main(["check", "news", *words])
    main(["check", "news", *words])
    assert len(audited) == 4
    assert not list(Path().rglob(".quotecheck-cache"))


def test_cache_may_lie_elsewhere_or_be_off(audited: list[str]) -> None:
    put("quotecheck.toml", 'cache = "kept"\n')
    main(["check", "news"])
    assert Path("kept/.gitignore").read_text("ascii") == "*\n"
    main(["check", "news", "--cache-dir", "other"])
    assert len(list(Path("other").glob("*.json"))) == 2
    assert len(audited) == 4
    put("quotecheck.toml", "cache = false\n")
    main(["check", "news"])
    main(["check", "news"])
    assert len(audited) == 8
    assert not Path(".quotecheck-cache").exists()


def test_corrupt_entries_are_made_anew(audited: list[str]) -> None:
    checked()
    first = bytes_out()
    for nth, entry in enumerate(sorted(Path(".quotecheck-cache").glob("*.json"))):
        entry.write_bytes((b"\xff\0", b"nonsense\n[]")[nth])
    checked()
    assert len(audited) == 4
    assert bytes_out() == first
    checked()
    assert len(audited) == 4


def test_cache_that_cannot_be_written_is_a_note(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], audited: list[str]
) -> None:
    checked()
    put("news/plain.txt", "Other words.\n")
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(Path, "write_text", lambda *_, **__: (_ for _ in ()).throw(PermissionError(13, "denied")))
    assert checked()[0] == ExitStatus.CLEAN
    shown = capsys.readouterr().err
    assert shown.startswith("quotecheck: .quotecheck-cache: nothing can be kept there (it is read-only)")
    assert shown.count("\n") == 1
    assert audited[2:] == ["news/plain.txt"]


def test_cache_in_the_place_of_a_file_is_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    put(".quotecheck-cache", "")
    assert checked()[0] == ExitStatus.CLEAN
    assert "nothing can be kept there" in capsys.readouterr().err


@pytest.mark.parametrize(("form", "is_told"), [("text", False), ("csv", True)])
def test_on_a_terminal_a_failure_is_told_once(form: str, is_told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out, errors = Terminal(), Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", errors)
    assert main(["check", "gone.txt", "--format", form]) == ExitStatus.TROUBLE
    assert ("gone.txt" in errors.getvalue()) == is_told
    assert ("gone.txt" in out.getvalue()) != is_told
