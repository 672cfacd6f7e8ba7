"""What docs/configuration.md says is what quotecheck understands."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from quotecheck.cli.choices import choose_rules
from quotecheck.config import Configs
from quotecheck.config.keys import KEYS
from quotecheck.rulebook import Rulebook

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", KEYS)
def test_every_key_is_told(name: str) -> None:
    key = KEYS[name]
    default = "" if key.default is None else f"`{json.dumps(key.default)}` "
    assert f"| `{name}` | {key.about} | {default}|" in PAGE


def test_the_example_is_understood(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rulebook: Rulebook) -> None:
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    Path("quotecheck.toml").write_text(example, encoding="utf-8")
    for article in ("news/a.txt", "opinion/a.txt"):
        _, failures = choose_rules(Configs({}).of(article), rulebook, None)
        assert failures == []
