"""Counts of the text and its wording."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate

from quotecheck.metrics.case import Case
from quotecheck.metrics.evidence import Evidence
from quotecheck.metrics.tallies.tally import Tally
from quotecheck.records import Span
from quotecheck.rulebook.wordings import WordIndex


def head(case: Case) -> Span:
    """What stands for the whole article: its headline, or its first paragraph."""
    document = case.audit.document
    return document.heading or next(iter(document.paragraphs), Span(0, 0))


def documents(case: Case) -> Iterator[Evidence]:
    yield Evidence(head(case))


def words(case: Case) -> Iterator[Evidence]:
    yield Evidence(head(case), "the whole article", case.audit.words)


def hearsay(case: Case) -> Iterator[Evidence]:
    """In the reporter's own words, not in what somebody else says."""
    said = sorted(each.statement for each in case.audit.attributions if each.source is not None)
    starts, farthest = [each.start for each in said], list(accumulate((each.end for each in said), max))
    for span in _unquoted(case, case.scale.hearsay):
        before = bisect_right(starts, span.start)
        if before == 0 or farthest[before - 1] < span.end:
            yield Evidence(span)


def disclosures(case: Case) -> Iterator[Evidence]:
    """One a sentence: "on condition of anonymity because he was not authorized" is one."""
    starts = [each.start for each in case.audit.sentences]
    told: set[int] = set()
    for span in _unquoted(case, case.scale.disclosures):
        sentence = bisect_right(starts, span.start)
        if sentence not in told:
            told.add(sentence)
            yield Evidence(span)


def corroborations(case: Case) -> Iterator[Span]:
    """Words of confirmation, records or a second source."""
    return _unquoted(case, case.scale.corroboration)


def _unquoted(case: Case, phrases: WordIndex) -> Iterator[Span]:
    quoted = [each.span for each in case.audit.outer_quotations()]
    starts = [each.start for each in quoted]
    for span in phrases.find(case.audit.document.text, case.words):
        before = bisect_right(starts, span.start) - 1
        if before < 0 or not quoted[before].covers(span):
            yield span


TALLIES: Mapping[str, Tally] = {
    "documents": documents,
    "words": words,
    "hearsay": hearsay,
    "disclosures": disclosures,
}
