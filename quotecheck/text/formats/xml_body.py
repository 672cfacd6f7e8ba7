"""The paragraphs of an article in XML: those of NITF, and of XHTML inside NewsML-G2."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quotecheck.text.formats.html_body import MARKS, NO_DASH
from quotecheck.text.formats.html_tree import BLOCKS
from quotecheck.text.formats.passages import Passages

SPACE = re.compile(r"[ \t\r\n\f]+")
PARAGRAPHS = BLOCKS | {
    "block",
    "body.content",
    "bq",
    "credit",
    "fn",
    "hl1",
    "hl2",
    "li",
    "media",
    "media-caption",
    "note",
}
QUOTES = frozenset(("blockquote", "bq"))
CREDITS = frozenset(("credit", "footer"))  # in a block quote: whose words they are
LEFT_OUT = frozenset(
    ("aside", "colgroup", "head", "media-metadata", "media-producer", "media-reference", "nav", "nitf-table-metadata")
) | {"object", "script", "style"}
HEADLINES = frozenset(("h1", "hl1"))


class XmlReader:
    """Adds the paragraphs below an element; each is named by its path, "/nitf/body/body.content/p[2]"."""

    def __init__(self, passages: Passages) -> None:
        self.passages = passages
        self._words: list[str] = []
        self._depth = 0  # of quotations without marks
        self._apart = False

    def read(self, element: Element, path: str, *, quoted: bool = False) -> None:
        """``element``, which stands at ``path``, and all below it."""
        if element.tag in LEFT_OUT:
            return
        is_credit = quoted and element.tag in CREDITS
        is_paragraph = element.tag in PARAGRAPHS or is_credit
        if is_paragraph:
            self._flush(path.rpartition("/")[0], quoted=quoted)
        quoted = element.tag in QUOTES or (quoted and element.tag not in CREDITS)
        self._apart |= element.tag in QUOTES
        if is_credit and NO_DASH.match("".join(element.itertext())):
            self._words.append("— ")
        if element.tag == "br":
            self._words.append("\n")
        self._mark(element, 0)
        self._words.append(SPACE.sub(" ", element.text or ""))
        for child, place in children_of(element, path):
            self.read(child, place, quoted=quoted)
            if is_paragraph and child.tag in PARAGRAPHS:
                self._flush(path, quoted=quoted)
            self._words.append(SPACE.sub(" ", child.tail or ""))
        self._mark(element, 1)
        if is_paragraph:
            self._flush(path, quoted=quoted, is_title=element.tag in HEADLINES)
        self._apart |= element.tag in QUOTES

    def _mark(self, element: Element, side: int) -> None:
        """``<q>`` has no marks of its own."""
        if element.tag == "q":
            self._depth -= side
            self._words.append(MARKS[self._depth % 2][side])
            self._depth += 1 - side

    def _flush(self, path: str, *, quoted: bool, is_title: bool = False) -> None:
        words = "".join(self._words)
        self._words.clear()
        if words.strip():
            self.passages.add([(words, path)], quoted=quoted, is_title=is_title, apart=self._apart)
            self._apart = False


def children_of(element: Element, path: str) -> Iterator[tuple[Element, str]]:
    """The elements in it, with their paths; numbers count those of one name, where there are several."""
    totals = Counter(child.tag for child in element)
    counts: Counter[str] = Counter()
    for child in element:
        counts[child.tag] += 1
        number = f"[{counts[child.tag]}]" if totals[child.tag] > 1 else ""
        yield child, f"{path}/{child.tag}{number}"


def words_of(element: Element | None) -> str | None:
    """All words in an element, on one line; ``None`` where there are none."""
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None
