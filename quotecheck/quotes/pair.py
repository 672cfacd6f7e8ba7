"""Pairs quotation marks within one paragraph. Linear in the number of marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quotecheck.quotes.apostrophes import follows_number, measure_word_follows
from quotecheck.quotes.marks import SINGLE, Flank, QuoteMark, Side, is_blank
from quotecheck.quotes.pair_singles import pair_singles
from quotecheck.quotes.stretches import Stretch, outer_first, unclosed
from quotecheck.records import Span
from quotecheck.rulebook import Rulebook
from quotecheck.text.words import WORD

REPORTING = 40  # characters after a closing mark in which "she said" must come


@dataclass(slots=True)
class _Opened:
    """A mark that waits for its partner, and the first mark of its family that opens directly inside it."""

    mark: QuoteMark
    inner: QuoteMark | None = None

    def unclosed(self, text: str, limit: int, *, ends_paragraph: bool = False) -> Iterator[Stretch]:
        """The stretch that this mark leaves open; none where the mark is only doubled by mistake.

        A mark of the same shape inside shows that this one should have been closed before it.
        """
        if self.inner is not None and not text[self.mark.end : self.inner.start].strip():
            return
        if self.inner is not None and self.inner.text == self.mark.text:
            limit, ends_paragraph = self.inner.start, False
        yield unclosed(text, self.mark, limit, ends_paragraph=ends_paragraph)


@dataclass(slots=True)
class _Stack:
    """Marks that wait for their partners, outermost first, and how many of each family."""

    opened: list[_Opened] = field(default_factory=list)
    waiting: Counter[str] = field(default_factory=Counter)

    def push(self, mark: QuoteMark) -> None:
        if self.opened and self.opened[-1].inner is None and self.opened[-1].mark.family == mark.family:
            self.opened[-1].inner = mark
        self.opened.append(_Opened(mark))
        self.waiting[mark.family] += 1

    def pop(self) -> _Opened:
        opened = self.opened.pop()
        self.waiting[opened.mark.family] -= 1
        return opened


def pair_marks(text: str, paragraph: Span, marks: Sequence[QuoteMark], rulebook: Rulebook) -> list[Stretch]:
    """The pairs of one paragraph by where they start, outer ones first; they nest and never cross.

    A mark that stays open ends where the next of its family opens, or with what it lies in, at the
    latest with the paragraph. A closing mark that closes nothing is left out.
    """
    doubles = [mark for mark in marks if mark.family != SINGLE]
    singles = [mark for mark in marks if mark.family == SINGLE]
    pairs = list(_pair_doubles(text, paragraph, doubles, rulebook))
    pairs.sort(key=outer_first)
    if singles:
        pairs.extend(pair_singles(text, paragraph, pairs, singles, rulebook))
        pairs.sort(key=outer_first)
    return pairs


def _pair_doubles(text: str, paragraph: Span, marks: Sequence[QuoteMark], rulebook: Rulebook) -> Iterator[Stretch]:
    stack = _Stack()
    for nth, mark in enumerate(marks):
        following = marks[nth + 1] if nth + 1 < len(marks) else None
        if _is_inches(text, mark, following, stack, rulebook):
            continue
        if _opens(mark, _flank_in(text, paragraph, mark), waiting=stack.waiting[mark.family] > 0):
            stack.push(mark)
        elif stack.waiting[mark.family]:
            while stack.opened[-1].mark.family != mark.family:
                yield from stack.pop().unclosed(text, mark.start)
            opened = stack.pop().mark
            yield Stretch(Span(opened.start, mark.end), opened.text, mark.text, mark.family)
        elif nth == 0 and _reporting_follows(text, mark, rulebook):
            yield Stretch(Span(paragraph.start, mark.end), "", mark.text, mark.family)
    while stack.opened:
        yield from stack.pop().unclosed(text, paragraph.end, ends_paragraph=True)


def _flank_in(text: str, paragraph: Span, mark: QuoteMark) -> Flank:
    """The flank of the mark, where nothing outside the paragraph counts."""
    if mark.end >= paragraph.end:
        return Flank.RIGHT
    return Flank.LEFT if mark.start == paragraph.start and mark.flank is Flank.NEITHER else mark.flank


def _opens(mark: QuoteMark, flank: Flank, *, waiting: bool) -> bool:
    """Whether the mark opens: by its shape where the text around it agrees, else by what is needed."""
    if mark.side is Side.OPEN:
        return flank is not Flank.RIGHT or not waiting
    if mark.side is Side.CLOSE:
        return flank is Flank.LEFT and not waiting
    if flank is Flank.LEFT or flank is Flank.RIGHT:
        return flank is Flank.LEFT
    return not waiting


def _reporting_follows(text: str, mark: QuoteMark, rulebook: Rulebook) -> bool:
    """Whether the mark closes a quotation whose opening mark was forgotten: ..., we waited," she said."""
    if mark.before not in (",", "?", "!") or not is_blank(mark.after):
        return False
    words = [word.group().casefold() for word in WORD.finditer(text, mark.end, mark.end + REPORTING)]
    return any(word in rulebook.lexicon("quotation-speech-words") for word in words[:3])


def _is_inches(text: str, mark: QuoteMark, following: QuoteMark | None, stack: _Stack, rulebook: Rulebook) -> bool:
    """12" where nothing is open, or where a word of measure follows and another mark is there to close."""
    if mark.side is Side.OPEN or not follows_number(text, mark):
        return False
    if not stack.waiting[mark.family]:
        return True
    closes_later = following is not None and following.family == mark.family and following.flank is not Flank.LEFT
    return closes_later and measure_word_follows(text, mark, rulebook)
