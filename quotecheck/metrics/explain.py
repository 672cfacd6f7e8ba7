"""A metric taken apart: the places that make its numerator, and those that make its denominator."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from quotecheck.errors import QuotecheckError
from quotecheck.metrics.count import places
from quotecheck.metrics.definitions import Definition, Definitions
from quotecheck.metrics.evidence import Evidence
from quotecheck.metrics.scale import Scale
from quotecheck.metrics.weights import SCORE
from quotecheck.records import Audit, Convention


def find_metric(name: str, definitions: Definitions) -> Definition | None:
    """The metric called ``name``, hyphens allowed; None for the score. Raises QuotecheckError for an unknown one."""
    known = name.strip().lower().replace("-", "_")
    if known == SCORE:
        return None
    if known not in definitions.metrics:
        nearest = get_close_matches(known, (*definitions.metrics, SCORE), n=3, cutoff=0.4)
        hint = f"nearest: {', '.join(nearest)}; " if nearest else ""
        raise QuotecheckError(f"unknown metric '{name}'; {hint}a report as JSON has them all, under 'metrics'")
    return definitions.metrics[known]


def take_apart(
    metric: Definition, audit: Audit, scale: Scale, convention: Convention
) -> Mapping[str, tuple[Evidence, ...]]:
    """The names of the tallies, numerator first, and the places that each of them counts in one article."""
    names = (metric.numerator, metric.denominator)
    return {name: places(name, audit, scale, convention) for name in names if name is not None}
