from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.cli.output import open_output
from quotecheck.errors import InputError


def test_file_is_utf8_with_line_feeds(tmp_path: Path) -> None:
    with open_output(tmp_path / "report.txt") as out:
        out.write("“caf\u00e9”\n\ud800\n")
    assert (tmp_path / "report.txt").read_bytes() == "“café”\n\\ud800\n".encode()


def test_standard_output_is_utf8_with_line_feeds(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with open_output(None) as out:
        out.write("“café”\n\udcff\n")
    assert capfdbinary.readouterr().out == "“café”\n\\udcff\n".encode()


def test_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(InputError, match="no report can be written there"),
        open_output(tmp_path / "no" / "x"),
    ):
        pass
