"""What a baseline is to hold after another look at articles."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotecheck.cli.baseline_file import BaselineFile
from quotecheck.findings.baseline import Entries, entries_of
from quotecheck.records import Finding


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a baseline is to hold, how much of it is new, and what is gone, line by line."""

    entries: Mapping[str, Entries]
    added: int
    dropped: int
    told: tuple[str, ...]


def renew(
    file: BaselineFile, articles: Mapping[str, tuple[Finding, ...]], looked_at: Sequence[str], *, may_add: bool
) -> Renewed:
    """The baseline after a look at ``articles``; of others it forgets those alone that are gone from where we looked.

    An article that is gone from elsewhere may have been moved to where nobody looked.
    """
    gone: dict[str, Entries] = {}
    added = 0
    for article, findings in articles.items():
        known, found = file.take(article, findings), entries_of(findings)
        name = file.name_of(article)
        gone[name] = known - found
        added += (found - known).total() if may_add else 0
        file.known[name] = found if may_add else known & found
    for name in file.gone.known:
        if any(_is_below(file.path.parent / name, each) for each in looked_at):
            gone[name] = file.known.pop(name)
    dropped = sum(entries.total() for entries in gone.values())
    return Renewed(file.known, added, dropped, tuple(line for name in sorted(gone) for line in _told(name, gone[name])))


def _is_below(path: Path, folder: str) -> bool:
    return Path(os.path.abspath(path)).is_relative_to(os.path.abspath(folder))


def _told(name: str, gone: Entries) -> Iterator[str]:
    for entry in sorted(gone):
        times = f", {gone[entry]} times" if gone[entry] > 1 else ""
        yield f"{name}: {entry.rule} {entry.digest}{times}"
