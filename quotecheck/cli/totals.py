"""What all articles of a run come to."""

from __future__ import annotations

from collections import Counter

from quotecheck.findings.baseline import KNOWN
from quotecheck.metrics.definitions import Definitions
from quotecheck.metrics.shares import derive_shares
from quotecheck.records import Audit, Convention, Failure, Metrics, Section, Severity, Summary


class Totals:
    """Adds up articles, and keeps what could not be done."""

    def __init__(self) -> None:
        self.metrics = Metrics()
        self.sections: dict[str | None, Metrics] = {}
        self.failures: dict[Failure, None] = {}
        self.findings: Counter[Severity] = Counter()
        self.suppressed = self.known = 0

    def add(self, audit: Audit) -> None:
        """One more article."""
        self.metrics += audit.metrics
        section = (audit.document.section or "").strip().lower() or None
        self.sections[section] = self.sections.get(section, Metrics()) + audit.metrics
        counting = [each.severity for each in audit.findings if each.suppression is None]
        self.findings.update(counting)
        self.suppressed += len(audit.findings) - len(counting)
        self.known += sum(each.suppression == KNOWN for each in audit.findings)

    def summary(self, definitions: Definitions, convention: Convention, *, since: str | None = None) -> Summary:
        """The sum; ``convention`` says whom metrics count as unnamed where only one is told, ``since`` what changes."""
        shares = {each: derive_shares(self.metrics, definitions, each) for each in Convention}
        every = tuple(shares.values())
        sections = [
            Section(name, metrics, derive_shares(metrics, definitions, convention))
            for name, metrics in sorted(self.sections.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))
        ]
        told = tuple(sections) if any(self.sections) else ()
        failures = tuple(self.failures)
        return Summary(
            self.metrics, shares[convention], failures, self.findings, self.suppressed, every, told, self.known, since
        )
