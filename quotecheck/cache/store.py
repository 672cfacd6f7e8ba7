"""A folder of audits, each in a file that is called after all that it depends on."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from quotecheck.cache.codec import decode, encode
from quotecheck.records import Audit

SUFFIX = ".json"
FEWEST = 5_000  # audits that are kept in any case: some 50 MB


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the audit of an article lies, or is to lie, and what its bytes must be for that."""

    file: Path
    content: str  # hash

    def read(self, path: str) -> Audit | None:
        """The audit, of an article that is now called ``path``; ``None`` where there is none that can be trusted."""
        try:
            check, _, line = self.file.read_text(encoding="ascii").partition("\n")
            audit = decode(line) if check == self._check(line) else None
        except (OSError, ValueError):
            return None
        return audit and replace(audit, document=replace(audit.document, path=path))

    def write(self, audit: Audit, data: bytes) -> None:
        """Keep the audit of ``data``, unless the article has changed meanwhile or the folder cannot be written."""
        if hash_of(data) != self.content:
            return
        line = encode(audit)
        draft = self.file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            draft.write_text(f"{self._check(line)}\n{line}", encoding="ascii", newline="\n")
            draft.replace(self.file)

    def _check(self, line: str) -> str:
        return hash_of(f"{self.file.name}\n{line}".encode())


class Store:
    """The audits in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open(self) -> str | None:
        """Make the folder where it is missing, hidden from git; why it cannot be written, ``None`` where it can."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            ignored = self.folder / ".gitignore"
            if not ignored.exists():
                ignored.write_text("*\n", encoding="ascii")
        except OSError as error:
            return error.strerror or str(error)
        return None if os.access(self.folder, os.W_OK) else "it is read-only"

    def slot(self, data: bytes, name: str, stamp: str) -> Slot:
        """The place for the audit of ``data``, read as the format that ``name`` tells, by a program of this stamp."""
        content = hash_of(data)
        name_of_all = hash_of(f"{stamp} {''.join(Path(name).suffixes).lower()} {content}".encode())
        return Slot(self.folder / f"{name_of_all}{SUFFIX}", content)

    def prune(self, used: int) -> None:
        """Remove those written longest ago where there are many more than the ``used`` ones of the last run."""
        with suppress(OSError):
            entries = [each for each in os.scandir(self.folder) if each.name != ".gitignore" and each.is_file()]
            most = max(FEWEST, 2 * used)
            if len(entries) > most:
                entries.sort(key=lambda each: each.stat().st_mtime)
                for each in entries[: len(entries) - most]:
                    with suppress(OSError):
                        os.unlink(each.path)


def hash_of(data: bytes) -> str:
    """Forty hexadecimal digits."""
    return sha256(data).hexdigest()[:40]
