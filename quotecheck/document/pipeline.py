"""Loads the language pipeline once a process: the bundled one, or any other of spaCy's."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language

from quotecheck.document.annotator import NAME, Annotator
from quotecheck.document.model_name import BUNDLED, model_name
from quotecheck.errors import ModelError

FOLDER = Path(__file__).resolve().parents[1] / "models" / "en"


@Language.factory(NAME)
def make_annotator(nlp: Language, name: str) -> Annotator:
    """The component under its name in spaCy's registry."""
    return Annotator(nlp, FOLDER)


def load_pipeline(name: str | None = None) -> Language:
    """The pipeline called ``name``, a package or a folder; ``None`` for the bundled one. Raises ModelError."""
    return _load(model_name(name))


@cache
def _load(name: str) -> Language:
    if name == BUNDLED:
        nlp = spacy.blank("en")
        nlp.add_pipe(NAME)
        nlp.meta["name"] = BUNDLED.removeprefix("quotecheck_")
        return nlp
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(f"the pipeline '{name}' cannot be loaded: {str(error).splitlines()[0]}") from None
    if not any(nlp.has_pipe(pipe) for pipe in ("parser", NAME, "quotecheck")):
        raise ModelError(f"the pipeline '{name}' has no parser; quotecheck needs its dependency trees")
    return nlp
