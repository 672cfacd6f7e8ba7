"""Where the recipe reads and writes."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPORA = HERE.parent.parent / "shared" / "corpora"
WORK = HERE / "work"
MODELS = HERE.parent / "quotecheck" / "models"
