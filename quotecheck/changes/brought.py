"""Which findings a change brought, or lie in what it touched: by quotation and paragraph, never by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotecheck.findings.baseline import entries_of, mark_known
from quotecheck.records import Audit, Finding, Scope, Span


@dataclass(frozen=True, slots=True)
class _Credit:
    """A quotation, the source and cue beside it, and the name that it is traced to."""

    quotation: Span
    words: tuple[Span, ...]
    name: str | None


def brought(before: Audit, after: Audit) -> tuple[Finding, ...]:
    """The findings of ``after`` that are new since ``before``, and the old ones in what was touched."""
    places = touched(before, after)
    elsewhere = [each for each in after.findings if not _lies_in(each, places)]
    marked = iter(mark_known(elsewhere, entries_of(before.findings)))
    return tuple(each for each in after.findings if _lies_in(each, places) or next(marked).suppression is None)


def touched(before: Audit, after: Audit) -> tuple[Span, ...]:
    """Changed paragraphs of ``after``, all of the quotations in them, and those credited to others, or by other words.

    Moving a paragraph, or breaking its lines elsewhere, does not touch it.
    """
    was, now = before.document, after.document
    numbers = _new(_wordings(was.text, was.paragraphs), _wordings(now.text, now.paragraphs))
    changed = [now.paragraphs[number] for number in numbers]
    reached = [each.span for each in after.quotations if any(each.span.overlaps(place) for place in changed)]
    return tuple(sorted({*changed, *reached, *_recredited(before, after, changed)}))


def _new(before: Sequence[str], after: Sequence[str]) -> list[int]:
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


def _wording(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _recredited(before: Audit, after: Audit, changed: Sequence[Span]) -> Iterator[Span]:
    """Quotations that were credited to another name, or whose source or cue was changed, with these.

    Where the words stayed what they were, only another name counts: how far a source or cue reaches is the engine's
    opinion, and other text may sway it.
    """
    then: dict[str, list[_Credit]] = {}
    for credit in _credits(before):
        then.setdefault(_wording(before.document.text, credit.quotation), []).append(credit)
    for credit in _credits(after):
        known = then.get(_wording(after.document.text, credit.quotation), [])
        is_reworded = any(each.overlaps(place) for each in credit.words for place in changed) and not any(
            _wordings(before.document.text, each.words) == _wordings(after.document.text, credit.words)
            for each in known
        )
        is_renamed = credit.name and known and all(each.name not in (None, credit.name) for each in known)
        if is_reworded or is_renamed:
            yield from (credit.quotation, *credit.words)


def _credits(audit: Audit) -> Iterator[_Credit]:
    names = {id(each): source.name for source in audit.sources for each in source.attributions}
    for attribution in audit.attributions:
        cue = attribution.cue.span if attribution.cue else None
        words = tuple(each for each in (attribution.source, cue) if each)
        for quotation in attribution.quotations:
            yield _Credit(quotation.span, words, names.get(id(attribution)))


def _lies_in(finding: Finding, places: Sequence[Span]) -> bool:
    if finding.scope is Scope.ARTICLE:
        return False
    span = finding.span
    return any(each.overlaps(span) or each.start <= span.start < each.end for each in places)
