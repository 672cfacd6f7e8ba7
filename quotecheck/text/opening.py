"""How an article opens: its headline, its byline, and the first paragraph of prose below them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.records import Document, Span

FINAL_MARKS = " .;"
LABELLED = re.compile(r"(?:[-*•][ \t])?[^\W\d_]+[ \t]*:[ \t]")
RULE = re.compile(r"[\W_]+")
# "HALDEN, Norvik (Reuters) — ": capitals, a dash with space around it or a long one.
DATELINE = re.compile(r"[A-Z][A-Z.’' ]{2,}(?:,\s+[\w. ]+?)?\s*(?:\([^)\n]*\))?\s*(?:—|–|(?<=\s)--?(?=\s))\s*")
LONGEST_DATELINE = 100  # characters
LABEL = 16  # characters that may stand before a headline or the authors: "Headline:", "By"


def headline_of(document: Document) -> Span | None:
    """Where the title stands in the text; ``None`` where it does not."""
    if document.heading is not None or document.title is None:
        return document.heading
    return next((each for each in document.paragraphs if _says(document, each, document.title)), None)


def byline_of(document: Document) -> Span | None:
    """The paragraph that holds the byline alone; ``None`` where there is none."""
    if not document.byline:
        return None
    return next((each for each in document.paragraphs if _says(document, each, document.byline)), None)


def head_of(document: Document) -> tuple[Span, ...]:
    """The paragraphs above the prose: headline and byline, and whatever else stands behind labels there ("Date:")."""
    headline = headline_of(document)
    labelled = frozenset(_labelled(document, headline)) if headline is not None else frozenset()
    return tuple(
        each
        for each in document.paragraphs
        if each in labelled
        or (headline is not None and each.overlaps(headline))
        or any(words and _says(document, each, words) for words in (document.title, document.byline))
    )


def lead_of(document: Document) -> Span:
    """The first paragraph that is no part of the head; all of the text where there is none."""
    head = frozenset(head_of(document))
    return next((each for each in document.paragraphs if each not in head), Span(0, len(document.text)))


def labels_of(document: Document) -> tuple[Span, ...]:
    """The labels of the head: "Headline: "."""
    found = (LABELLED.match(document.text, each.start, each.end) for each in head_of(document))
    return tuple(Span(*label.span()) for label in found if label is not None)


def dateline_end(text: str, paragraph: Span) -> int | None:
    """Where the prose begins behind the place and date before it; ``None`` where a paragraph has no dateline."""
    found = DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + LONGEST_DATELINE))
    return found.end() if found is not None else None


def _labelled(document: Document, headline: Span) -> Iterator[Span]:
    """The lines with labels at the top, and rules between them, where one of the labels is the headline's."""
    top: list[Span] = []
    for paragraph in document.paragraphs:
        words = paragraph.of(document.text)
        if not LABELLED.match(words) and not RULE.fullmatch(words):
            break
        top.append(paragraph)
    if any(each.covers(headline) and each.start < headline.start for each in top):
        yield from top


def _says(document: Document, paragraph: Span, words: str) -> bool:
    """Whether a paragraph holds ``words`` alone, and at most a label before them."""
    line, words = paragraph.of(document.text).rstrip(FINAL_MARKS), words.rstrip(FINAL_MARKS)
    return line.endswith(words) and len(line) - len(words) <= LABEL
