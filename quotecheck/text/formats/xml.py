"""XML of news agencies: NITF, and NewsML-G2 with NITF, XHTML or plain text in it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quotecheck.errors import InputError
from quotecheck.records import Note
from quotecheck.rulebook import Rulebook
from quotecheck.text.formats.extract import Extract, Metadata
from quotecheck.text.formats.passages import Passages
from quotecheck.text.formats.xml_body import XmlReader, children_of, words_of
from quotecheck.text.formats.xml_tree import parse_xml
from quotecheck.text.paragraphs import find_paragraphs

TEXT = ("inlineXML", "inlineData")


def read_xml(text: str, path: str, rulebook: Rulebook) -> Extract:
    """The article in ``text``; raises InputError where that is broken XML, or neither NITF nor NewsML-G2."""
    root = parse_xml(text.lstrip(), path)
    if root.tag == "nitf":
        passages = Passages(path)
        return passages.extract(_read_nitf(root, "/nitf", passages), format="nitf")
    if root.tag in ("newsItem", "newsMessage"):
        return _read_newsml(root, path)
    reason = f"its outermost element is '{root.tag}', so it is neither NITF nor NewsML-G2"
    raise InputError(path, "no-format", reason)


def _read_nitf(root: Element, path: str, passages: Passages, headline: str | None = None) -> Metadata:
    """Add headline and body, and give what else is known; ``headline`` is that of an envelope."""
    reader = XmlReader(passages)
    for body, place in _below(root, path, "body"):
        for element, at in _below(body, place, "body.head", "hedline", "hl1"):
            reader.read(element, at)
        if passages.heading is None and headline:
            passages.add([(headline, "/newsItem/contentMeta/headline")], is_title=True)
        for element, at in _below(body, place, "body.head", "hedline", "hl2"):
            reader.read(element, at)
        for element, at in _below(body, place, "body.content"):
            reader.read(element, at)
    people = [words_of(each) for each in root.iterfind("body/body.head/byline//person")]
    byline = ", ".join(each for each in people if each) or words_of(root.find("body/body.head/byline"))
    position = root.find("head/pubdata")
    section = position.get("position.section") if position is not None else None
    return Metadata(words_of(root.find("head/title")), byline, section)


def _below(root: Element, path: str, *names: str) -> Iterator[tuple[Element, str]]:
    """All elements at a path of names, with their own paths."""
    if not names:
        yield root, path
        return
    for child, place in children_of(root, path):
        if child.tag == names[0]:
            yield from _below(child, place, *names[1:])


def _read_newsml(root: Element, path: str) -> Extract:
    """The first item with text; another one is told of in a note."""
    items = (
        [(root, "/newsItem")] if root.tag == "newsItem" else list(_below(root, "/newsMessage", "itemSet", "newsItem"))
    )
    texts = [(item, at) for item, at in items if any(item.find(f"contentSet/{name}") is not None for name in TEXT)]
    if not texts:
        raise InputError(path, "no-text", "there is no text in it, only links to text elsewhere; name those files")
    item, at = texts[0]
    passages = Passages(path)
    headline = words_of(item.find("contentMeta/headline"))
    by = words_of(item.find("contentMeta/by")) or words_of(item.find("contentMeta/creator/name"))
    genre = words_of(item.find("contentMeta/genre/name"))
    inner = _read_content(item, at, passages, headline)
    metadata = Metadata(headline or inner.title, by or inner.byline, genre or inner.section)
    several = f"There are {len(texts)} articles in this message; only the first is read."
    notes = (Note("several-articles", several),) if len(texts) > 1 else ()
    return passages.extract(metadata, format="newsml-g2", notes=notes)


def _read_content(item: Element, path: str, passages: Passages, headline: str | None) -> Metadata:
    for content, place in _below(item, path, "contentSet", "inlineXML"):
        for root, at in children_of(content, place):
            if root.tag == "nitf":
                return _read_nitf(root, at, passages, headline)
            if headline and _first_headline(root) != headline:
                passages.add([(headline, f"{path}/contentMeta/headline")], is_title=True)
            XmlReader(passages).read(root, at)
            return Metadata()
    if headline:
        passages.add([(headline, f"{path}/contentMeta/headline")], is_title=True)
    for content, place in _below(item, path, "contentSet", "inlineData"):
        words = content.text or ""
        for paragraph in find_paragraphs(words):
            passages.add([(paragraph.of(words), place)])
        break
    return Metadata()


def _first_headline(root: Element) -> str | None:
    return next((words_of(each) for each in root.iter("h1")), None)
