"""The file of known findings, and the articles that it is about: paths in it are relative to its folder."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from quotecheck.errors import QuotecheckError, RuleError
from quotecheck.findings.baseline import Entries, Gone, read_baseline, write_baseline
from quotecheck.records import Finding

NAME = ".quotecheck-baseline.json"


class BaselineFile:
    """What is known of which article; an article that was moved is known under its old path, once."""

    def __init__(self, path: Path, known: Mapping[str, Entries]) -> None:
        self.path, self.known = path, dict(known)
        self.gone = Gone({name: known[name] for name in known if not Path(path.parent, name).is_file()})

    @classmethod
    def open(cls, path: Path) -> BaselineFile:
        """The file at ``path``; raises RuleError where it cannot be read or is broken."""
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            message = f"this baseline cannot be read: {error.strerror}; `quotecheck baseline create` makes one"
            raise RuleError(str(path), None, message) from None
        except UnicodeDecodeError:
            text = ""  # no JSON either
        return cls(path, read_baseline(text, str(path)))

    def name_of(self, article: str) -> str:
        """What the file calls the article at this path."""
        return Path(os.path.relpath(article, self.path.parent)).as_posix()

    def take(self, article: str, findings: Sequence[Finding]) -> Entries:
        """What is known of an article in which there are these findings; its old path is forgotten where it moved."""
        name = self.name_of(article)
        if name not in self.known:
            old = self.gone.find(name, findings)
            if old is None:
                return Entries()
            del self.gone.known[old]
            self.known[name] = self.known.pop(old)
        return self.known[name]


def save_baseline(path: Path, known: Mapping[str, Entries]) -> None:
    """Write the file, whole or not at all; raises QuotecheckError where that fails."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        draft.write_text(write_baseline(known), encoding="utf-8", errors="backslashreplace", newline="\n")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise QuotecheckError(f"{path}: the baseline cannot be written: {error.strerror}") from None
