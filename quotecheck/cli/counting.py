"""What ``report`` and ``sources`` make of audits: no findings, and metrics as the convention wants them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quotecheck.cli.status import ExitStatus
from quotecheck.config import Config
from quotecheck.metrics.definitions import Definitions, read_definitions
from quotecheck.metrics.shares import derive_shares
from quotecheck.records import Audit, Convention, Failure, RuleCard
from quotecheck.rulebook import Rulebook


class Counting:
    """A judge who only counts, under one convention."""

    def __init__(self, convention: Convention = Convention.STRICT) -> None:
        self.convention = convention
        self._definitions: dict[Config, Definitions] = {}

    def prepare(self, config: Config, rulebook: Rulebook) -> Iterable[Failure]:
        self._definitions[config] = read_definitions(rulebook)
        return ()

    def cards(self) -> tuple[RuleCard, ...]:
        return ()

    def judge(self, audit: Audit, config: Config, before: Audit | None = None) -> Audit:
        return replace(audit, shares=derive_shares(audit.metrics, self._definitions[config], self.convention))

    def status(self) -> ExitStatus:
        return ExitStatus.CLEAN
