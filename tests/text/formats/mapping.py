"""What must be true of every Extract, whatever format it comes from."""

from __future__ import annotations

from html import unescape
from itertools import pairwise

from quotecheck.document.build import build_document_from_text
from quotecheck.records import Document, Span
from quotecheck.rulebook import load_rulebook
from quotecheck.text.mapped import INVISIBLE

RULEBOOK = load_rulebook()
OPENING, CLOSING = "“‘", "”’"


def document_of(text: str, suffix: str) -> Document:
    return build_document_from_text(text, RULEBOOK, path=f"article{suffix}")


def unmarked(slice_: str) -> set[str]:
    """What the words may be that a slice of markup stands for."""
    plain = unescape(slice_)
    words = {slice_, INVISIBLE.sub("", slice_), plain, plain.replace("\\", "", 1), " ".join(plain.split())}
    if plain.isspace():
        words.add(" ")
    if slice_.startswith(("<cite", "<footer")):
        words.add("— ")
    if slice_.startswith("<q"):
        words.update(OPENING)
    if slice_.startswith("</q"):
        words.update(CLOSING)
    if not slice_ or slice_.lstrip(" \t>-+*0123456789.)") == "":
        words.update(("> ", *CLOSING))
    return words


def check_mapping(document: Document) -> None:
    """Segments are in order and apart; what they map to, unmarked, is what they hold; all words are in them."""
    text, source = document.text, document.source
    if document.markup is None:
        return
    for one, two in pairwise(document.segments):
        assert one.span.end <= two.span.start, (one, two)
        assert one.origin.end <= two.origin.start, (one, two, source)
    at = 0
    for segment in document.segments:
        assert not text[at : segment.span.start].strip("\n"), text[at : segment.span.start]
        at = segment.span.end
        assert 0 <= segment.origin.start <= segment.origin.end <= len(source)
        assert segment.span.start < segment.span.end
        words, origin = segment.span.of(text), segment.origin.of(source)
        if len(words) == len(origin):
            same = (a == b or (a.isspace() and b.isspace()) for a, b in zip(words, origin, strict=True))
            assert all(same) or words in unmarked(origin), (words, origin)
        else:
            assert words in unmarked(origin), (words, origin)
    assert not text[at:].strip("\n")
    for directive in document.directives:
        assert 0 <= directive.offset <= len(text)
        assert 0 <= directive.origin.start < directive.origin.end <= len(source)


def source_of(document: Document, words: str) -> str:
    """The slice of the source for ``words``, which stand once in the plain text."""
    assert document.text.count(words) == 1, document.text
    start = document.text.index(words)
    return document.origin(Span(start, start + len(words))).of(document.source)
