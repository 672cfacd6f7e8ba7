"""What stands between two marks within one paragraph, before it is known what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotecheck.quotes.marks import QuoteMark
from quotecheck.records import Span

LEADING_SPACE = " \t\u00a0\u2009\u200a\u202f>"  # between the start of a paragraph and its first marks


@dataclass(frozen=True, slots=True)
class Stretch:
    """Quoted words with their marks, in one paragraph."""

    span: Span
    opening: str
    closing: str | None  # None: the mark stays open
    family: str
    ends_paragraph: bool = False  # open, and nothing but the end of the paragraph ends it


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation whose depth and kind are not yet known; ``layout``: no marks show it."""

    parts: tuple[Span, ...]
    opening: str
    closing: str | None
    layout: bool

    @property
    def span(self) -> Span:
        """From the first mark to the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


def outer_first(stretch: Stretch) -> tuple[int, int]:
    """The key that sorts stretches by where they start, outer ones before inner ones."""
    return stretch.span.start, -stretch.span.end


def unclosed(text: str, mark: QuoteMark, limit: int, *, ends_paragraph: bool = False) -> Stretch:
    """The stretch from a mark without partner up to ``limit``, without space at its end."""
    end = mark.start + len(text[mark.start : limit].rstrip())
    return Stretch(Span(mark.start, max(end, mark.end)), mark.text, None, mark.family, ends_paragraph)


def leading(text: str, paragraph: Span, stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches that open at the very start of a paragraph, outer ones first."""
    found: list[Stretch] = []
    at = paragraph.start
    for stretch in stretches:
        if text[at : stretch.span.start].strip(LEADING_SPACE):
            break
        found.append(stretch)
        at = stretch.span.start + len(stretch.opening)
    return found
