"""The formats that articles come in; a new one is a module with a function that makes an Extract, and a line here.

A format is chosen by the suffix of the file, and by a look at its first bytes where the suffix tells nothing.
Modules are imported when the first file of their format comes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeAlias

from quotecheck.rulebook import Rulebook
from quotecheck.text.formats.extract import Extract
from quotecheck.text.formats.plain import read_plain

__all__ = ["FORMATS", "PLAIN", "SUFFIXES", "Extract", "Format", "format_of", "is_shared", "looks_like_article"]

ReadText: TypeAlias = Callable[[str, str, Rulebook], Extract]
ReadBytes: TypeAlias = Callable[[bytes, str, Rulebook], Extract]
HEAD = 4096  # bytes that a look goes through


@dataclass(frozen=True, slots=True)
class Format:
    """How files of one kind are told and read; readers raise InputError, which names the path they are given."""

    name: str
    suffixes: tuple[str, ...]
    starts: re.Pattern[bytes]  # how its files begin
    read: ReadText | None = None
    read_bytes: ReadBytes | None = None  # for a container that is no text
    holds: tuple[re.Pattern[bytes], ...] = ()  # what is in every article, where other files have the same suffix


def _markdown(text: str, path: str, rulebook: Rulebook) -> Extract:
    from quotecheck.text.formats.markdown import read_markdown

    return read_markdown(text, path, rulebook)


def _html(text: str, path: str, rulebook: Rulebook) -> Extract:
    from quotecheck.text.formats.html import read_html

    return read_html(text, path, rulebook)


def _docx(data: bytes, path: str, rulebook: Rulebook) -> Extract:
    from quotecheck.text.formats.docx import read_docx

    return read_docx(data, path, rulebook)


def _ninjs(text: str, path: str, rulebook: Rulebook) -> Extract:
    from quotecheck.text.formats.ninjs import read_ninjs

    return read_ninjs(text, path, rulebook)


def _xml(text: str, path: str, rulebook: Rulebook) -> Extract:
    from quotecheck.text.formats.xml import read_xml

    return read_xml(text, path, rulebook)


PLAIN = Format("text", (".txt",), re.compile(rb"(?!)"), read_plain)
FORMATS = (
    Format("docx", (".docx",), re.compile(rb"PK\x03\x04"), read_bytes=_docx),
    Format(
        "ninjs",
        (".json",),
        re.compile(rb"\s*\{"),
        _ninjs,
        holds=(re.compile(rb'"headlines?"\s*:'), re.compile(rb'"(?:body_?\w+|bodies)"\s*:')),
    ),
    Format(
        "xml",
        (".xml", ".nitf"),
        re.compile(rb"\s*<(?:\?xml\s(?!.*<html)|nitf\b|(?:\w+:)?news(?:Item|Message)\b)", re.DOTALL),
        _xml,
        holds=(re.compile(rb"<(?:nitf|(?:[\w.-]+:)?news(?:Item|Message))[\s>]"),),
    ),
    Format(
        "html",
        (".html", ".htm", ".xhtml"),
        re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE),
        _html,
    ),
    Format("markdown", (".md", ".markdown"), re.compile(rb"(?:---[ \t]*\r?\n[\w-]+:|\+\+\+[ \t]*\r?\n)"), _markdown),
    PLAIN,
)
SUFFIXES = tuple(sorted(suffix for each in FORMATS for suffix in each.suffixes))
_BY_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}


def format_of(path: str, data: bytes | None = None) -> Format:
    """The format of the file at ``path``; ``data``, where given, tells where the suffix does not."""
    known = _BY_SUFFIX.get(PurePath(path).suffix.lower())
    if known or data is None:
        return known or PLAIN
    head = data[:HEAD].removeprefix(b"\xef\xbb\xbf")
    return next((each for each in FORMATS if each.starts.match(head)), PLAIN)


def is_shared(path: str) -> bool:
    """Whether files that are no articles often have the same suffix, as configuration in JSON has."""
    return bool(format_of(path).holds)


def looks_like_article(path: str, data: bytes) -> bool:
    """Whether the file holds what every article of its format has."""
    return all(each.search(data) for each in format_of(path).holds)
