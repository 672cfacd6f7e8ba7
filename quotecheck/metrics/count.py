"""Counts what an article says and who stands behind it, and shows the places that a count is made of."""

from __future__ import annotations

from collections import Counter

from quotecheck.metrics.case import Case
from quotecheck.metrics.evidence import Evidence, total
from quotecheck.metrics.scale import Scale
from quotecheck.metrics.tallies import BY_CONVENTION, PLAIN, TALLIES
from quotecheck.records import Audit, Convention, Metrics
from quotecheck.rulebook.wordings import places_of_words


def measure(audit: Audit, scale: Scale) -> Metrics:
    """The counts of one article, under all conventions."""
    words = places_of_words(audit.document.text)
    strict = Case(audit, scale, scale.unnamed[Convention.STRICT], words)
    counts = {name: total(tally(strict)) for name, tally in PLAIN.items()}
    for convention in Convention:
        case = Case(audit, scale, scale.unnamed[convention], words)
        counts |= {key_of(name, convention): total(tally(case)) for name, tally in BY_CONVENTION.items()}
    return Metrics(Counter({name: count for name, count in counts.items() if count}))


def places(name: str, audit: Audit, scale: Scale, convention: Convention) -> tuple[Evidence, ...]:
    """The places that the tally ``name`` counts, in the order of the text."""
    case = Case(audit, scale, scale.unnamed[convention], places_of_words(audit.document.text))
    found = TALLIES[name](case)
    return tuple(sorted(found, key=lambda each: each.span))


def key_of(name: str, convention: Convention) -> str:
    """What ``Metrics.tallies`` calls the count of a tally."""
    return f"{name}.{convention.value}" if name in BY_CONVENTION else name
