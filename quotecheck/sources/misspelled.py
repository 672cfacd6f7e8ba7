"""Surnames with a slip in them: "Brandt" of the first paragraph is "Brant" of the third."""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 5  # letters: short names differ by one letter and are two


def likely_meant(word: str, surnames: Iterable[str]) -> str | None:
    """The one surname that ``word`` differs from by one letter or two that changed places; none where there are two."""
    found = [each for each in surnames if _is_near(word, each)]
    return found[0] if len(found) == 1 else None


def _is_near(one: str, other: str) -> bool:
    if one[0] != other[0] or abs(len(one) - len(other)) > 1 or not one.isalpha():
        return False  # most names, without sorting them
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST:
        return False
    if long.startswith(short):
        return False  # "the Brandts" are several
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[:at] + short[at : at + 2][::-1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long
