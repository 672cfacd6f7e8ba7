"""Counts what an article says and who stands behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quotecheck.records import (
    Attribution,
    Document,
    Metrics,
    Quotation,
    QuotationKind,
    Source,
    SourceType,
    Span,
)

QUOTED = (QuotationKind.DIRECT, QuotationKind.MIXED)
FINAL_MARKS = " .;"


def measure(
    document: Document,
    quotations: tuple[Quotation, ...],
    attributions: tuple[Attribution, ...],
    sources: tuple[Source, ...],
    *,
    words: int,
) -> Metrics:
    """The counts of one article of ``words`` words. Thoughts and intentions are no statements."""
    quoted = [quotation for quotation in quotations if quotation.kind in QUOTED]
    outermost = _outermost(quoted)
    attributed = {quotation.span for each in attributions for quotation in each.quotations}
    anonymous = [source for source in sources if source.type is SourceType.ANONYMOUS_SOURCE]
    by_source = [len(statements_of(source)) for source in sources]
    counts = Metrics(
        documents=1,
        words=words,
        direct_quotations=len(quoted),
        quoted_words=sum(quotation.words for quotation in outermost),
        anonymous_quoted_words=_words_from(anonymous, outermost),
        unattributed_quotations=sum(quotation.span not in attributed for quotation in outermost),
        attributions=sum(each.family.is_statement for each in attributions),
        statements_by_type=_statements_by_type(sources),
        sources_by_type=Counter(source.type for source in sources),
        anonymous_with_reason=sum(source.anonymity.reason is not None for source in anonymous),
        top_source_statements=max(by_source, default=0),
        anonymous_in_lead=int(_rests_on(anonymous, lead_of(document))),
    )
    return counts + Metrics(
        single_source=int(0 < counts.statements == counts.top_source_statements),
        anonymous_only=int(counts.statements > 0 and counts.named_statements == 0),
    )


def statements_of(source: Source) -> tuple[Attribution, ...]:
    """What the source said or showed, without what it is said to think or want."""
    return tuple(each for each in source.attributions if each.family.is_statement)


def lead_of(document: Document) -> Span:
    """The text from its start, headline included, to the end of its first paragraph of prose."""
    for paragraph in document.paragraphs:
        line = paragraph.of(document.text).rstrip(FINAL_MARKS)
        if not any(head and line.endswith(head.rstrip(FINAL_MARKS)) for head in (document.title, document.byline)):
            return Span(0, paragraph.end)
    return Span(0, len(document.text))


def _outermost(quotations: list[Quotation]) -> list[Quotation]:
    """Those that lie in no other, so that no word is counted twice."""
    kept: list[Quotation] = []
    for quotation in sorted(quotations, key=lambda each: (each.span.start, -each.span.end)):
        if not kept or kept[-1].span.end <= quotation.span.start:
            kept.append(quotation)
    return kept


def _words_from(sources: Iterable[Source], quotations: list[Quotation]) -> int:
    theirs = {quotation.span for source in sources for each in source.attributions for quotation in each.quotations}
    return sum(quotation.words for quotation in quotations if quotation.span in theirs)


def _statements_by_type(sources: tuple[Source, ...]) -> Counter[SourceType]:
    counts: Counter[SourceType] = Counter()
    for source in sources:
        counts[source.type] += len(statements_of(source))
    return counts


def _rests_on(sources: Iterable[Source], lead: Span) -> bool:
    return any(each.statement.overlaps(lead) for source in sources for each in statements_of(source))
