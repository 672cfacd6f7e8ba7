from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from quotecheck.cli import read_article as reading
from quotecheck.cli.read_article import Input, open_input, read_article
from quotecheck.errors import InputError


def test_file_is_read_when_its_turn_comes(tmp_path: Path) -> None:
    source = open_input(str(tmp_path / "a.txt"), stdin_name="<stdin>")
    assert source.data is None
    (tmp_path / "a.txt").write_bytes(b"a\r\nb")
    assert read_article(source) == b"a\r\nb"


def test_standard_input_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"caf\xc3\xa9")))
    source = open_input("-", stdin_name="wire.txt")
    assert source == Input("wire.txt", "-", b"caf\xc3\xa9")
    assert read_article(source) == b"caf\xc3\xa9"


def test_unreadable_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to("loop.txt")
    with pytest.raises(InputError, match="it cannot be read: ") as caught:
        read_article(open_input(str(loop), stdin_name="<stdin>"))
    assert (caught.value.code, caught.value.path) == ("unreadable", loop.as_posix())


def test_huge_file_is_refused_loudly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 2_000_000)
    (tmp_path / "dump.txt").write_bytes(b"x" * 2_000_001)
    with pytest.raises(InputError, match="more than 2 MB") as caught:
        read_article(open_input(str(tmp_path / "dump.txt"), stdin_name="<stdin>"))
    assert caught.value.code == "too-large"
