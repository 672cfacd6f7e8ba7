"""What a quotation looks like and what stands around it, as far as its kind depends on that."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotecheck.quotes.marks import ATTACHED
from quotecheck.quotes.stretches import Found
from quotecheck.records import Span
from quotecheck.text.words import WORD

REACH = 120  # characters before and after a quotation that are looked at
LONGEST_NAME = 200  # characters; a longer quotation is neither a title nor a term
SENTENCE_BREAK = re.compile(r"(?<![A-Z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Sen)(?<!Rep)(?<!Gov)[.!?…][\"”’')\]]*\s")
STRIPPED = " \t\r\n\u00a0" + ATTACHED


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words inside and the stretches of the paragraph before and after."""

    inside: str  # without the marks; only the ends of a long quotation
    words: int
    before: str  # at most ``REACH`` characters, without space at the end
    after: str  # likewise, with the space at its start
    closed: bool

    @property
    def sentence_before(self) -> str:
        """What stands before the quotation in its sentence."""
        return SENTENCE_BREAK.split(self.before)[-1]

    @property
    def sentence_after(self) -> str:
        """What stands after the quotation in its sentence; empty where the sentence ends inside the marks."""
        if self.inside[-1:] in tuple(".!?…") and (not self.after.strip() or self.after.strip()[0].isupper()):
            after = SENTENCE_BREAK.split(self.after, maxsplit=1)[0]
            return after if self.inside[-1:] != "." else ""
        return SENTENCE_BREAK.split(self.after, maxsplit=1)[0]


def look_around(text: str, found: Found, paragraph: Span, words: int) -> Surroundings:
    """The surroundings of a quotation in one paragraph; looks at a bounded number of characters."""
    span = found.span
    start, end = span.start + len(found.opening), span.end - len(found.closing or "")
    if end - start <= LONGEST_NAME:
        inside = text[start:end]
    else:
        inside = text[start : start + LONGEST_NAME] + text[max(start, end - LONGEST_NAME) : end]
    before = text[max(paragraph.start, span.start - REACH) : span.start]
    after = text[span.end : min(paragraph.end, span.end + REACH)]
    return Surroundings(inside.strip(STRIPPED), words, before.rstrip(STRIPPED), after, found.closing is not None)


def words_of(text: str) -> list[str]:
    """The words of a short stretch of text."""
    return WORD.findall(text)
