"""The hook for pre-commit asks quotecheck for what it understands, and gets the files that it reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from quotecheck.cli.arguments import build_parser
from quotecheck.cli.init import TEMPLATES

ROOT = Path(__file__).resolve().parents[2]
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_entry_is_a_command() -> None:
    program, *words = HOOK["entry"].split()
    assert program == "quotecheck"
    assert build_parser(words).parse_args([*words, "--diff", "HEAD", "a.md", "b.txt"]).paths == ["a.md", "b.txt"]


def test_the_model_is_loaded_once() -> None:
    assert HOOK["require_serial"] is True


@pytest.mark.parametrize(
    ("path", "is_article"),
    [
        ("news/a.txt", True),
        ("b.md", True),
        ("c.HTML", True),
        ("d.htm", True),
        ("e.docx", True),
        ("f.py", False),
        ("g.json", False),
        ("md", False),
        ("h.txt.bak", False),
    ],
)
def test_files(path: str, is_article: bool) -> None:
    assert bool(re.search(HOOK["files"], path)) is is_article


def test_init_names_the_hook() -> None:
    (repository,) = yaml.safe_load((TEMPLATES / "pre-commit.yaml").read_text(encoding="utf-8"))["repos"]
    assert [each["id"] for each in repository["hooks"]] == [HOOK["id"]]
