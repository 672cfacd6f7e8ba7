"""The pipeline and the rules of this process, and what they make of one article. Works in any process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quotecheck.cache import Slot
from quotecheck.cli.read_article import Input, read_article
from quotecheck.config.keys import HYBRID
from quotecheck.errors import InputError, ModelError, RuleError
from quotecheck.records import Audit, Document, Failure
from quotecheck.rulebook import Rulebook, load_rulebook


@dataclass(frozen=True, slots=True)
class Settings:
    """Which pipeline and which folder of rules, ``None`` for the bundled ones, which engine, which further rules."""

    model: str | None
    rules: Path | None
    engine: str = HYBRID
    house_rules: tuple[Path, ...] = ()
    least_confidence: float = 0.0  # of attributions; less sure ones are left out


@dataclass(frozen=True, slots=True)
class Task:
    """An article to audit, and where the cache keeps its audit, or is to keep it."""

    source: Input
    settings: Settings
    slot: Slot | None = None
    is_known: bool = False  # whether there was something in the slot


@cache
def rulebook_of(settings: Settings) -> Rulebook:
    """The rules, read once a process; raises RuleError."""
    return load_rulebook(settings.rules, also=settings.house_rules)


def load_model(settings: Settings) -> None:
    """Load the pipeline now; raises ModelError."""
    from quotecheck.document.pipeline import load_pipeline

    load_pipeline(settings.model)


def document_of(source: Input, settings: Settings) -> Document:
    """The article, not parsed yet; raises InputError."""
    return _document(source, read_article(source), settings)


def known_audit(task: Task) -> Audit | None:
    """What the cache knows of the article."""
    return task.slot.read(task.source.name) if task.slot is not None and task.is_known else None


def audit_task(task: Task) -> Audit | Failure:
    """The audit of one article, or why there is none; raises only what would befall every article."""
    source = task.source
    try:
        data = read_article(source)
        audit = _audit(_document(source, data, task.settings), task.settings)
    except InputError as error:
        return Failure(error.path, error.code, error.message)
    except RuleError as error:
        return failure_of(error)
    except ModelError:
        raise
    except Exception as error:  # a defect of the program costs one article, not the report
        return stumble(source.name, error)
    if task.slot is not None:
        task.slot.write(audit, data)
    return audit


def stumble(path: str, error: Exception) -> Failure:
    """A defect of the program, as its user should hear of it."""
    reason = f"{type(error).__name__}: {error}".splitlines()[0]
    return Failure(path, "internal", f"quotecheck stumbled over it, please report this ({reason})")


def failure_of(error: RuleError) -> Failure:
    """A broken rule or configuration as one of the failures of a run."""
    return Failure(error.path, "configuration", error.message, error.line)


def _document(source: Input, data: bytes, settings: Settings) -> Document:
    from quotecheck.document.build import build_document

    return build_document(source.name, data, rulebook_of(settings))


def _audit(document: Document, settings: Settings) -> Audit:
    from quotecheck.document.pipeline import load_pipeline
    from quotecheck.layers import audit_document

    return audit_document(
        document,
        load_pipeline(settings.model),
        rulebook_of(settings),
        with_reader=settings.engine == HYBRID,
        least_confidence=settings.least_confidence,
    )
