from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from tests.builders import FERRY


def test_number_of_jobs_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for number in range(6):
        (tmp_path / "news" / f"{number}.txt").write_text(FERRY * (number + 1), encoding="utf-8")
    for jobs in ("1", "2"):
        words = ["report", "news", "gone.txt", "--format", "json", "--jobs", jobs, "--output", f"{jobs}.json"]
        assert main(words) == ExitStatus.TROUBLE
    assert Path("1.json").read_bytes() == Path("2.json").read_bytes()
