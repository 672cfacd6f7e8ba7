"""Finds every quotation of a document by its characters. None is ever dropped, not even an unclosed one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quotecheck.quotes.apostrophes import without_measures
from quotecheck.quotes.classify import WordLists, classify, is_title_case, word_lists
from quotecheck.quotes.join import Chain, join_paragraphs
from quotecheck.quotes.layout import LayoutQuotation, find_layout_quotations
from quotecheck.quotes.marks import QuoteMark, find_marks
from quotecheck.quotes.pair import pair_marks
from quotecheck.quotes.stretches import Found, Stretch
from quotecheck.quotes.surroundings import look_around, words_of
from quotecheck.records import Document, Quotation, QuotationKind, Span
from quotecheck.rulebook import Rulebook
from quotecheck.text.words import WORD

LONGEST_HEADLINE = 200  # characters
LONGEST_REPORTING = 100  # characters between the halves of a quotation: "A," she said, "b."


def find_quotations(document: Document, rulebook: Rulebook) -> tuple[Quotation, ...]:
    """Every quotation by where it starts, outer before inner; spans and parts include the marks.

    They nest and never cross; ``depth`` counts the quotations around one. ``closing`` is ``None`` where
    the marks never close, ``opening`` is "" where the first mark was forgotten. Block quotes, turns of a
    transcript and dialogue after dashes have ``opening`` ">", "" or the dash, and ``closing`` "".
    """
    text, paragraphs = document.text, document.paragraphs
    layout = find_layout_quotations(text, paragraphs, rulebook)
    breaks = frozenset(number for one in layout for number in (one.first, one.last + 1))
    marks = without_measures(text, find_marks(text, rulebook), rulebook)
    chains = join_paragraphs(text, paragraphs, _stretches(document, marks, rulebook), breaks)
    found = [_from_chain(chain) for chain in chains]
    whole = frozenset(one.span for one in found)
    found.extend(_from_layout(one) for one in layout if not _marked(text, one, whole))
    found.sort(key=lambda one: (one.span.start, -one.span.end))
    return tuple(_complete(document, _nested(found), rulebook))


def _stretches(document: Document, marks: Sequence[QuoteMark], rulebook: Rulebook) -> list[list[Stretch]]:
    starts = [mark.start for mark in marks]
    stretches: list[list[Stretch]] = []
    for paragraph in document.paragraphs:
        inside = marks[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        stretches.append(pair_marks(document.text, paragraph, inside, rulebook) if inside else [])
    return stretches


def _from_chain(chain: Chain) -> Found:
    return Found(chain.parts, chain.stretches[0].opening, chain.stretches[-1].closing, layout=False)


def _from_layout(quotation: LayoutQuotation) -> Found:
    return Found(quotation.parts, quotation.opening, "", layout=True)


def _marked(text: str, quotation: LayoutQuotation, whole: frozenset[Span]) -> bool:
    """Whether quotation marks surround all the words, so that the layout adds nothing."""
    start, end = quotation.parts[0].start + len(quotation.opening), quotation.parts[-1].end
    start += len(text[start:end]) - len(text[start:end].lstrip(" \t>"))
    return Span(start, end) in whole


def _nested(found: Sequence[Found]) -> list[Found]:
    """Without those shown by layout that overlap a quotation without lying in it or around it."""
    kept: list[Found] = []
    around: list[Found] = []
    dropped: set[int] = set()
    for one in found:
        while around and (around[-1].span.end <= one.span.start or (around[-1].layout and _crosses(around[-1], one))):
            last = around.pop()
            if _crosses(last, one):
                dropped.add(id(last))
        if around and _crosses(around[-1], one):
            continue
        around.append(one)
        kept.append(one)
    return [one for one in kept if id(one) not in dropped]


def _crosses(one: Found, later: Found) -> bool:
    return one.span.overlaps(later.span) and not one.span.covers(later.span)


def _complete(document: Document, found: Sequence[Found], rulebook: Rulebook) -> list[Quotation]:
    text, lists = document.text, word_lists(rulebook)
    word_starts = [word.start() for word in WORD.finditer(text)]
    paragraph_starts = [paragraph.start for paragraph in document.paragraphs]
    headlines = [_is_headline(text, paragraph, lists) for paragraph in document.paragraphs]
    depths = _depths(found)
    quotations: list[Quotation] = []
    for one, depth in zip(found, depths, strict=True):
        words = sum(bisect_left(word_starts, part.end) - bisect_left(word_starts, part.start) for part in one.parts)
        number = bisect_right(paragraph_starts, one.span.start) - 1
        resumes = _resumes(text, document.paragraphs[number], quotations, one, depth)
        kind = QuotationKind.DIRECT
        if not one.layout and len(one.parts) == 1:
            around = look_around(text, one, document.paragraphs[number], words)
            kind = classify(around, lists, headline=headlines[number], resumes=resumes)
        quotations.append(Quotation(one.span, kind, one.opening, one.closing, one.parts, depth, words))
    return quotations


def _is_headline(text: str, paragraph: Span, lists: WordLists) -> bool:
    """Whether a short paragraph has capitals throughout."""
    if paragraph.end - paragraph.start > LONGEST_HEADLINE:
        return False
    words = words_of(paragraph.of(text))
    return len(words) > 3 and is_title_case(words, lists.small)


def _depths(found: Sequence[Found]) -> list[int]:
    around: list[int] = []  # ends of the quotations that are open
    depths: list[int] = []
    for one in found:
        while around and around[-1] <= one.span.start:
            around.pop()
        depths.append(len(around))
        around.append(one.span.end)
    return depths


def _resumes(text: str, paragraph: Span, earlier: Sequence[Quotation], one: Found, depth: int) -> bool:
    """Whether the quotation goes on after a reporting clause: "A," she said, "b."."""
    last = next((quotation for quotation in reversed(earlier[-4:]) if quotation.depth == depth), None)
    if last is None or last.kind is not QuotationKind.DIRECT or one.span.start - last.span.end > LONGEST_REPORTING:
        return False
    between = text[last.span.end : one.span.start]
    end = last.span.end - len(last.closing or "")
    return text[end - 1] == "," and between.rstrip().endswith(",") and last.span.end > paragraph.start
