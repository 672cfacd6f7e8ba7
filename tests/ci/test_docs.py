"""What docs/ci.md tells people to write is what quotecheck understands."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from quotecheck.cli.arguments import build_parser
from quotecheck.cli.init import TEMPLATES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = [
    line.partition("|")[0].partition("#")[0].removeprefix("quotecheck ")
    for kind, block in BLOCKS
    if kind == "sh"
    for line in block.splitlines()
    if line.startswith("quotecheck ")
]
TEMPLATE_LINES = [
    line.strip()
    for name in ("github.yml", "gitlab.yml")
    for line in re.sub(r">-\n\s+|\n\s+(?=--format)", " ", (TEMPLATES / name).read_text(encoding="utf-8")).splitlines()
    if "quotecheck check" in line
]


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_can_be_given(command: str) -> None:
    build_parser().parse_args(shlex.split(command))


@pytest.mark.parametrize("line", TEMPLATE_LINES)
def test_commands_of_the_templates_can_be_given(line: str) -> None:
    build_parser().parse_args(shlex.split(line[line.index("check ") :]))


@pytest.mark.parametrize("block", [block for kind, block in BLOCKS if kind == "yaml"])
def test_snippets_are_yaml(block: str) -> None:
    assert yaml.safe_load(block)


def test_the_snippet_for_gitlab_is_the_one_that_init_writes() -> None:
    template = (TEMPLATES / "gitlab.yml").read_text(encoding="utf-8").partition("\n")[2]
    assert ("yaml", template) in BLOCKS
