"""One article under one convention: what every tally looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotecheck.metrics.scale import Scale, Unnamed
from quotecheck.records import Attribution, Audit, Source, SourceKind, SourceType, Span
from quotecheck.text.opening import lead_of

PEOPLE = (SourceKind.PERSON, SourceKind.GROUP)


@dataclass(frozen=True, slots=True)
class Case:
    """An audit, the lines that were drawn, and who counts as unnamed."""

    audit: Audit
    scale: Scale
    unnamed: Unnamed
    words: Mapping[str, Sequence[int]]  # of the article, in lower case, and where each begins

    def statements(self) -> Iterator[tuple[Source, Attribution]]:
        """What sources said or showed, without what they are said to think or want; once for each source."""
        for source in self.audit.sources:
            for attribution in source.attributions:
                if attribution.family.is_statement:
                    yield source, attribution

    def nameless_statements(self) -> Iterator[tuple[Source, Attribution]]:
        """The statements whose source has no name."""
        return ((source, each) for source, each in self.statements() if self.is_nameless(source, each))

    def nameless_sources(self) -> list[Source]:
        """Sources without a name, those included for which somebody without a name speaks."""
        return [
            source
            for source in self.audit.sources
            if source.type in self.unnamed.types or any(self.is_nameless(source, each) for each in source.attributions)
        ]

    def is_nameless(self, source: Source, attribution: Attribution) -> bool:
        """Whether nobody with a name stands behind what ``source`` says here."""
        if source.type in self.unnamed.types:
            return True
        if not self.unnamed.has_spokespeople or source.type is not SourceType.NAMED_ORGANIZATION:
            return False
        return source.kind in PEOPLE or self._is_spokesperson(attribution.source)

    def is_vague(self, source: Source) -> bool:
        """Whether the fullest description of the source tells next to nothing."""
        return source.specificity is not None and source.specificity <= self.scale.vague

    def is_fully_identified(self, source: Source) -> bool:
        """Whether the reader learns name and role."""
        return source.specificity is not None and source.specificity >= self.scale.fully_identified

    def lead(self) -> Span:
        """The text from its start, headline included, to the end of its first paragraph of prose."""
        return Span(0, lead_of(self.audit.document).end)

    def is_story(self) -> bool:
        """Whether the article's own metadata do not mark it as opinion."""
        return (self.audit.document.section or "").lower() not in self.scale.opinion

    def _is_spokesperson(self, span: Span | None) -> bool:
        return span is not None and self.scale.spokespeople.occurs_in(span.of(self.audit.document.text))
