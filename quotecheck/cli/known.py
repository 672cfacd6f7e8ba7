"""The findings of a check that a baseline knows."""

from __future__ import annotations

from pathlib import Path

from quotecheck.cli.baseline_file import NAME, BaselineFile
from quotecheck.config import Config
from quotecheck.findings.baseline import mark_known
from quotecheck.records import Audit, Finding


class Baselines:
    """The baselines of one run, each read once."""

    def __init__(self) -> None:
        self._files: dict[Path, BaselineFile | None] = {}

    def read(self, config: Config) -> BaselineFile | None:
        """The baseline of a configuration, if it has one; raises RuleError where it cannot be read."""
        path = baseline_path(config)
        if path not in self._files:
            self._files[path] = BaselineFile.open(path) if config.baseline or path.exists() else None
        return self._files[path]

    def mark(self, audit: Audit, config: Config, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings in the article, those that are known marked as such."""
        file = self.read(config)
        return findings if file is None else mark_known(findings, file.take(audit.document.path, findings))


def baseline_path(config: Config) -> Path:
    """Where the configuration wants its baseline: beside itself, or here, if it does not say."""
    return config.baseline or (Path(config.file).with_name(NAME) if config.file else Path(NAME))
