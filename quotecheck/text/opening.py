"""How an article opens: its headline, its byline, and the first paragraph of prose below them."""

from __future__ import annotations

from quotecheck.records import Document, Span

FINAL_MARKS = " .;"
LABEL = 16  # characters that may stand before a headline or the authors: "Headline:", "By"


def headline_of(document: Document) -> Span | None:
    """Where the title stands in the text; ``None`` where it does not."""
    if document.heading is not None or document.title is None:
        return document.heading
    return next((each for each in document.paragraphs if _says(document, each, document.title)), None)


def lead_of(document: Document) -> Span:
    """The first paragraph that is neither headline nor byline; all of the text where there is none."""
    headline = headline_of(document)
    for paragraph in document.paragraphs:
        is_headline = headline is not None and paragraph.overlaps(headline)
        if not is_headline and not (document.byline and _says(document, paragraph, document.byline)):
            return paragraph
    return Span(0, len(document.text))


def _says(document: Document, paragraph: Span, words: str) -> bool:
    """Whether a paragraph holds ``words`` alone, and at most a label before them."""
    line, words = paragraph.of(document.text).rstrip(FINAL_MARKS), words.rstrip(FINAL_MARKS)
    return line.endswith(words) and len(line) - len(words) <= LABEL
