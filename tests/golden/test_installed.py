"""What a person gets from an installation: the command, with rules and pipeline inside."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import FERRY

COMMAND = Path(sys.executable).with_name("quotecheck")


@pytest.mark.skipif(not COMMAND.exists(), reason="quotecheck is not installed beside this Python")
def test_installed_command_works_far_from_the_checkout(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    words = [COMMAND, "report", "ferry.txt", "-", "--stdin-filename", "wire.txt", "--format", "json"]
    ended = subprocess.run(words, input="She said it works.\n", capture_output=True, text=True, cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    report = json.loads(ended.stdout)
    assert [each["path"] for each in report["documents"]] == ["ferry.txt", "wire.txt"]
    assert report["documents"][0]["attributions"]


@pytest.mark.skipif(not COMMAND.exists(), reason="quotecheck is not installed beside this Python")
def test_installed_command_tells_why(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    ended = subprocess.run([COMMAND, "trace", "ferry.txt:4"], capture_output=True, text=True, cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "“The pier is sinking,”" in ended.stdout
