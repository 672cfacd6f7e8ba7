"""Plain text: nothing is markup but directives, ``[quotecheck: ignore RULE -- reason]`` on a line of its own."""

from __future__ import annotations

from quotecheck.rulebook import Rulebook
from quotecheck.text.directives import LINE
from quotecheck.text.formats.extract import Extract, extract_of
from quotecheck.text.mapped import INVISIBLE, MappedText


def read_plain(text: str, path: str, rulebook: Rulebook) -> Extract:
    """The text, without lines that are directives and without invisible characters."""
    if "[quotecheck:" not in text and not INVISIBLE.search(text):
        return Extract(text)
    mapped = MappedText()
    at = 0
    for found in LINE.finditer(text):
        mapped.copy(text[at : found.start()], at)
        mapped.direct(found.group(1), *found.span())
        at = found.end()
    mapped.copy(text[at:], at)
    return extract_of(mapped, text)
