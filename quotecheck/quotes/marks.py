"""Quotation marks in a text: where they stand, what they may do, and what stands around them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise

from quotecheck.records import Span
from quotecheck.rulebook import Rulebook

SINGLE = "single"  # the family whose marks are apostrophes too
# What may stand between a mark and what it belongs to.
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\xad"
DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
THIN_SPACES = "\u2009\u200a\u202f"
EMPHASIS = "*_"
ATTACHED = ZERO_WIDTH + DIRECTIONS + THIN_SPACES + EMPHASIS
BRACKETS_OPEN = "([{<¿¡"
CLOSERS = ".,;:!?…)]}>"
DASHES = "—–-/|=―"


class Side(Enum):
    """What the shape of a mark says: it opens, it closes, or it may do either."""

    OPEN = auto()
    CLOSE = auto()
    BOTH = auto()


class Flank(Enum):
    """What the characters around a mark say: words follow it, words precede it, both, or neither."""

    LEFT = auto()
    RIGHT = auto()
    BOTH = auto()
    NEITHER = auto()


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """One quotation mark, perhaps of two characters; ``before`` and ``after`` skip the marks next to it."""

    start: int
    end: int
    text: str
    family: str
    side: Side
    before: str  # one character, or "" at an end of the text
    after: str

    @property
    def flank(self) -> Flank:
        """On which sides of the mark there are words that it belongs to."""
        left, right = _opens_here(self.before, self.after), _closes_here(self.before, self.after)
        if left and right:
            return Flank.BOTH
        if left:
            return Flank.LEFT
        return Flank.RIGHT if right else Flank.NEITHER


@dataclass(frozen=True, slots=True)
class Inventory:
    """The quotation marks of a language: mark -> family and side, and a pattern that finds runs of them."""

    marks: dict[str, tuple[str, Side]]
    pattern: re.Pattern[str]


@lru_cache(maxsize=8)
def inventory(rulebook: Rulebook) -> Inventory:
    """The marks that the rulebook's language file lists."""
    families = rulebook.document(f"languages/{rulebook.language}.yaml").block("marks")
    marks: dict[str, tuple[str, Side]] = {}
    for family in families:
        if family == "examples":
            continue
        sides = families.block(family)
        sides.expect_keys(optional=("open", "close", "both"))
        for side, key in ((Side.OPEN, "open"), (Side.CLOSE, "close"), (Side.BOTH, "both")):
            marks.update((mark, (family, side)) for mark in sides.texts(key))
    characters = sorted({mark for mark in marks if len(mark) == 1})
    doubled = "|".join(f"{re.escape(mark[0])}{{2,}}" for mark in sorted(marks) if len(mark) == 2)
    singles = "".join(map(re.escape, characters))
    return Inventory(marks, re.compile(f"{doubled}|[{singles}]" if doubled else f"[{singles}]"))


def find_marks(text: str, rulebook: Rulebook) -> list[QuoteMark]:
    """Every character that may be a quotation mark, apostrophes included, in order."""
    marks = inventory(rulebook)
    pieces: list[Span] = []
    for run in marks.pattern.finditer(text):
        pieces.extend(_split(text, run.start(), run.end()))
    befores, afters = _contexts(text, pieces)
    found: list[QuoteMark] = []
    for piece, before, after in zip(pieces, befores, afters, strict=True):
        words = piece.of(text)
        family, side = marks.marks[words]
        found.append(QuoteMark(piece.start, piece.end, words, family, side, before, after))
    return found


def _split(text: str, start: int, end: int) -> list[Span]:
    """A run of equal marks as doubled marks; the odd one of an uneven run stands next to the quoted words."""
    if end - start == 1:
        return [Span(start, end)]
    odd = (end - start) % 2
    opens = odd and _opens_here(text[start - 1 : start], text[end : end + 1])
    first = start if opens or not odd else start + 1
    last = end - 1 if opens else end
    pairs = [Span(at, at + 2) for at in range(first, last, 2)]
    if not odd:
        return pairs
    return [*pairs, Span(last, end)] if opens else [Span(start, first), *pairs]


def _contexts(text: str, pieces: list[Span]) -> tuple[list[str], list[str]]:
    """The nearest character before and after each mark that is neither a mark nor attached to one."""
    befores, afters = [""] * len(pieces), [""] * len(pieces)
    gaps = [Span(one.end, other.start) for one, other in pairwise(pieces)]
    for nth, piece in enumerate(pieces):
        start = pieces[nth - 1].end if nth else 0
        at = piece.start - 1
        while at >= start and text[at] in ATTACHED:
            at -= 1
        touching = nth > 0 and at < gaps[nth - 1].start
        befores[nth] = befores[nth - 1] if touching else text[at : at + 1] if at >= 0 else ""
    for nth in reversed(range(len(pieces))):
        end = pieces[nth + 1].start if nth + 1 < len(pieces) else len(text)
        at = pieces[nth].end
        while at < end and text[at] in ATTACHED:
            at += 1
        touching = nth + 1 < len(pieces) and at >= end
        afters[nth] = afters[nth + 1] if touching else text[at : at + 1]
    return befores, afters


def is_blank(character: str) -> bool:
    """Whether there is no character, or only space."""
    return not character or character.isspace()


def is_wordlike(character: str) -> bool:
    """Whether the character can be part of a word: letters, digits, and the accents set upon them."""
    return character.isalnum() or (character != "" and unicodedata.category(character).startswith("M"))


def _opens_here(before: str, after: str) -> bool:
    if is_blank(after):
        return False
    if is_blank(before) or before in BRACKETS_OPEN:
        return after not in CLOSERS or after in ".…"
    if before in DASHES:
        return after not in CLOSERS
    return after not in CLOSERS + DASHES + BRACKETS_OPEN


def _closes_here(before: str, after: str) -> bool:
    if is_blank(before) or before in BRACKETS_OPEN:
        return after != "" and after in CLOSERS and after not in ".…"
    return is_blank(after) or after in CLOSERS or after in DASHES or before not in DASHES
