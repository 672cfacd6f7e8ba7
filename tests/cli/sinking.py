"""A folder of articles with one house rule, "sinking", and audits that need no pipeline."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quotecheck.cache import stamp_of_program
from quotecheck.cli import engine, workers
from quotecheck.cli.engine import Settings
from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from quotecheck.records import Audit, Document
from tests.builders import audit

RULE = """
title: No sinking
about: wording
severity: error
message: "{wording} again"
why: Piers do not sink.
advice: Say what happens.
find: [sinking]
confidence: 0.6
examples:
  flag: ["The pier is [[sinking]]."]
  pass: ["The pier stands."]
"""
PACK = "description: One rule.\nrules: {sinking: on}\n"
FIRST = "The old pier is sinking again.\n\nNobody was there to see it.\n"
SECOND = "A new ferry may be sinking too.\n"


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two articles with one finding each, and a configuration; entered."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(engine, "_audit", _audit)
    monkeypatch.setattr(workers, "load_model", lambda settings: None)
    put("house/checks/sinking.yaml", RULE)
    put("house/packs/piers.yaml", PACK)
    put("quotecheck.toml", 'rules = ["house"]\npack = "piers"\n')
    put("news/first.md", FIRST)
    put("news/second.md", SECOND)
    _forget()
    yield tmp_path
    _forget()


def put(path: str, text: str) -> None:
    """Write a file."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def check(*words: str) -> tuple[ExitStatus, list[tuple[str, int]], dict[str, Any]]:
    """Exit status, paths and lines of the findings that count, and all of the JSON."""
    status = main(["check", "--format", "json=out.json", *(words or ("news",))])
    found = json.loads(Path("out.json").read_text(encoding="utf-8"))
    places = [
        (each["path"], finding["line"])
        for each in found["documents"]
        for finding in each["findings"]
        if not finding.get("suppression")
    ]
    return status, places, found


def _audit(document: Document, settings: Settings) -> Audit:
    return audit(document)


def _forget() -> None:
    """Rules are read once a process, and a process stays in its folder."""
    engine.rulebook_of.cache_clear()
    stamp_of_program.cache_clear()
