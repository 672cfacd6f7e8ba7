"""Sets aside what looks like a quotation mark and is none: apostrophes, feet, inches, minutes of arc."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from quotecheck.quotes.marks import SINGLE, Flank, QuoteMark, Side, is_blank, is_wordlike
from quotecheck.rulebook import Rulebook

REACH = 24  # characters before or after a mark that decide what it is
LETTERS_AFTER = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
DECADE = re.compile(r"\d0s\b")
YEAR = re.compile(r"\d\d(?![\d%]|[,.]\d)")
FEET_BEFORE = re.compile(r"\d['’′]\s?\d{1,2}(?:[.,]\d+|\s?[½¼¾]|\s?\d/\d)?$")
INCHES_AFTER = re.compile(r"\s?\d{1,2}(?:[.,]\d+|\s?[½¼¾]|\s?\d/\d)?(?:[\"”″]|''|’’)")
DEGREES_BEFORE = re.compile(r"[°º]\s?\d{1,2}(?:[.,]\d+)?$")
WORD_AFTER = re.compile(r"[\s-]?([^\W\d_]+|×)")
NUMBER_BEFORE = re.compile(r"[\d½¼¾]$")


class Closing(IntEnum):
    """How well a single mark would serve to close a quotation."""

    NEVER = 0
    MAYBE = 1  # also a plural possessive, or a clipped word
    LIKELY = 2  # a plural possessive would not stand before a comma
    SURELY = 3


@dataclass(frozen=True, slots=True)
class Spelling:
    """The word lists that tell apostrophes and measures, made for quick looking up."""

    elisions: dict[str, bool]  # letters after a mark -> whether they are a word of their own
    clippings: frozenset[str]
    clipped_endings: tuple[str, ...]
    measures: frozenset[str]


@lru_cache(maxsize=8)
def spelling(rulebook: Rulebook) -> Spelling:
    """The lists in the quotation lexicons of the rulebook."""
    clippings = rulebook.lexicon("quotation-clippings")
    return Spelling(
        elisions={
            word: bool(entry.fields["also_word"]) for word, entry in rulebook.lexicon("quotation-elisions").items()
        },
        clippings=frozenset(clippings),
        clipped_endings=tuple(word for word, entry in clippings.items() if entry.fields["ending"]),
        measures=frozenset(rulebook.lexicon("quotation-measures")),
    )


def without_measures(text: str, marks: Iterable[QuoteMark], rulebook: Rulebook) -> list[QuoteMark]:
    """The marks without feet, inches, minutes and seconds of arc, and without certain apostrophes."""
    lists = spelling(rulebook)
    return [mark for mark in marks if not (_is_measure(text, mark, lists) or _is_apostrophe(text, mark, lists))]


def follows_number(text: str, mark: QuoteMark) -> bool:
    """Whether the mark may stand for feet or inches, since a number comes directly before it."""
    return NUMBER_BEFORE.match(text[mark.start - 1 : mark.start]) is not None


def measure_word_follows(text: str, mark: QuoteMark, rulebook: Rulebook) -> bool:
    """Whether the next word is one that goes with a measure: 12" pipe."""
    return _measured(text, mark, spelling(rulebook))


def closing_strength(text: str, mark: QuoteMark, rulebook: Rulebook) -> Closing:
    """How well a single mark would close a quotation that is open before it."""
    if mark.flank is Flank.LEFT or (mark.flank is Flank.NEITHER and mark.side is not Side.CLOSE):
        return Closing.NEVER
    if mark.flank is Flank.BOTH and is_wordlike(mark.before) and is_wordlike(mark.after):
        return Closing.NEVER
    word = LETTERS_BEFORE.search(text[max(0, mark.start - REACH) : mark.start])
    if word is None:
        return Closing.SURELY
    letters, lists = word.group().casefold(), spelling(rulebook)
    if letters in lists.clippings or (letters.endswith(lists.clipped_endings) and len(letters) > 3):
        return Closing.MAYBE if _word_follows(text, mark) else Closing.LIKELY
    if letters[-1] in "sxz":
        return Closing.MAYBE if _word_follows(text, mark) else Closing.LIKELY
    return Closing.SURELY


def _word_follows(text: str, mark: QuoteMark) -> bool:
    return is_blank(mark.after) and is_wordlike(text[mark.end + 1 : mark.end + 2])


def _is_apostrophe(text: str, mark: QuoteMark, lists: Spelling) -> bool:
    if mark.family != SINGLE:
        return False
    if is_wordlike(text[mark.start - 1 : mark.start]) and is_wordlike(text[mark.end : mark.end + 1]):
        return True
    if mark.flank not in (Flank.LEFT, Flank.BOTH):
        return False
    return _is_elision(text, mark, lists) or _is_short_year(text, mark)


def _is_elision(text: str, mark: QuoteMark, lists: Spelling) -> bool:
    letters = LETTERS_AFTER.match(text, mark.end, mark.end + REACH)
    if letters is None:
        return False
    word = letters.group()
    also_word = lists.elisions.get(word.casefold())
    if also_word is None:
        also_word = lists.elisions.get(re.split("['’]", word)[0].casefold()) if "'" in word or "’" in word else None
    if also_word is None or not also_word:
        return also_word is not None
    return mark.side is Side.CLOSE or (word.islower() and is_blank(mark.before) and _inside_sentence(text, mark))


def _is_short_year(text: str, mark: QuoteMark) -> bool:
    """'90s always; '87 where nothing suggests that a quotation begins with a number."""
    if DECADE.match(text, mark.end):
        return True
    return YEAR.match(text, mark.end) is not None and (mark.side is Side.CLOSE or _inside_clause(text, mark))


def _inside_sentence(text: str, mark: QuoteMark) -> bool:
    before = text[max(0, mark.start - REACH) : mark.start].rstrip()
    return before != "" and (is_wordlike(before[-1]) or before[-1] == ",")


def _inside_clause(text: str, mark: QuoteMark) -> bool:
    before = text[max(0, mark.start - REACH) : mark.start].rstrip()
    return before != "" and is_wordlike(before[-1])


def _is_measure(text: str, mark: QuoteMark, lists: Spelling) -> bool:
    if not follows_number(text, mark):
        return False
    before = text[max(0, mark.start - REACH) : mark.start]
    if DEGREES_BEFORE.search(before) or FEET_BEFORE.search(before):
        return True
    return mark.family == SINGLE and (INCHES_AFTER.match(text, mark.end) is not None or _measured(text, mark, lists))


def _measured(text: str, mark: QuoteMark, lists: Spelling) -> bool:
    following = WORD_AFTER.match(text, mark.end)
    return following is not None and following.group(1).casefold() in lists.measures
