"""The writer of runs that have nothing to report."""

from __future__ import annotations

from quotecheck.records import Audit, Summary


class Silence:
    """Writes nothing."""

    def head(self) -> str:
        return ""

    def article(self, audit: Audit) -> str:
        return ""

    def tail(self, summary: Summary) -> str:
        return ""
