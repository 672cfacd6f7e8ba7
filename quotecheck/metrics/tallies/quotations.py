"""Counts of quotations and of the words in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quotecheck.metrics.case import Case
from quotecheck.metrics.evidence import Evidence
from quotecheck.metrics.tallies.tally import Tally
from quotecheck.records import Attribution, Quotation, SourceType, Span


def direct_quotations(case: Case) -> Iterator[Evidence]:
    return (Evidence(each.span) for each in case.audit.quotations if each.kind.is_spoken)


def quotations(case: Case) -> Iterator[Evidence]:
    return (Evidence(each.span) for each in case.audit.outer_quotations())


def quoted_words(case: Case) -> Iterator[Evidence]:
    return map(_words, case.audit.outer_quotations())


def unattributed_quotations(case: Case) -> Iterator[Evidence]:
    credited = _spans(case.audit.attributions)
    return (Evidence(each.span) for each in case.audit.outer_quotations() if each.span not in credited)


def longer_quotations(case: Case) -> Iterator[Evidence]:
    return (Evidence(each.span) for each in _longer(case))


def longer_quotations_with_speaker(case: Case) -> Iterator[Evidence]:
    spoken = _spans(each for source in case.audit.sources for each in source.attributions)
    return (Evidence(each.span) for each in _longer(case) if each.span in spoken)


def anonymous_quoted_words(case: Case) -> Iterator[Evidence]:
    anonymous = (each for each in case.audit.sources if each.type is SourceType.ANONYMOUS_SOURCE)
    theirs = _spans(each for source in anonymous for each in source.attributions)
    return (_words(each) for each in case.audit.outer_quotations() if each.span in theirs)


def nameless_quotations(case: Case) -> Iterator[Evidence]:
    return (Evidence(each.span) for each in _nameless(case))


def nameless_quoted_words(case: Case) -> Iterator[Evidence]:
    return map(_words, _nameless(case))


def _nameless(case: Case) -> list[Quotation]:
    theirs = _spans(
        each for source in case.audit.sources for each in source.attributions if case.is_nameless(source, each)
    )
    return [each for each in case.audit.outer_quotations() if each.span in theirs]


def _longer(case: Case) -> list[Quotation]:
    return [each for each in case.audit.outer_quotations() if each.words >= case.scale.quotation_words]


def _words(quotation: Quotation) -> Evidence:
    return Evidence(quotation.span, weight=quotation.words)


def _spans(attributions: Iterable[Attribution]) -> set[Span]:
    return {quotation.span for each in attributions for quotation in each.quotations}


TALLIES: Mapping[str, Tally] = {
    "direct_quotations": direct_quotations,
    "quotations": quotations,
    "quoted_words": quoted_words,
    "anonymous_quoted_words": anonymous_quoted_words,
    "unattributed_quotations": unattributed_quotations,
    "longer_quotations": longer_quotations,
    "longer_quotations_with_speaker": longer_quotations_with_speaker,
}
NAMELESS: Mapping[str, Tally] = {
    "nameless_quotations": nameless_quotations,
    "nameless_quoted_words": nameless_quoted_words,
}
