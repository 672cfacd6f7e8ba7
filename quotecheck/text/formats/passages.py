"""The text taken out of a container: a Word file, JSON or XML, where offsets can lead into no file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotecheck.errors import InputError
from quotecheck.records import Directive, Note, Place, Span
from quotecheck.text.directives import LINE
from quotecheck.text.formats.extract import Extract, Metadata
from quotecheck.text.mapped import PARAGRAPH, PART, QUOTED, MappedText
from quotecheck.text.paragraphs import find_paragraphs

LONGEST = 4_000_000  # characters, as of a plain text


class Passages:
    """Collects paragraphs with the names of their places.

    They are the source that offsets count in, with blank lines between them and ``> `` before what is quoted by
    layout; only there stand the lines that are directives, too.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.heading: Span | None = None
        self.places: list[Place] = []
        self._out = MappedText()
        self._source: list[str] = []
        self._length = 0

    def add(
        self, pieces: Sequence[tuple[str, str]], *, quoted: bool = False, is_title: bool = False, apart: bool = False
    ) -> None:
        """A paragraph of words, each with the name of its place; ``apart``: it goes on with nothing before it."""
        pieces = _stripped(pieces)
        words = "".join(each for each, _ in pieces)
        if not words:
            return
        breaks = PART if apart else PARAGRAPH
        if self._length:
            self._append("\n" * breaks)
        directive = LINE.fullmatch(words)
        if directive:
            self._out.direct(directive.group(1), self._length, self._length + len(words))
            self._append(words)
            return
        self._out.break_paragraph(breaks)
        before = self._out.length
        if quoted:
            self._put(QUOTED, pieces[0][1])
        for piece, label in pieces:
            self._put(piece, label)
        if is_title and self.heading is None:
            self.heading = self._out.span_since(before)

    def add_text(self, text: str, label: str, directives: Iterable[Directive] = ()) -> None:
        """Paragraphs, numbered within the place that ``label`` names; directives are about what follows in ``text``."""
        if self._length and text:
            self._append("\n\n")
        self._out.break_paragraph()
        before, at = self._out.length, 0
        for each in directives:
            self._copy(text[at : each.offset])
            self._out.direct(each.words, self._length, self._length)
            at = each.offset
        self._copy(text[at:])
        added = self._out.span_since(before)
        for number, span in enumerate(find_paragraphs(added.of(self._out.text)), 1):
            place = Span(added.start + span.start, added.start + span.end)
            self.places.append(Place(place, f"{label}, paragraph {number}"))

    def extract(
        self, metadata: Metadata, *, format: str | None = None, has_metadata: bool = True, notes: tuple[Note, ...] = ()
    ) -> Extract:
        """All of it; the heading goes before the title of ``metadata``. Raises InputError where it is too long."""
        if self._length > LONGEST:
            reason = f"it holds more than {LONGEST // 1_000_000} million characters, so it is no article; split it"
            raise InputError(self.path, "too-large", reason)
        self._out.finish()
        text, source = self._out.text, "".join(self._source)
        is_same = text == source
        return Extract(
            text=text,
            format=format,
            markup=None if is_same else source,
            segments=() if is_same else self._out.segments,
            places=tuple(self.places),
            directives=tuple(self._out.directives),
            title=self.heading.of(text) if self.heading else metadata.title,
            byline=metadata.byline,
            section=metadata.section,
            heading=self.heading,
            has_metadata=has_metadata,
            notes=notes,
        )

    def _put(self, words: str, label: str) -> None:
        before = self._out.length
        self._copy(words)
        span = self._out.span_since(before)
        if self.places and self.places[-1].label == label:
            span = Span(self.places.pop().span.start, span.end)
        if span.start < span.end:
            self.places.append(Place(span, label))

    def _copy(self, words: str) -> None:
        self._out.copy(words, self._length)
        self._append(words)

    def _append(self, words: str) -> None:
        self._source.append(words)
        self._length += len(words)


def _stripped(pieces: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without white space at the edges of the paragraph."""
    kept = [(words, label) for words, label in pieces if words]
    while kept and not kept[0][0].strip():
        kept.pop(0)
    while kept and not kept[-1][0].strip():
        kept.pop()
    if kept:
        kept[0] = (kept[0][0].lstrip(), kept[0][1])
        kept[-1] = (kept[-1][0].rstrip(), kept[-1][1])
    return kept
