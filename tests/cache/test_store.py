from __future__ import annotations

import os
from pathlib import Path

import pytest

from quotecheck.cache import Store, store
from tests.builders import ferry_audit

DATA = b"The article."


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    found = Store(tmp_path / "kept")
    assert found.open() is None
    return found


def test_folder_hides_itself_from_git(kept: Store) -> None:
    assert (kept.folder / ".gitignore").read_text(encoding="ascii") == "*\n"


def test_audit_is_found_again_under_another_name(kept: Store) -> None:
    kept.slot(DATA, "old.txt", "stamp").write(ferry_audit(), DATA)
    found = kept.slot(DATA, "new.TXT", "stamp").read("new.TXT")
    assert found is not None
    assert found.document.path == "new.TXT"
    assert found.sources == ferry_audit().sources


def test_content_format_and_program_make_the_place(kept: Store) -> None:
    kept.slot(DATA, "a.txt", "stamp").write(ferry_audit(), DATA)
    for data, name, stamp in ((b"Another.", "a.txt", "stamp"), (DATA, "a.md", "stamp"), (DATA, "a.txt", "other")):
        assert kept.slot(data, name, stamp).read(name) is None


def test_article_that_changed_meanwhile_is_not_kept(kept: Store) -> None:
    slot = kept.slot(DATA, "a.txt", "stamp")
    slot.write(ferry_audit(), b"Changed.")
    assert not slot.file.exists()


def test_entries_that_are_not_ours_are_ignored_and_overwritten(kept: Store) -> None:
    slot, other = kept.slot(DATA, "a.txt", "stamp"), kept.slot(b"Other.", "a.txt", "stamp")
    slot.write(ferry_audit(), DATA)
    good = slot.file.read_bytes()
    flipped = good.replace(b"pier", b"peer", 1)
    for bad in (b"", b"\xff\xfe", good[:-1], flipped, b"nonsense\n{}", good.splitlines()[0]):
        slot.file.write_bytes(bad)
        assert slot.read("a.txt") is None
    other.file.write_bytes(good)
    assert other.read("a.txt") is None
    slot.write(ferry_audit(), DATA)
    assert slot.file.read_bytes() == good


def test_folder_in_the_place_of_an_entry_costs_only_the_entry(kept: Store) -> None:
    slot = kept.slot(DATA, "a.txt", "stamp")
    slot.file.mkdir()
    slot.write(ferry_audit(), DATA)
    assert slot.read("a.txt") is None


def test_no_drafts_are_left_behind(kept: Store) -> None:
    slot = kept.slot(DATA, "a.txt", "stamp")
    slot.write(ferry_audit(), DATA)
    assert {each.name for each in kept.folder.iterdir()} == {".gitignore", slot.file.name}


def test_place_that_cannot_be_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert Store(tmp_path / "file").open() is not None
    assert Store(tmp_path / "file" / "below").open() is not None


def test_what_was_written_longest_ago_goes_first(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "FEWEST", 2)
    slots = [kept.slot(str(number).encode(), "a.txt", "stamp") for number in range(6)]
    for number, slot in enumerate(slots):
        slot.write(ferry_audit(), str(number).encode())
        os.utime(slot.file, (number, number))
    kept.prune(used=2)
    assert [slot.file.exists() for slot in slots] == [False, False, True, True, True, True]
    kept.prune(used=0)
    assert [slot.file.exists() for slot in slots[2:]] == [False, False, True, True]
    assert (kept.folder / ".gitignore").exists()
