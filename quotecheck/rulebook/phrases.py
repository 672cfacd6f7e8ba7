"""Phrases of a word list as one regular expression.

In a phrase ``(a|b)`` are alternatives, ``(a|b)?`` may be absent, and ``..`` stands for up to four words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

PIECE = re.compile(r"\(([^)]*)\)(\?)?|\S+")
GAP = r"(?:\s+[^\s.;]+){0,4}?"
NEVER = re.compile(r"(?!)")


def compile_phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    """An expression that finds any of ``phrases``, in any case and with any white space between their words."""
    patterns = [_phrase(phrase) for phrase in phrases]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else NEVER


def _phrase(phrase: str) -> str:
    parts: list[str] = []
    for piece in PIECE.finditer(phrase):
        words, is_optional = piece.group(1), piece.group(2)
        if piece.group() == "..":
            parts.append(GAP)
            continue
        pattern = _alternatives((words if words is not None else piece.group()).split("|"), is_first=not parts)
        parts.append(f"(?:{pattern})?" if is_optional else pattern)
    return "".join(parts) + r"(?!\w)"


def _alternatives(words: list[str], *, is_first: bool) -> str:
    """A contraction stands close to the word before it, other words after a space."""
    plain = [_words(word) for word in words if word != "n't"]
    found = [(r"(?<!\w)" if is_first else r"\s+") + f"(?:{'|'.join(plain)})"] if plain else []
    if "n't" in words:
        found.append("n['’]t")
    return f"(?:{'|'.join(found)})"


def _words(phrase: str) -> str:
    return r"\s+".join(re.escape(word).replace("'", "['’]") for word in phrase.split())
