"""One article as the report contract has it; offsets are those of its source."""

from __future__ import annotations

from quotecheck.records import Anonymity, Attribution, Audit, Cue, Finding, Note, Quotation, Span
from quotecheck.reports.fields import Fields
from quotecheck.reports.ids import Ids, number, place
from quotecheck.reports.original import Original
from quotecheck.reports.totals import metrics_fields


def article_fields(audit: Audit) -> Fields:
    """One article as the contract has it."""
    document, ids, original = audit.document, number(audit), Original(audit.document)
    return {
        "path": document.path,
        "format": document.format,
        "title": document.title,
        "byline": document.byline,
        "words": audit.words,
        "sentences": len(audit.sentences),
        "paragraphs": len(document.paragraphs),
        "notes": [_note(note, original) for note in document.notes],
        "quotations": [_quotation(each, original, ids) for each in ids.quotations],
        "attributions": [_attribution(each, original, ids) for each in ids.attributions],
        "sources": [_source(each, original, ids) for each in ids.sources],
        "metrics": metrics_fields(audit.metrics, audit.shares),
        "findings": [_finding(each, original, ids) for each in audit.findings],
    }


def _span(span: Span, original: Original) -> Fields:
    """A span of ``Document.text`` in the source, and its plain words where markup stands between them."""
    there, plain = original.span(span), span.of(original.document.text)
    text = there.of(original.text)
    fields: Fields = {"start": there.start, "end": there.end, "text": text}
    return fields if text == plain else {**fields, "plain": plain}


def _location(label: str | None) -> Fields:
    return {} if label is None else {"location": label}


def _note(note: Note, original: Original) -> Fields:
    if note.span is None:
        return {"code": note.code, "message": note.message}
    there = original.span(note.span)
    return {"code": note.code, "message": note.message, "start": there.start, "end": there.end}


def _quotation(quotation: Quotation, original: Original, ids: Ids) -> Fields:
    return {
        "id": ids.quotations[quotation],
        **_span(quotation.span, original),
        **_location(original.document.place(quotation.span.start)),
        "kind": quotation.kind.value,
        "words": quotation.words,
        "depth": quotation.depth,
        "closed": quotation.closing is not None,
        "attribution": ids.attribution_of.get(quotation.span),
    }


def _attribution(attribution: Attribution, original: Original, ids: Ids) -> Fields:
    return {
        "id": ids.attributions[attribution],
        "kind": attribution.kind.value,
        "family": attribution.family.value,
        "source": _span(attribution.source, original) if attribution.source else None,
        "source_id": next(iter(ids.sources_of.get(attribution, ())), None),
        "source_ids": list(ids.sources_of.get(attribution, ())),
        "cue": _cue(attribution.cue, original) if attribution.cue else None,
        "content": [_span(span, original) for span in attribution.content],
        "statement": _span(attribution.statement, original),
        "quotations": [ids.quotations[each] for each in attribution.quotations],
        "rule": attribution.rule,
        "confidence": None if attribution.confidence is None else round(attribution.confidence, 3),
    }


def _cue(cue: Cue, original: Original) -> Fields:
    return {**_span(cue.span, original), "lemma": cue.lemma, "form": cue.form.value}


def _source(name: str, original: Original, ids: Ids) -> Fields:
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
        "mentions": [_span(span, original) for span in source.mentions],
        "attributions": [ids.attributions[each] for each in sorted(source.attributions, key=place)],
    }


def _anonymity(anonymity: Anonymity) -> Fields:
    return {"signal": anonymity.signal.value, "reason": anonymity.reason, "rote": anonymity.is_rote}


def _finding(finding: Finding, original: Original, ids: Ids) -> Fields:
    region = original.region(finding)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "advice": finding.advice,
        "scope": finding.scope.value,
        "start": region.span.start,
        "end": region.span.end,
        "line": region.line,
        "column": region.column,
        "end_line": region.end_line,
        "end_column": region.end_column,
        **_words(finding, original),
        **_location(original.place(finding)),
        "fingerprint": finding.fingerprint,
        "confidence": round(finding.confidence, 3),
        "source_id": ids.id_of(finding.source),
        "attribution_id": ids.attributions.get(finding.attribution) if finding.attribution else None,
        "suppressed": finding.suppression is not None,
        "suppression": finding.suppression,
    }


def _words(finding: Finding, original: Original) -> Fields:
    """The words that a finding is about; a finding about the whole article has none."""
    text, plain = original.region(finding).span.of(original.text), original.words(finding)
    if not text:
        return {}
    return {"text": text} if text == plain else {"text": text, "plain": plain}
