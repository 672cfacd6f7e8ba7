"""Records to the fields of the report contract; ids are given here, in the order of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeAlias

from quotecheck.records import (
    Anonymity,
    Attribution,
    Audit,
    Cue,
    Failure,
    Metrics,
    Note,
    Quotation,
    Shares,
    Source,
    SourceType,
    Span,
    Summary,
    Tool,
)

Value: TypeAlias = "bool | int | float | str | Sequence[Value] | Mapping[str, Value] | None"
Fields: TypeAlias = dict[str, Value]

SCHEMA_VERSION = "1"
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Ids:
    """The records of one article in the order of the text, and what each is called."""

    quotations: Mapping[Quotation, str]
    attributions: Mapping[Attribution, str]
    sources: Mapping[str, Source]
    source_of: Mapping[Attribution, str]
    attribution_of: Mapping[Span, str]  # span of a quotation -> who is credited with it


def number(audit: Audit) -> Ids:
    """The ids q1, a1, s1 and so on of one article."""
    attributions = {each: f"a{n}" for n, each in enumerate(sorted(audit.attributions, key=_place), 1)}
    sources = {f"s{n}": each for n, each in enumerate(sorted(audit.sources, key=_first_mention), 1)}
    quotations = sorted(audit.quotations, key=lambda each: (each.span.start, -each.span.end))
    return Ids(
        quotations={each: f"q{n}" for n, each in enumerate(quotations, 1)},
        attributions=attributions,
        sources=sources,
        source_of={each: name for name, source in sources.items() for each in source.attributions},
        attribution_of={quoted.span: name for each, name in attributions.items() for quoted in each.quotations},
    )


def tool_fields(tool: Tool) -> Fields:
    """Who made the report."""
    return {"name": "quotecheck", "version": tool.version, "model": tool.model}


def article_fields(audit: Audit) -> Fields:
    """One article as the contract has it."""
    document, ids = audit.document, number(audit)
    text = document.text
    return {
        "path": document.path,
        "format": document.format,
        "title": document.title,
        "byline": document.byline,
        "words": audit.words,
        "sentences": len(audit.sentences),
        "paragraphs": len(document.paragraphs),
        "notes": [_note(note) for note in document.notes],
        "quotations": [_quotation(each, text, ids) for each in ids.quotations],
        "attributions": [_attribution(each, text, ids) for each in ids.attributions],
        "sources": [_source(each, text, ids) for each in ids.sources],
        "metrics": metrics_fields(audit.metrics, audit.shares),
        "findings": [],
    }


def metrics_fields(metrics: Metrics, shares: Shares) -> Fields:
    """The counts and shares of one article, or of many."""
    statements, top = metrics.statements, metrics.top_source_statements
    return {
        "words": metrics.words,
        "attributions": metrics.attributions,
        "statements": statements,
        "direct_quotations": metrics.direct_quotations,
        "quoted_words": metrics.quoted_words,
        "unattributed_quotations": metrics.unattributed_quotations,
        "sources": metrics.sources_by_type.total(),
        "named_sources": metrics.named_sources,
        "anonymous_sources": metrics.sources_by_type[SourceType.ANONYMOUS_SOURCE],
        "sources_by_type": {each.value: metrics.sources_by_type[each] for each in SourceType},
        "statements_by_type": {each.value: metrics.statements_by_type[each] for each in SourceType},
        **asdict(shares),
        "single_source": metrics.single_source == 1 and statements == top,
        "anonymous_only": statements > 0 and metrics.named_statements == 0,
        "anonymous_in_lead": metrics.anonymous_in_lead > 0,
    }


def summary_fields(summary: Summary) -> Fields:
    """All articles together; the last three count articles."""
    metrics = summary.metrics
    return {
        "documents": metrics.documents,
        "findings": dict.fromkeys(SEVERITIES, 0),
        "metrics": metrics_fields(metrics, summary.shares),
        "single_source_documents": metrics.single_source,
        "anonymous_only_documents": metrics.anonymous_only,
        "anonymous_in_lead_documents": metrics.anonymous_in_lead,
    }


def failure_fields(failure: Failure) -> Fields:
    """An input that could not be read."""
    return {"path": failure.path, "code": failure.code, "message": failure.message}


def _place(attribution: Attribution) -> tuple[Span, Span]:
    return attribution.content[0], attribution.statement


def _first_mention(source: Source) -> tuple[int, int]:
    first = min(source.mentions, default=Span(0, 0))
    return first.start, first.end


def _span(span: Span, text: str) -> Fields:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _note(note: Note) -> Fields:
    place: Fields = {"start": note.span.start, "end": note.span.end} if note.span else {}
    return {"code": note.code, "message": note.message, **place}


def _quotation(quotation: Quotation, text: str, ids: Ids) -> Fields:
    return {
        "id": ids.quotations[quotation],
        **_span(quotation.span, text),
        "kind": quotation.kind.value,
        "words": quotation.words,
        "depth": quotation.depth,
        "closed": quotation.closing is not None,
        "attribution": ids.attribution_of.get(quotation.span),
    }


def _attribution(attribution: Attribution, text: str, ids: Ids) -> Fields:
    return {
        "id": ids.attributions[attribution],
        "kind": attribution.kind.value,
        "family": attribution.family.value,
        "source": _span(attribution.source, text) if attribution.source else None,
        "source_id": ids.source_of.get(attribution),
        "cue": _cue(attribution.cue, text) if attribution.cue else None,
        "content": [_span(span, text) for span in attribution.content],
        "statement": _span(attribution.statement, text),
        "quotations": [ids.quotations[each] for each in attribution.quotations],
        "rule": attribution.rule,
        "confidence": None if attribution.confidence is None else round(attribution.confidence, 3),
    }


def _cue(cue: Cue, text: str) -> Fields:
    return {**_span(cue.span, text), "lemma": cue.lemma, "form": cue.form.value}


def _source(name: str, text: str, ids: Ids) -> Fields:
    source = ids.sources[name]
    return {
        "id": name,
        "type": source.type.value,
        "kind": source.kind.value,
        "name": source.name,
        "description": source.description,
        "title": source.title,
        "affiliation": source.affiliation,
        "justification": source.justification,
        "count": source.count,
        "basis": source.basis,
        "motive": source.motive,
        "anonymity": _anonymity(source.anonymity),
        "specificity": source.specificity,
        "dimensions": list(source.dimensions),
        "candidates": list(source.candidates),
        "via": list(source.via),
        "mentions": [_span(span, text) for span in source.mentions],
        "attributions": [ids.attributions[each] for each in sorted(source.attributions, key=_place)],
    }


def _anonymity(anonymity: Anonymity) -> Fields:
    return {"signal": anonymity.signal.value, "reason": anonymity.reason, "rote": anonymity.is_rote}
