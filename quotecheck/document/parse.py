"""A document with its parse, and the only bridge between our spans and spaCy's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from quotecheck.document.annotator import NAME
from quotecheck.document.reading import KEY, Reading
from quotecheck.records import Document, Span

ENDED = re.compile(r"(?:[.!?…:;]|^\W+)[\"'’”»)\]\s]*$")
SQUEEZED = re.compile(r'(?<=[.,!?…:;])["“”](?=\w)')  # "It sank!”Former pilots", "he said,“It sank"
LONGEST_RUN = 1000  # characters without white space that the tokenizer gets at once


@dataclass(frozen=True)
class Parse:
    """A document and spaCy's reading of its text; ``doc.text`` is ``document.text``."""

    document: Document
    doc: Doc
    reading: Reading | None = None

    @cached_property
    def starts(self) -> list[int]:
        """First character of every token."""
        return [token.idx for token in self.doc]

    def tokens_in(self, span: Span) -> DocSpan:
        """The tokens that begin inside ``span``."""
        return self.doc[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.document.paragraphs]

    def crosses_paragraphs(self, start: int, end: int) -> bool:
        """Whether a paragraph begins behind the character at ``start``, up to the one at ``end``."""
        return bisect_right(self._paragraph_starts, start) < bisect_right(self._paragraph_starts, end)

    def token_at(self, offset: int) -> Token:
        """The token that holds the character at ``offset``, or the last one before it."""
        return self.doc[max(0, bisect_right(self.starts, offset) - 1)]


def span_of(first: Token, last: Token) -> Span:
    """The characters from ``first`` to ``last``, both included."""
    return Span(first.idx, last.idx + len(last.text))


def sentences_of(parsed: Parse) -> tuple[Span, ...]:
    """The sentences of the text; a break within a paragraph, after a word that ends no sentence, is none."""
    text = parsed.document.text
    sentences: list[Span] = []
    for found in parsed.doc.sents:
        span = span_of(found[0], found[-1])
        last = sentences[-1] if sentences else None
        if last is None or ENDED.search(last.of(text)) or parsed.crosses_paragraphs(last.start, span.start):
            sentences.append(span)
        else:
            sentences[-1] = Span(last.start, span.end)
    return tuple(sentences)


def parse(document: Document, nlp: Language, *, with_reading: bool = True) -> Parse:
    """Run ``nlp`` over the document; only the bundled pipeline brings a reading, and only where it is wanted."""
    if nlp.has_pipe(NAME):
        doc = nlp(tokenize(document.text, nlp))
        return Parse(document, doc, doc.user_data[KEY] if with_reading else None)
    return Parse(document, _by_paragraph(document, nlp))


def tokenize(text: str, nlp: Language) -> Doc:
    """Tokens of ``text``; a quotation mark stands alone where a space is missing before or behind it.

    A run of characters without end is cut, since the tokenizer is quadratic in its length.
    """
    cuts = sorted({edge for found in SQUEEZED.finditer(text) for edge in found.span()}.union(_cuts(text)))
    if not cuts:
        return nlp.tokenizer(text)
    edges = [0, *cuts, len(text)]
    return _join([nlp.tokenizer(text[a:b]) for a, b in pairwise(edges)], nlp)


def _cuts(text: str) -> list[int]:
    cuts: list[int] = []
    run = 0
    if len(text) <= LONGEST_RUN:
        return cuts
    for word in text.split():
        run = max(run, len(word))
    if run <= LONGEST_RUN:
        return cuts
    run = 0
    for at, char in enumerate(text):
        run = 0 if char.isspace() else run + 1
        if run == LONGEST_RUN:
            cuts.append(at)
            run = 0
    return cuts


def _join(docs: list[Doc], nlp: Language) -> Doc:
    words = [token.text for doc in docs for token in doc]
    spaces = [bool(token.whitespace_) for doc in docs for token in doc]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _by_paragraph(document: Document, nlp: Language) -> Doc:
    """Another pipeline reads a paragraph at a time, so that no sentence of its crosses one."""
    edges = [0, *(span.start for span in document.paragraphs[1:]), len(document.text)]
    chunks = [tokenize(document.text[a:b], nlp) for a, b in pairwise(edges)]
    joined = Doc.from_docs(list(nlp.pipe(chunks)), ensure_whitespace=False)
    return joined if joined is not None else Doc(nlp.vocab)
