"""Every format, whole, for one report made by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quotecheck.reports import FORMATS, render
from tests.checked import checked_report

EXPECTED = Path(__file__).parent / "expected"


@pytest.mark.parametrize("name", FORMATS)
def test_format(name: str, expect: Callable[[str, Path], None]) -> None:
    expect(render(checked_report(), name), EXPECTED / f"sample.{name}")
