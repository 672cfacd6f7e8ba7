"""Facts about the source that a subject belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import NAMED_TYPES, Source, SourceType


def _of(read: Callable[[Source], Fact]) -> Callable[[View, Subject], Fact]:
    return lambda _, subject: None if subject.source is None else read(subject.source)


def _quoted_words(source: Source) -> int:
    return sum({quoted.span: quoted.words for each in source.attributions for quoted in each.quotations}.values())


def _mentioned(view: View, subject: Subject) -> Fact:
    """All wordings of the source, one after the other."""
    if subject.source is None:
        return None
    return "; ".join(" ".join(span.of(view.text).split()) for span in subject.source.mentions)


def _is_first_statement(view: View, subject: Subject) -> Fact:
    if subject.source is None or subject.attribution is None:
        return None
    said = [each for each in subject.source.attributions if each.family.is_statement]
    return bool(said) and min(said, key=lambda each: each.statement) == subject.attribution


def _has_reason_elsewhere(view: View, subject: Subject) -> Fact:
    """Whether the article says of another source why its name is withheld."""
    if subject.source is None:
        return None
    return any(each.anonymity.reason is not None for each in view.audit.sources if each != subject.source)


SOURCE_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    "type": _of(lambda source: source.type.value),
    "source_kind": _of(lambda source: source.kind.value),
    "is_named": _of(lambda source: source.type in NAMED_TYPES),
    "is_withheld": _of(lambda source: source.type in (SourceType.ANONYMOUS_SOURCE, SourceType.UNNAMED_PERSON)),
    "name": _of(lambda source: source.name),
    "description": _of(lambda source: source.description),
    "mentioned": _mentioned,
    "title": _of(lambda source: source.title),
    "affiliation": _of(lambda source: source.affiliation),
    "justification": _of(lambda source: source.justification),
    "count": _of(lambda source: source.count),
    "signal": _of(lambda source: source.anonymity.signal.value),
    "reason": _of(lambda source: source.anonymity.reason),
    "has_reason_elsewhere": _has_reason_elsewhere,
    "is_rote": _of(lambda source: source.anonymity.is_rote),
    "basis": _of(lambda source: source.basis),
    "motive": _of(lambda source: source.motive),
    "dimensions": _of(lambda source: source.dimensions),
    "specificity": _of(lambda source: source.specificity),
    "candidates": _of(lambda source: source.candidates),
    "via": _of(lambda source: source.via),
    "statements": _of(lambda source: source.statements),
    "quoted_words": _of(_quoted_words),
    "mentions": _of(lambda source: len(source.mentions)),
    "is_first_statement": _is_first_statement,
}
