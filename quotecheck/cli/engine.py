"""The pipeline and the rules of this process, and what they make of one article. Works in any process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quotecheck.cli.read_article import Input, read_article
from quotecheck.errors import InputError, QuotecheckError
from quotecheck.records import Audit, Document, Failure
from quotecheck.rulebook import Rulebook, load_rulebook

ENGINES = HYBRID, RULES = "hybrid", "rules"


@dataclass(frozen=True, slots=True)
class Settings:
    """Which pipeline and which folder of rules, ``None`` for the bundled ones, and which of ``ENGINES``."""

    model: str | None
    rules: Path | None
    engine: str = HYBRID


@cache
def rulebook_of(settings: Settings) -> Rulebook:
    """The rules, read once a process; raises RuleError."""
    return load_rulebook(settings.rules)


def model_of(settings: Settings) -> str:
    """What reports call the pipeline, which is loaded now; raises ModelError."""
    from quotecheck.document.pipeline import load_pipeline, model_name

    load_pipeline(settings.model)
    return model_name(settings.model)


def document_of(source: Input, settings: Settings) -> Document:
    """The article, not parsed yet; raises InputError."""
    from quotecheck.document.build import build_document

    return build_document(source.name, read_article(source), rulebook_of(settings))


def audit_input(source: Input, settings: Settings) -> Audit | Failure:
    """The audit of one article, or why there is none; raises only what would befall every article."""
    try:
        return _audit(document_of(source, settings), settings)
    except InputError as error:
        return Failure(error.path, error.code, error.message)
    except QuotecheckError:
        raise
    except Exception as error:  # a defect of the program costs one article, not the report
        reason = f"{type(error).__name__}: {error}".splitlines()[0]
        return Failure(source.name, "internal", f"quotecheck stumbled over it, please report this ({reason})")


def _audit(document: Document, settings: Settings) -> Audit:
    from quotecheck.document.pipeline import load_pipeline
    from quotecheck.layers import audit_document

    with_reader = settings.engine == HYBRID
    return audit_document(document, load_pipeline(settings.model), rulebook_of(settings), with_reader=with_reader)
