"""Paragraphs that quote somebody in scraps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import QUOTATION, Subject
from quotecheck.findings.view import View
from quotecheck.records import Quotation, QuotationKind


def fragments(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """The first scrap of each paragraph that has ``fragments`` or more of at most ``longest`` words each."""
    scraps: dict[int, list[Quotation]] = defaultdict(list)
    for quotation in view.spoken:
        is_scrap = quotation.kind is QuotationKind.MIXED and quotation.words <= settings["longest"]
        if is_scrap and view.attribution_of(quotation) is not None:
            scraps[view.paragraph_number(quotation.span.start)].append(quotation)
    for those in scraps.values():
        attribution = view.attribution_of(those[0])
        if len(those) >= settings["fragments"] and attribution is not None:
            source = next(iter(view.sources_of(attribution)), None)
            yield Subject(QUOTATION, those[0].span, source, attribution, those[0], {"fragments": len(those)})
