"""What counts as a word, wherever words are counted."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+(?:[’'-]\w+)*")


def count_words(text: str) -> int:
    """How many words there are: runs of letters and digits, with inner apostrophes and hyphens."""
    return sum(1 for _ in WORD.finditer(text))
