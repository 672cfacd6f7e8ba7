"""The files that differ between a commit and the working folder."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quotecheck.changes.git import Answer, ask
from quotecheck.errors import QuotecheckError

RENAMED_OR_COPIED = ("R", "C")


@dataclass(frozen=True, slots=True)
class Version:
    """A file as it was, under the name that it had."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Change:
    """What happened in the repository at ``folder`` since ``commit``; paths are relative to the folder, with ``/``."""

    folder: str
    commit: str
    origins: Mapping[str, str | None]  # where the files that were changed were then; None: nowhere
    deleted: Collection[str]
    known: Collection[str]  # all files of the commit

    def touches(self, path: str) -> bool:
        """Whether the file at ``path`` is another than it was, or was not there."""
        name = self._named(path)
        return name in self.origins or name in self.deleted or name not in self.known

    def deletes(self, path: str) -> bool:
        """Whether there was a file at ``path``, and there is none now."""
        return self._named(path) in self.deleted and not os.path.lexists(path)

    def before(self, path: str) -> Version | None:
        """The file at ``path`` as it was then; ``None`` if it is new."""
        name = self._named(path)
        old = self.origins.get(name, name if name in self.known else None)
        if old is None:
            return None
        answer = ask(self.folder, "cat-file", "blob", f"{self.commit}:{old}")
        return None if answer.refusal else Version(old, answer.output)

    def _named(self, path: str) -> str:
        return Path(os.path.relpath(os.path.realpath(path), self.folder)).as_posix()


def open_change(base: str, *, folder: str = ".") -> Change:
    """All that changed in the repository around ``folder`` since it left ``base``, a commit, branch or tag.

    Raises QuotecheckError where there is no git, no repository, or no such commit.
    """
    top = _answered(ask(folder, "rev-parse", "--show-toplevel"), f"--diff {base} compares versions in git").line
    found = ask(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    if found.refusal:
        raise QuotecheckError(
            f"--diff {base}: there is no such commit, branch or tag here; fetch it first (in CI, with its history)"
        )
    fork = ask(top, "merge-base", found.line, "HEAD").line or found.line
    status = ask(top, "diff", "--name-status", "-z", "-M", "--no-ext-diff", "--no-textconv", fork, "--")
    known = ask(top, "ls-tree", "-r", "-z", "--name-only", "--full-tree", fork)
    origins, deleted = _read(_answered(status, f"--diff {base}").entries)
    return Change(os.path.realpath(top), fork, origins, deleted, frozenset(_answered(known, f"--diff {base}").entries))


def _answered(answer: Answer, asked: str) -> Answer:
    if answer.refusal:
        raise QuotecheckError(f"{asked}, but git refuses: {answer.refusal}")
    return answer


def _read(status: Sequence[str]) -> tuple[dict[str, str | None], set[str]]:
    """Where changed files come from, and which are deleted: "M", a, "R087", a, b, "D", c and so on."""
    origins: dict[str, str | None] = {}
    deleted: set[str] = set()
    fields = iter(status)
    for letter in fields:
        path = next(fields)
        if letter.startswith(RENAMED_OR_COPIED):
            origins[next(fields)] = path
        elif letter == "D":
            deleted.add(path)
        else:
            origins[path] = None if letter == "A" else path
    return origins, deleted
