"""The whole program on the articles in ``seeds/``, compared with reports that people have read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import quotecheck
from quotecheck.reports.build import article_fields
from quotecheck.reports.to_json import lay_out

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_seed(path: Path, expect: Callable[[str, Path], None]) -> None:
    found = quotecheck.audit(path.read_text(encoding="utf-8"), path=f"seeds/{path.name}")
    expect(lay_out(article_fields(found), "") + "\n", path.with_suffix(".expected.json"))
