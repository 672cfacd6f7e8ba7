"""``quotecheck rules`` as it is called."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from quotecheck.findings import choose
from quotecheck.rulebook import Rulebook

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_list_has_every_rule_and_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "list"]) is ExitStatus.CLEAN
    shown = capsys.readouterr().out
    assert "late-speaker" in shown
    assert "\ndefault: " in shown


def test_list_of_a_pack_has_its_rules_only(capsys: pytest.CaptureFixture[str], rulebook: Rulebook) -> None:
    assert main(["rules", "list", "--pack", "default"]) is ExitStatus.CLEAN
    table = capsys.readouterr().out.split("\n\n")[0].splitlines()[2:]
    assert [line.split()[0] for line in table] == [check.card.id for check in choose(rulebook).rules]


def test_explain_tells_why_who_asks_and_how_to_silence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "explain", "late-speaker"]) is ExitStatus.CLEAN
    shown = capsys.readouterr().out
    for part in ("Why: ", "Flagged:", "Precision: ", "Reuters", "quotecheck: ignore late-speaker -- "):
        assert part in shown


def test_rules_of_the_configuration_are_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["rules", "new", "our-verb"]) is ExitStatus.CLEAN
    assert main(["rules", "explain", "our-verb"]) is ExitStatus.TROUBLE
    Path("quotecheck.toml").write_text('rules = ["house-rules"]\n', encoding="utf-8")
    capsys.readouterr()
    assert main(["rules", "explain", "our-verb"]) is ExitStatus.CLEAN
    assert capsys.readouterr().out.startswith("our-verb: ")
    assert main(["rules", "list", "--add-rules", "house-rules"]) is ExitStatus.CLEAN
    assert capsys.readouterr().out.count("\nour-verb ") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["explain", "late-speeker"], "unknown rule 'late-speeker' (did you mean 'late-speaker'?)"),
        (["list", "--pack", "moon"], "unknown pack 'moon'"),
        (["test", "/no/such/folder"], "/no/such/folder: there is no such folder of rules"),
        (["new", "Late Speaker"], "'Late Speaker' is no name for a rule"),
        (["new", "late-speaker"], "there is a rule 'late-speaker' already"),
    ],
)
def test_wrong_use_is_one_sentence(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", *arguments]) is ExitStatus.TROUBLE
    told = capsys.readouterr().err
    assert message in told
    assert told.count("\n") == 1


def test_new_rule_works_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "new", "no-claims", "--into", str(tmp_path)]) is ExitStatus.CLEAN
    assert main(["rules", "test", str(tmp_path)]) is ExitStatus.CLEAN
    assert capsys.readouterr().out.endswith("1 rules, 2 examples: 0 failed\n")


def test_failed_example_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["rules", "new", "no-claims", "--into", str(tmp_path)])
    card = tmp_path / "checks" / "no-claims.yaml"
    text = card.read_text(encoding="utf-8")
    card.write_text(text.replace("said that it had paid", "claimed that it had paid"), encoding="utf-8")
    capsys.readouterr()
    assert main(["rules", "test", str(tmp_path)]) is ExitStatus.FINDINGS
    line = next(
        n for n, row in enumerate(card.read_text(encoding="utf-8").splitlines(), 1) if "The firm claimed" in row
    )
    assert f"{card}:{line}: no-claims: must pass, and was flagged at " in capsys.readouterr().out


def test_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "schema"]) is ExitStatus.CLEAN
    assert "late-speaker" not in json.loads(capsys.readouterr().out)["properties"]["about"]["enum"]


@pytest.mark.parametrize(("page", "arguments"), [("rules.md", []), ("precision.md", ["--precision"])])
def test_manual_is_up_to_date(
    page: str, arguments: list[str], capsys: pytest.CaptureFixture[str], expect: Callable[[str, Path], None]
) -> None:
    assert main(["rules", "manual", *arguments]) is ExitStatus.CLEAN
    expect(capsys.readouterr().out, DOCS / page)
