from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quotecheck.cli.metric_manual import metrics_page
from quotecheck.metrics.definitions import read_definitions
from tests.builders import RULEBOOK

PAGE = Path(__file__).resolve().parents[2] / "docs" / "metrics.md"


def test_manual_is_made_of_the_rules(expect: Callable[[str, Path], None]) -> None:
    expect(metrics_page(RULEBOOK), PAGE)


def test_manual_names_every_metric_once_and_what_is_left_out() -> None:
    page, definitions = metrics_page(RULEBOOK), read_definitions(RULEBOOK)
    for name in definitions.metrics:
        assert page.count(f"### {name}\n") == 1
    for each in definitions.left_out:
        assert f"- {each.metric}: " in page
