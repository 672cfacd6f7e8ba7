"""Paragraphs that quote somebody in scraps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import QUOTATION, Subject
from quotecheck.findings.view import View
from quotecheck.records import Attribution, Quotation, QuotationKind


def fragments(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """The first of ``fragments`` or more scraps, of at most ``longest`` words, of one source in one paragraph."""
    for source in view.audit.sources:
        scraps: dict[int, list[tuple[Attribution, Quotation]]] = defaultdict(list)
        for attribution in sorted(source.attributions, key=lambda each: each.statement):
            for quotation in attribution.quotations:
                if quotation.kind is QuotationKind.MIXED and quotation.words <= settings["longest"]:
                    scraps[view.paragraph_number(quotation.span.start)].append((attribution, quotation))
        for those in scraps.values():
            if len(those) >= settings["fragments"]:
                attribution, first = those[0]
                yield Subject(QUOTATION, first.span, source, attribution, first, {"fragments": len(those)})
