"""The sources of an article as an editor asks for them: who, how often, how openly, and where."""

from __future__ import annotations

from dataclasses import dataclass

from quotecheck.records import Audit, Quotation, Signal, Source, Span
from quotecheck.reports.ids import number
from quotecheck.reports.original import Original


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source; line and column are those of its first mention, from 1."""

    id: str  # as in the report
    source: str  # its name, or the fullest description
    type: str
    title: str | None
    affiliation: str | None
    justification: str | None  # why it is in the story
    statements: int
    quoted_words: int
    anonymity: str  # a Signal
    reason: str | None
    rote: bool  # the reason is only a formula
    line: int
    column: int
    place: str | None  # what a container calls the place


def source_rows(audit: Audit) -> list[SourceRow]:
    """The sources of an article, the most used first."""
    original, quotations = Original(audit.document), audit.outer_quotations()
    rows = [_row(name, source, quotations, original) for name, source in number(audit).sources.items()]
    return sorted(rows, key=lambda row: (-row.statements, -row.quoted_words))


def _row(name: str, source: Source, quotations: list[Quotation], original: Original) -> SourceRow:
    first = min(source.mentions, default=Span(0, 0))
    line, column = original.lines.position(original.span(first).start)
    theirs = {each.span for attribution in source.attributions for each in attribution.quotations}
    return SourceRow(
        id=name,
        source=source.shown,
        type=source.type.value,
        title=source.title,
        affiliation=source.affiliation,
        justification=source.justification,
        statements=source.statements,
        quoted_words=sum(each.words for each in quotations if each.span in theirs),
        anonymity=source.anonymity.signal.value,
        reason=source.anonymity.reason,
        rote=source.anonymity.is_rote,
        line=line,
        column=column,
        place=original.document.place(first.start) if original.is_container else None,
    )


def anonymity_words(row: SourceRow) -> str:
    """What an editor is told about a name that is withheld; nothing where none is."""
    if row.anonymity == Signal.NONE:
        return ""
    if row.reason is None:
        return "name withheld, no reason" if row.anonymity == Signal.EXPLICIT else "not named, no reason"
    return f"name withheld, {'formula' if row.rote else 'reason'}: {row.reason}"
