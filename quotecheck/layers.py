"""The order of the layers, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language

from quotecheck.attributions.attribute import attribute
from quotecheck.document.parse import Parse, parse, sentences_of
from quotecheck.metrics.count import measure
from quotecheck.metrics.definitions import read_definitions
from quotecheck.metrics.scale import read_scale
from quotecheck.metrics.shares import derive_shares
from quotecheck.quotes.find import find_quotations
from quotecheck.records import Audit, Document, Note
from quotecheck.rulebook import Rulebook
from quotecheck.sources.identify import identify_sources
from quotecheck.text.opening import head_of
from quotecheck.text.words import count_words


def audit_document(
    document: Document, nlp: Language, rulebook: Rulebook, *, with_reader: bool = True, least_confidence: float = 0.0
) -> Audit:
    """Everything about one article; ``with_reader`` lets the bundled network's reading join the rules.

    Attributions of less than ``least_confidence``, from 0 to 1, are left out, and what hangs on them.
    """
    return audit_parse(parse(document, nlp, with_reading=with_reader), rulebook, least_confidence=least_confidence)


def audit_parse(parsed: Parse, rulebook: Rulebook, *, least_confidence: float = 0.0) -> Audit:
    """Everything about one article that has been parsed already."""
    document = parsed.document
    quotations = find_quotations(document, rulebook)
    said = attribute(parsed, quotations, rulebook)
    attributions = tuple(each for each in said.attributions if (each.confidence or 0) >= least_confidence)
    unsure = len(said.attributions) - len(attributions)
    notes = (_left_out(unsure, len(said.attributions), least_confidence),) if unsure else ()
    identified = identify_sources(parsed, quotations, attributions, rulebook)
    audit = Audit(
        document=replace(document, notes=(*document.notes, *notes)),
        words=count_words(document.text),
        sentences=sentences_of(parsed),
        quotations=quotations,
        attributions=attributions,
        sources=identified.sources,
        refusals=said.refusals,
        names=identified.names,
        head=head_of(document),
    )
    metrics = measure(audit, read_scale(rulebook))
    return replace(audit, metrics=metrics, shares=derive_shares(metrics, read_definitions(rulebook)))


def _left_out(unsure: int, found: int, least_confidence: float) -> Note:
    message = (
        f"Left out, as less sure than {least_confidence:g}: {unsure} of {found} attributions; "
        "their quotations count as credited to nobody."
    )
    return Note("unsure-attributions", message)
