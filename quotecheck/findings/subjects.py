"""Everything in an article that a rule may be about, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from quotecheck.findings.subject import ARTICLE, ATTRIBUTION, QUOTATION, SOURCE, Subject
from quotecheck.findings.view import View
from quotecheck.records import Attribution, Source, Span


def _sources(view: View) -> Iterator[Subject]:
    for source in view.audit.sources:
        attribution = next((each for each in source.attributions if each.family.is_statement), None)
        place = _place(source, attribution)
        if attribution is not None and place is not None:
            yield Subject(SOURCE, place, source, attribution)


def _place(source: Source, attribution: Attribution | None) -> Span | None:
    """Where the source first speaks, or is first mentioned."""
    if attribution is not None and attribution.source is not None:
        return attribution.source
    return source.mentions[0] if source.mentions else None


def _attributions(view: View) -> Iterator[Subject]:
    for attribution in view.audit.attributions:
        yield Subject(ATTRIBUTION, attribution.statement, view.source_of(attribution), attribution)


def _quotations(view: View) -> Iterator[Subject]:
    for quotation in view.marked:
        attribution = view.attribution_of(quotation)
        yield Subject(QUOTATION, quotation.span, view.source_of(attribution), attribution, quotation)


def _article(view: View) -> Iterator[Subject]:
    yield Subject(ARTICLE, Span(0, 0))


SUBJECTS_OF: Mapping[str, Callable[[View], Iterator[Subject]]] = {
    SOURCE: _sources,
    ATTRIBUTION: _attributions,
    QUOTATION: _quotations,
    ARTICLE: _article,
}
