"""Everything that is counted: each tally finds the places that count, and a count is what they add up to."""

from __future__ import annotations

from collections.abc import Mapping

from quotecheck.metrics.tallies import accused, quotations, sources, statements, stories, wording
from quotecheck.metrics.tallies.tally import Tally

PLAIN: Mapping[str, Tally] = {
    **wording.TALLIES,
    **quotations.TALLIES,
    **statements.TALLIES,
    **sources.TALLIES,
    **stories.TALLIES,
    **accused.TALLIES,
}
BY_CONVENTION: Mapping[str, Tally] = {
    **quotations.NAMELESS,
    **statements.NAMELESS,
    **sources.NAMELESS,
    **stories.NAMELESS,
}
TALLIES: Mapping[str, Tally] = {**PLAIN, **BY_CONVENTION}

__all__ = ["BY_CONVENTION", "PLAIN", "TALLIES", "Tally"]
