"""Figures as they stand in tables."""

from __future__ import annotations

NOTHING = "–"  # a cell that has nothing to tell


def percent(share: float) -> str:
    """A share from 0 to 1 as whole per cent."""
    return f"{100 * share:.0f}%"


def share_cell(share: float | None) -> str:
    """The same, or nothing."""
    return NOTHING if share is None else percent(share)


def score_cell(score: float | None) -> str:
    """A score from 0 to 100 without decimals, or nothing."""
    return NOTHING if score is None else f"{score:.0f}"
