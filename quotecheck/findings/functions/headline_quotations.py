"""Quotations of the headline that the article does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import QUOTATION, Subject
from quotecheck.findings.view import View
from quotecheck.records import QuotationKind

WORD = re.compile(r"\w+(?:['’]\w+)*")
QUOTED = (QuotationKind.DIRECT, QuotationKind.MIXED, QuotationKind.SCARE)
SMALL = frozenset({"a", "an", "the"})  # headlines leave them out
LEAST = 2  # words: a single one may be any kind of mark


def headline_quotations(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """Every quotation in the headline whose words do not stand in this order anywhere below it."""
    headline = view.headline
    quoted = [each for each in view.marked if each.kind in QUOTED and headline and headline.covers(each.span)]
    if headline is None or not quoted:
        return
    body = f" {_words(view.text[headline.end :])} "
    for quotation in quoted:
        words = _words(quotation.span.of(view.text))
        if len(words.split()) >= LEAST and f" {words} " not in body:
            yield Subject(QUOTATION, quotation.span, None, view.attribution_of(quotation), quotation)


def _words(text: str) -> str:
    words = (found.group().replace("’", "'").lower() for found in WORD.finditer(text))
    return " ".join(word for word in words if word not in SMALL)
