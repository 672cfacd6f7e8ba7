"""What is shown first where not everything can be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quotecheck.records import Severity


class Ranked:
    """Entries by severity, so many of each at most; those of one severity stay in the order of the articles."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.seen: Counter[Severity] = Counter()
        self._kept: dict[Severity, list[str]] = {each: [] for each in Severity}

    def add(self, severity: Severity, entry: str) -> None:
        """Keep ``entry`` if there is room for it."""
        self.seen[severity] += 1
        if len(self._kept[severity]) < self.most:
            self._kept[severity].append(entry)

    def of(self, severity: Severity) -> list[str]:
        """The entries of one severity that were kept."""
        return self._kept[severity]

    def __iter__(self) -> Iterator[str]:
        """The entries that were kept, the most severe first."""
        return (entry for severity in Severity for entry in self._kept[severity])
