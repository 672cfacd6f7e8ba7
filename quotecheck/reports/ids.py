"""What the records of one article are called in a report: q1, a1, s1 and so on, in the order of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotecheck.records import Attribution, Audit, Quotation, Source, Span


@dataclass(frozen=True, slots=True)
class Ids:
    """The records of one article in the order of the text, and what each is called."""

    quotations: Mapping[Quotation, str]
    attributions: Mapping[Attribution, str]
    sources: Mapping[str, Source]
    sources_of: Mapping[Attribution, tuple[str, ...]]  # several where "X and Y said"
    attribution_of: Mapping[Span, str]  # span of a quotation -> who is credited with it

    def id_of(self, source: Source | None) -> str | None:
        """What a source is called; None for none, and for one that is not of this article."""
        return next((name for name, each in self.sources.items() if each == source), None)


def number(audit: Audit) -> Ids:
    """The ids of one article."""
    attributions = {each: f"a{n}" for n, each in enumerate(sorted(audit.attributions, key=place), 1)}
    sources = {f"s{n}": each for n, each in enumerate(sorted(audit.sources, key=_first_mention), 1)}
    quotations = sorted(audit.quotations, key=lambda each: (each.span.start, -each.span.end))
    return Ids(
        quotations={each: f"q{n}" for n, each in enumerate(quotations, 1)},
        attributions=attributions,
        sources=sources,
        sources_of=_sources_of(sources),
        attribution_of={quoted.span: name for each, name in attributions.items() for quoted in each.quotations},
    )


def _sources_of(sources: Mapping[str, Source]) -> dict[Attribution, tuple[str, ...]]:
    found: dict[Attribution, tuple[str, ...]] = {}
    for name, source in sources.items():
        for each in source.attributions:
            found[each] = (*found.get(each, ()), name)
    return found


def place(attribution: Attribution) -> tuple[Span, Span]:
    """What attributions are ordered by."""
    return attribution.content[0], attribution.statement


def _first_mention(source: Source) -> tuple[int, int]:
    first = min(source.mentions, default=Span(0, 0))
    return first.start, first.end
