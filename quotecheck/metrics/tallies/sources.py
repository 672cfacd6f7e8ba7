"""Counts of sources, each once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from quotecheck.metrics.case import PEOPLE, Case
from quotecheck.metrics.evidence import Evidence
from quotecheck.metrics.tallies.tally import Tally
from quotecheck.records import NAMED_TYPES, Anonymity, Source, SourceType, Span

LEVELS = range(9)  # S0 to S8
NOWHERE = Span(0, 0)


def anonymous_with_reason(case: Case) -> Iterator[Evidence]:
    return (evidence(each, _reason(each.anonymity)) for each in anonymous(case) if each.anonymity.reason is not None)


def rote_reasons(case: Case) -> Iterator[Evidence]:
    return (evidence(each, _reason(each.anonymity)) for each in anonymous(case) if each.anonymity.is_rote)


def fully_disclosed(case: Case) -> Iterator[Evidence]:
    for each in anonymous(case):
        told = (each.basis, each.motive, each.anonymity.reason)
        if all(told):
            yield evidence(each, "; ".join(part for part in told if part))


def specificity(case: Case) -> Iterator[Evidence]:
    for each in case.audit.sources:
        if each.specificity is not None:
            yield Evidence(first_mention(each), f"S{each.specificity}", each.specificity)


def nameless_sources(case: Case) -> Iterator[Evidence]:
    return map(evidence, case.nameless_sources())


def nameless_people(case: Case) -> Iterator[Evidence]:
    return (evidence(each) for each in case.nameless_sources() if each.kind in PEOPLE)


def nameless_with_basis(case: Case) -> Iterator[Evidence]:
    return (evidence(each, each.basis) for each in case.nameless_sources() if each.basis)


def anonymous(case: Case) -> Iterator[Source]:
    """Sources whose name is withheld."""
    return (each for each in case.audit.sources if each.type is SourceType.ANONYMOUS_SOURCE)


def evidence(source: Source, note: str | None = None) -> Evidence:
    """A source, where it is mentioned first."""
    return Evidence(first_mention(source), note or source.shown)


def first_mention(source: Source) -> Span:
    """Where the article speaks of the source for the first time; at its start for one that it never mentions."""
    return min(source.mentions, default=NOWHERE)


def _reason(anonymity: Anonymity) -> str:
    return f"{anonymity.reason} (a formula)" if anonymity.is_rote else str(anonymity.reason)


def _where(holds: Callable[[Case, Source], bool]) -> Tally:
    def tally(case: Case) -> Iterable[Evidence]:
        return (evidence(each) for each in case.audit.sources if holds(case, each))

    return tally


def _of(types: Collection[SourceType]) -> Tally:
    return _where(lambda case, source: source.type in types)


def _at(level: int) -> Tally:
    return _where(lambda case, source: source.specificity == level)


TALLIES: Mapping[str, Tally] = {
    "sources": _of(tuple(SourceType)),
    **{f"sources_of_{each.value}": _of((each,)) for each in SourceType},
    "named_sources": _of(NAMED_TYPES),
    "people": _where(lambda case, source: source.kind in PEOPLE),
    "fully_identified": _where(Case.is_fully_identified),
    "justified_sources": _where(lambda case, source: source.justification is not None),
    "levelled_sources": _where(lambda case, source: source.specificity is not None),
    "specificity": specificity,
    **{f"sources_of_level_{level}": _at(level) for level in LEVELS},
    "anonymous_with_reason": anonymous_with_reason,
    "rote_reasons": rote_reasons,
    "fully_disclosed": fully_disclosed,
}
NAMELESS: Mapping[str, Tally] = {
    "nameless_sources": nameless_sources,
    "nameless_people": nameless_people,
    "nameless_with_basis": nameless_with_basis,
}
