"""What every format makes of a file."""

from __future__ import annotations

from dataclasses import dataclass

from quotecheck.records import Directive, Note, Place, Segment, Span
from quotecheck.text.mapped import MappedText


@dataclass(frozen=True, slots=True)
class Extract:
    """The words of an article, where they come from, and what its metadata say; fields as in Document."""

    text: str
    format: str | None = None  # its name, where the suffix leaves several
    markup: str | None = None
    segments: tuple[Segment, ...] = ()
    places: tuple[Place, ...] = ()
    directives: tuple[Directive, ...] = ()
    title: str | None = None
    byline: str | None = None
    section: str | None = None
    heading: Span | None = None
    has_metadata: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says about itself outside its text."""

    title: str | None = None
    byline: str | None = None
    section: str | None = None


def extract_of(mapped: MappedText, source: str) -> Extract:
    """The words in ``mapped``, which were made from ``source``."""
    mapped.finish()
    return Extract(mapped.text, markup=source, segments=mapped.segments, directives=tuple(mapped.directives))
