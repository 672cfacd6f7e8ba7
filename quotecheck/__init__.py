"""quotecheck tells, for every article, who says what and how openly the article says who they are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quotecheck.errors import InputError, ModelError, QuotecheckError, RuleError
from quotecheck.records import (
    Anonymity,
    Attribution,
    AttributionKind,
    Audit,
    Convention,
    Cue,
    CueFamily,
    CueForm,
    Document,
    Measure,
    Metrics,
    Note,
    Quotation,
    QuotationKind,
    Shares,
    Signal,
    Source,
    SourceType,
    Span,
)

if TYPE_CHECKING:
    from pathlib import Path

    from quotecheck.rulebook import Rulebook

__version__ = "0.1.0"
__all__ = [
    "Anonymity",
    "Attribution",
    "AttributionKind",
    "Audit",
    "Convention",
    "Cue",
    "CueFamily",
    "CueForm",
    "Document",
    "InputError",
    "Measure",
    "Metrics",
    "ModelError",
    "Note",
    "Quotation",
    "QuotationKind",
    "QuotecheckError",
    "RuleError",
    "Shares",
    "Signal",
    "Source",
    "SourceType",
    "Span",
    "audit",
    "load_rulebook",
]


def audit(text: str, *, path: str = "<text>", model: str | None = None) -> Audit:
    """Everything about the article ``text``, whose format the suffix of ``path`` tells, plain text where it has none.

    Offsets count code points of ``audit.document.text``, the words without markup; ``audit.document.origin(span)``
    leads back into ``text``. Raises InputError where the text is not what the suffix says.
    ``model`` names another spaCy pipeline, a package or a folder; raises ModelError where there is none.
    The pipeline and the rules are loaded once a process, with the first call.
    """
    from quotecheck.document.build import build_document_from_text
    from quotecheck.document.pipeline import load_pipeline
    from quotecheck.layers import audit_document

    rulebook = _bundled_rulebook()
    document = build_document_from_text(text, rulebook, path=path)
    return audit_document(document, load_pipeline(model), rulebook)


def load_rulebook(folder: Path | None = None) -> Rulebook:
    """The rules in ``folder``, or the bundled ones; raises RuleError with path and line for a broken file."""
    from quotecheck.rulebook import load_rulebook as load

    return load(folder)


@cache
def _bundled_rulebook() -> Rulebook:
    return load_rulebook()
