"""What the language pipeline is called; known without loading it."""

from __future__ import annotations

BUNDLED = "quotecheck_en"


def model_name(name: str | None = None) -> str:
    """What a report calls the pipeline; ``None`` for the bundled one."""
    return name or BUNDLED
