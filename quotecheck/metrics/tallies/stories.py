"""Counts of articles: each yields one place at most, the first that makes it count."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeAlias

from quotecheck.metrics.case import Case
from quotecheck.metrics.evidence import Evidence
from quotecheck.metrics.tallies import sources, statements
from quotecheck.metrics.tallies.tally import Tally
from quotecheck.metrics.tallies.wording import corroborations, documents, head
from quotecheck.records import NAMED_TYPES, Attribution, Source, SourceType

Statements: TypeAlias = Collection[tuple[Source, Attribution]]


def single_source(case: Case) -> Iterable[Evidence]:
    """All statements are those of the source that makes most of them."""
    top = list(statements.top_source_statements(case))
    return top[:1] if len(top) == len(list(case.statements())) else ()


def anonymous_only(case: Case) -> Iterable[Evidence]:
    said = list(case.statements())
    return () if any(source.type in NAMED_TYPES for source, _ in said) else _first(said)


def anonymous_in_lead(case: Case) -> Iterable[Evidence]:
    said = [each for each in case.statements() if each[0].type is SourceType.ANONYMOUS_SOURCE]
    return _in_lead(case, said)


def stories_with_statements(case: Case) -> Iterable[Evidence]:
    return _first(list(case.statements()))


def stories_with_anonymous(case: Case) -> Iterable[Evidence]:
    return islice(map(sources.evidence, sources.anonymous(case)), 1)


def stories_with_reason(case: Case) -> Iterable[Evidence]:
    return islice(sources.anonymous_with_reason(case), 1)


def high_transparency_stories(case: Case) -> Iterator[Evidence]:
    known = [each for each in case.audit.sources if case.is_fully_identified(each)]
    if len(known) >= case.scale.high_transparency:
        yield Evidence(head(case), ", ".join(each.shown for each in known))


def unidentified_stories(case: Case) -> Iterator[Evidence]:
    if not any(map(case.is_fully_identified, case.audit.sources)):
        yield Evidence(head(case))


def nameless_stories(case: Case) -> Iterable[Evidence]:
    return islice(map(sources.evidence, case.nameless_sources()), 1)


def nameless_vague_stories(case: Case) -> Iterable[Evidence]:
    return islice((sources.evidence(each) for each in case.nameless_sources() if case.is_vague(each)), 1)


def nameless_only_stories(case: Case) -> Iterable[Evidence]:
    said, nameless = list(case.statements()), list(case.nameless_statements())
    return _first(nameless) if len(said) == len(nameless) else ()


def nameless_lead_stories(case: Case) -> Iterable[Evidence]:
    return _in_lead(case, list(case.nameless_statements()))


def nameless_corroborated_stories(case: Case) -> Iterable[Evidence]:
    return islice(map(Evidence, corroborations(case)), 1) if case.nameless_sources() else ()


def _first(said: Statements) -> Iterator[Evidence]:
    return islice((statements.evidence(*each) for each in said), 1)


def _in_lead(case: Case, said: Statements) -> Iterator[Evidence]:
    lead = case.lead()
    return _first([each for each in said if each[1].statement.overlaps(lead)])


def _news(tally: Callable[[Case], Iterable[Evidence]]) -> Tally:
    """The tally of what is no opinion."""
    return lambda case: tally(case) if case.is_story() else ()


TALLIES: Mapping[str, Tally] = {
    "single_source": single_source,
    "anonymous_only": anonymous_only,
    "anonymous_in_lead": anonymous_in_lead,
    "stories": _news(documents),
    "stories_with_statements": _news(stories_with_statements),
    "stories_with_anonymous": _news(stories_with_anonymous),
    "stories_with_reason": _news(stories_with_reason),
    "high_transparency_stories": _news(high_transparency_stories),
    "unidentified_stories": _news(unidentified_stories),
}
NAMELESS: Mapping[str, Tally] = {
    "nameless_stories": _news(nameless_stories),
    "nameless_vague_stories": _news(nameless_vague_stories),
    "nameless_only_stories": _news(nameless_only_stories),
    "nameless_lead_stories": _news(nameless_lead_stories),
    "nameless_corroborated_stories": _news(nameless_corroborated_stories),
}
