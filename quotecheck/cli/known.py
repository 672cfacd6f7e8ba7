"""The findings of a check that a baseline knows."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from quotecheck.cli.baseline_file import NAME, BaselineFile
from quotecheck.config import Config
from quotecheck.findings.baseline import entries_of, mark_known
from quotecheck.records import Audit, Finding
from quotecheck.reports.tally import count


class Baselines:
    """The baselines of one run, each read once."""

    def __init__(self) -> None:
        self._files: dict[Path, BaselineFile | None] = {}
        self.gone = 0  # findings that are known, and were not found

    def read(self, config: Config) -> BaselineFile | None:
        """The baseline of a configuration, if it has one; raises RuleError where it cannot be read."""
        path = baseline_path(config)
        if path not in self._files:
            self._files[path] = BaselineFile.open(path) if config.baseline or path.exists() else None
        return self._files[path]

    def mark(
        self, audit: Audit, config: Config, findings: tuple[Finding, ...], checked: Container[str]
    ) -> tuple[Finding, ...]:
        """The findings in the article, those that are known marked as such; ``checked`` are the rules that are on."""
        file = self.read(config)
        if file is None:
            return findings
        known = file.take(audit.document.path, findings)
        gone = known - entries_of(findings)
        self.gone += sum(count for entry, count in gone.items() if entry.rule in checked)
        return mark_known(findings, known)


def told_gone(number: int) -> str:
    """How many known findings are gone, and what to do about it."""
    gone = count(number, "known finding is gone", "known findings are gone")
    return f"{gone}; `quotecheck baseline prune` forgets them" if number else gone


def baseline_path(config: Config) -> Path:
    """Where the configuration wants its baseline: beside itself, or here, if it does not say."""
    return config.baseline or (Path(config.file).with_name(NAME) if config.file else Path(NAME))
