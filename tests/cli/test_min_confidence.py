"""``--min-confidence`` of report, with the bundled pipeline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus


def test_attributions_that_are_less_sure_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“It sank,” Mara Vogt said. The mayor may believe that it was old.", encoding="utf-8")
    shown = {}
    for least in ("0", "0.9", "1"):
        assert main(["report", str(path), "--format", "json", "--min-confidence", least]) is ExitStatus.CLEAN
        (article,) = json.loads(capsys.readouterr().out)["documents"]
        assert all(each["confidence"] >= float(least) for each in article["attributions"])
        shown[least] = len(article["attributions"])
        assert [each["code"] for each in article["notes"]] == ["unsure-attributions"] * (shown[least] < shown["0"])
    assert shown["0"] >= shown["0.9"] > shown["1"] == 0
