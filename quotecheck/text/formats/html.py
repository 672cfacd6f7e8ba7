"""HTML: the body of the article is found, and what stands around it left out."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.rulebook import Rulebook
from quotecheck.text.formats.extract import Extract, extract_of
from quotecheck.text.formats.html_article import count_prose, find_body, leave_out
from quotecheck.text.formats.html_body import BodyReader, put_text
from quotecheck.text.formats.html_head import Head, read_head
from quotecheck.text.formats.html_tokens import Kind, Token
from quotecheck.text.formats.html_tree import Element, read_tree
from quotecheck.text.mapped import Frame, MappedText

LONGEST_BYLINE = 200  # characters


def read_html(text: str, path: str, rulebook: Rulebook) -> Extract:
    """The article on the page ``text``; raises InputError where tags are nested too deeply."""
    rules = rulebook.document("formats.yaml").block("html")
    tokens, elements = read_tree(text, path)
    head = read_head(text, tokens, elements)
    leave_out(elements, rules, whole_page=True)
    count_prose(elements, tokens)
    reader = BodyReader(text, tokens, elements, MappedText())
    _read_page(head, reader)
    byline = head.metadata.byline or _byline(reader, frozenset(rules.texts("byline_words")))
    extract = extract_of(reader.out, text)
    heading = reader.headings[0] if reader.headings else None
    return Extract(
        text=extract.text,
        markup=text,
        segments=extract.segments,
        directives=extract.directives,
        title=heading.of(extract.text) if heading else head.metadata.title,
        byline=byline,
        section=head.metadata.section,
        heading=heading,
        has_metadata=head.is_there,
    )


def put_fragment(
    text: str, path: str, rulebook: Rulebook, out: MappedText, frame: Frame | None = None, *, quoted: bool = False
) -> str | None:
    """Put the words of HTML that stands in another text into ``out``; ``frame`` leads to where it stands.

    The name of an element comes back that is left out and does not end in ``text``, if there is one.
    """
    tokens, elements = read_tree(text, path)
    leave_out(elements, rulebook.document("formats.yaml").block("html"), whole_page=False)
    with out.within(frame):
        BodyReader(text, tokens, elements, out).read(0, len(tokens), quoted=quoted)
    ended = tokens[-1].name if tokens and tokens[-1].kind is Kind.END else None
    open_ = (each.name for each in elements if each.left_out and each.end == len(tokens) and each.name != ended)
    return next(open_, None)


def _read_page(head: Head, reader: BodyReader) -> None:
    """Headline and body: the headline from before the body, or from the metadata, where the body has none."""
    elements, tokens = reader.elements, reader.tokens
    body = find_body(elements)
    first, end = (body.first, body.end) if body else (0, len(tokens))
    at = min(first, next((each.end for each in elements if each.name == "head"), 0))
    reader.read_comments(0, at, for_article=True)
    headings = [each for each in elements if each.name == "h1" and not each.left_out and each.first < end]
    if headings and headings[0].end <= first:
        reader.read_comments(at, headings[0].first)
        reader.read(headings[0].first, headings[0].end)
        at = headings[0].end
    elif not headings and head.headline:
        reader.put_heading(*head.headline)
    reader.read_comments(at, first)
    reader.read(first, end)
    reader.read_comments(end, len(tokens))


def _byline(reader: BodyReader, words: frozenset[str]) -> str | None:
    """The words of the first element that says of itself that it holds the byline."""
    for element in reader.elements:
        marks = {*element.value("class").lower().split(), element.value("rel"), element.value("itemprop")}
        if not marks.isdisjoint(words) and element.name not in ("meta", "link"):
            inside = _words_in(element, reader.tokens, reader.page)
            if 0 < len(inside) <= LONGEST_BYLINE:
                return inside
    return None


def _words_in(element: Element, tokens: Sequence[Token], page: str) -> str:
    out = MappedText()
    for token in tokens[element.first : element.end]:
        if token.kind is Kind.TEXT:
            put_text(page, token.start, token.end, out)
    return out.text
