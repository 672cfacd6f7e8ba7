"""Which findings a change brought, or lie in what it touched: by quotation and paragraph, never by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from quotecheck.findings.baseline import entries_of, mark_known
from quotecheck.records import Attribution, Audit, Finding, Scope, Source, Span

Key = TypeVar("Key", bound=Hashable)


def brought(before: Audit, after: Audit) -> tuple[Finding, ...]:
    """The findings of ``after`` that are new since ``before``, and the old ones in what was touched."""
    places = touched(before, after)
    elsewhere = [each for each in after.findings if not _lies_in(each, places)]
    marked = iter(mark_known(elsewhere, entries_of(before.findings)))
    return tuple(each for each in after.findings if _lies_in(each, places) or next(marked).suppression is None)


def touched(before: Audit, after: Audit) -> tuple[Span, ...]:
    """Changed paragraphs, quotations that reach into them, and what is credited to others, or in other words.

    Moving a paragraph, or breaking its lines elsewhere, does not touch it.
    """
    paragraphs = after.document.paragraphs
    changed = _new(
        _wordings(before.document.text, before.document.paragraphs), _wordings(after.document.text, paragraphs)
    )
    places = [paragraphs[number] for number in changed]
    reached = [each.span for each in after.quotations if any(each.span.overlaps(place) for place in places)]
    credits = list(_credits(after))
    credited = _new([_credit(before, *each) for each in _credits(before)], [_credit(after, *each) for each in credits])
    reopened = chain.from_iterable(_places(*credits[number]) for number in credited)
    return tuple(sorted({*places, *reached, *reopened}))


def _new(before: Sequence[Key], after: Sequence[Key]) -> list[int]:
    """The numbers of those in ``after`` that are not in ``before``, or not as often."""
    left = Counter(before)
    numbers: list[int] = []
    for number, key in enumerate(after):
        if left[key]:
            left[key] -= 1
        else:
            numbers.append(number)
    return numbers


def _wordings(text: str, spans: Sequence[Span]) -> list[str]:
    return [_wording(text, each) for each in spans]


def _wording(text: str, span: Span | None) -> str:
    return " ".join(span.of(text).split()) if span else ""


def _credits(audit: Audit) -> Iterator[tuple[Attribution, Source | None, Span]]:
    """Every quotation or other content with its attribution, and the source that it is traced to."""
    sources = {id(attribution): source for source in audit.sources for attribution in source.attributions}
    for attribution in audit.attributions:
        for said in [each.span for each in attribution.quotations] or attribution.content:
            yield attribution, sources.get(id(attribution)), said


def _credit(audit: Audit, attribution: Attribution, source: Source | None, said: Span) -> tuple[str | None, ...]:
    """What was said, and who is said to have said it in which words: the same as long as nobody changed that.

    An unnamed source counts by its type, as its description draws on all of the article.
    """
    text, cue = audit.document.text, attribution.cue
    words = (_wording(text, each) for each in (said, attribution.source, cue.span if cue else None))
    return *words, source.type if source else None, source.name if source else None


def _places(attribution: Attribution, source: Source | None, said: Span) -> Iterator[Span]:
    yield said
    if attribution.source:
        yield attribution.source
    if attribution.cue:
        yield attribution.cue.span


def _lies_in(finding: Finding, places: Sequence[Span]) -> bool:
    if finding.scope is Scope.ARTICLE:
        return False
    span = finding.span
    return any(each.overlaps(span) or each.start <= span.start < each.end for each in places)
