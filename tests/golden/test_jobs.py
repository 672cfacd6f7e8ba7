from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from tests.builders import FERRY


@pytest.mark.parametrize("command", ["report", "check"])
def test_neither_jobs_nor_cache_change_a_byte(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "quotecheck.toml").write_text("", encoding="utf-8")
    for number in range(6):
        (tmp_path / "news" / f"{number}.txt").write_text(FERRY * (number + 1), encoding="utf-8")
    ways = (["--jobs", "1", "--no-cache"], ["--jobs", "2"], ["--jobs", "1"])
    for number, way in enumerate(ways):
        words = [command, "news", "gone.txt", "--format", "json", "--output", f"{number}.json", *way]
        assert main(words) == ExitStatus.TROUBLE
    assert len(list(tmp_path.glob(".quotecheck-cache/*.json"))) == 6
    first, *others = (Path(f"{number}.json").read_bytes() for number in range(len(ways)))
    assert others == [first, first]
