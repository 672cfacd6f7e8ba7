"""HTML cut into tags, comments and text, each with its place, in one pass over the page.

``html.parser`` of the standard library takes quadratic time on unclosed tags (24 kB of them five seconds), and reads
broken pages otherwise from release to release; here every character is looked at once, as browsers do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from html import unescape

TAG = re.compile(
    r"<!--(?P<comment>(?=-?>)|(?:(?!--!?>).)*+)(?:--!?>|-?>|\Z)"
    r"|<[!?][^>]*(?:>|\Z)"
    r"|</(?P<end>[a-zA-Z][^\s/>]*)[^>]*(?:>|\Z)"
    r"""|<(?P<start>[a-zA-Z][^\s/>]*)(?P<attributes>(?:=\s*"[^"]*(?:"|\Z)|=\s*'[^']*(?:'|\Z)|[^>])*+)(?:>|\Z)""",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s"'=<>`]+)))?""")
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}\b;?|#[xX][0-9a-fA-F]{1,6}\b;?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
RAW = frozenset(("iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"))
RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


class Kind(Enum):
    """What a piece of a page is."""

    START = auto()
    END = auto()
    COMMENT = auto()
    TEXT = auto()
    RAW = auto()  # text in which nothing is a tag, of a script for example


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a page; ``name`` is that of the element, in small letters."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    inside: tuple[int, int] = (0, 0)  # where attributes, or the words of a comment, stand


def tokens_of(page: str) -> Iterator[Token]:
    """All of ``page``, in order; declarations and processing instructions left out."""
    at = 0
    raw: str | None = None
    while at < len(page):
        if raw:
            found_end = RAW_ENDS[raw].search(page, at)
            end = found_end.start() if found_end else len(page)
            if end > at:
                yield Token(Kind.RAW, at, end, raw)
            at, raw = end, None
            continue
        found = TAG.search(page, at)
        end = found.start() if found else len(page)
        if end > at:
            yield Token(Kind.TEXT, at, end)
        if found is None:
            return
        token = _token(found)
        if token:
            yield token
            raw = token.name if token.kind is Kind.START and token.name in RAW else None
        at = found.end()


def attributes_of(page: str, token: Token) -> dict[str, tuple[str, int, int]]:
    """The value and its place for each attribute of a start tag; the first counts, where two have one name."""
    found: dict[str, tuple[str, int, int]] = {}
    for each in ATTRIBUTE.finditer(page, *token.inside):
        group = each.lastindex or 1
        value = REFERENCE.sub(resolved, each.group(group)) if group > 1 else ""
        found.setdefault(each.group(1).lower(), (value, *each.span(group)))
    return found


def resolved(reference: re.Match[str]) -> str:
    """The character that ``&ldquo;`` or its like stands for."""
    return unescape(reference.group())


def _token(found: re.Match[str]) -> Token | None:
    for kind, group in ((Kind.END, "end"), (Kind.START, "start"), (Kind.COMMENT, "comment")):
        if found.group(group) is not None:
            name = "" if kind is Kind.COMMENT else found.group(group).lower()
            inside = found.span("attributes" if kind is Kind.START else group)
            return Token(kind, *found.span(), name, inside)
    return None
