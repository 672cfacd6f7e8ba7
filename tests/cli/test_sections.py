from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quotecheck.cli import engine, workers
from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from quotecheck.records import Audit, Document
from tests.builders import ferry_audit

SECTIONS = {"a.txt": "News", "b.txt": "opinion", "c.txt": " news ", "d.txt": None}


@pytest.fixture(autouse=True)
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the same article, in different sections."""

    def told(document: Document, _: object) -> Audit:
        audit = ferry_audit()
        return replace(audit, document=replace(audit.document, path=document.path, section=SECTIONS[document.path]))

    monkeypatch.setattr(engine, "_audit", told)
    monkeypatch.setattr(workers, "load_model", lambda settings: None)
    monkeypatch.chdir(tmp_path)
    for name in SECTIONS:
        Path(name).write_text(f"One {name}.\n", encoding="utf-8")


def summary(capsys: pytest.CaptureFixture[str], *paths: str) -> dict:
    assert main(["report", *paths, "--format", "json"]) == ExitStatus.CLEAN
    return json.loads(capsys.readouterr().out)["summary"]


def test_sections_are_told_apart_and_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    whole = summary(capsys, *SECTIONS)
    parts = whole["by_section"]
    assert [(each["section"], each["documents"]) for each in parts] == [("news", 2), ("opinion", 1), (None, 1)]
    for name in ("words", "statements", "quoted_words", "anonymous_sources"):
        assert sum(each["metrics"][name] for each in parts) == whole["metrics"][name]


def test_without_sections_there_is_nothing_to_tell(capsys: pytest.CaptureFixture[str]) -> None:
    assert summary(capsys, "d.txt")["by_section"] == []


def test_every_convention_stands_in_the_summary(capsys: pytest.CaptureFixture[str]) -> None:
    found = summary(capsys, "d.txt")["by_convention"]
    assert list(found) == ["strict", "wide", "widest", "veiled"]
    assert found["strict"]["anonymous_attribution_share"] == {"value": 0.3333, "numerator": 1, "denominator": 3}


def test_table_has_a_line_for_each_section(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", *SECTIONS]) == ExitStatus.CLEAN
    *_, news, opinion, unknown = capsys.readouterr().out.rstrip().splitlines()
    assert [line.split()[0] for line in (news, opinion, unknown)] == ["news", "opinion", "(not"]
