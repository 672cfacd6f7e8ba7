from __future__ import annotations

import io
import sys

import pytest

from quotecheck.cli import progress
from quotecheck.cli.progress import bar_aside, progress_bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_no_bar_without_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress_bar(100) as bar, bar_aside(bar):
        assert bar is None


def test_no_bar_for_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress_bar(1) as bar:
        assert bar is None


@pytest.mark.parametrize(("patience", "drawn"), [(60, False), (0, True)])
def test_bar_shows_only_after_a_while(monkeypatch: pytest.MonkeyPatch, patience: float, drawn: bool) -> None:
    terminal = Terminal()
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with progress_bar(3) as bar:
        for _ in range(3):
            bar.update()
            with bar_aside(bar):
                pass
    assert ("/3 " in terminal.getvalue()) == drawn
