"""ninjs, news in JSON: version 1 has ``headline`` and ``body_html``, later ones ``headlines`` and ``bodies``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quotecheck.errors import InputError
from quotecheck.rulebook import Rulebook
from quotecheck.text.formats.extract import Extract, Metadata
from quotecheck.text.formats.html import put_fragment
from quotecheck.text.formats.passages import Passages
from quotecheck.text.formats.plain import read_plain
from quotecheck.text.mapped import MappedText

HTML = re.compile(r"html", re.IGNORECASE)
TAG = re.compile(r"</?(?:p|div|br|h[1-6]|blockquote|ul|li)\b[^>]*>", re.IGNORECASE)
UNUSABLE = re.compile("[\ud800-\udfff\x00-\x08\x0e-\x1f]")  # what JSON can write, and no text holds


@dataclass(frozen=True, slots=True)
class _Value:
    """A text, and its JSON pointer."""

    text: str
    pointer: str
    is_html: bool = False


def read_ninjs(text: str, path: str, rulebook: Rulebook) -> Extract:
    """The article in ``text``; raises InputError where that is broken JSON, or no ninjs."""
    item = _parsed(text, path)
    headline = next(iter(_values(item, "headline", "headlines")), None)
    bodies = list(_bodies(item))
    if not bodies:
        raise InputError(path, "no-format", "it is no ninjs: there is no 'body_text', 'body_html' or 'bodies' in it")
    body = next((each for each in bodies if each.is_html), bodies[0])
    passages = Passages(path)
    if headline:
        passages.add([(" ".join(headline.text.split()), headline.pointer)], is_title=True)
    if body.is_html:
        out = MappedText()
        put_fragment(body.text, path, rulebook, out)
        out.finish()
        passages.add_text(out.text, body.pointer, out.directives)
    else:
        plain = read_plain(body.text, path, rulebook)
        passages.add_text(plain.text, body.pointer, plain.directives)
    byline = ", ".join(each.text for each in _values(item, "byline", "bylines", "by"))
    genres = [each.text for each in _values(item, "section", "genre", "genres")]
    metadata = Metadata(None, byline or None, genres[0] if genres else None)
    return passages.extract(metadata)


def _parsed(text: str, path: str) -> Mapping[str, object]:
    try:
        item = json.loads(text)
    except json.JSONDecodeError as error:
        reason = f"it is no valid JSON: {error.msg} in line {error.lineno}, column {error.colno}; export it anew"
        raise InputError(path, "json", reason) from None
    except (ValueError, RecursionError):
        raise InputError(path, "json", "it is no JSON of an article: too deeply nested, or numbers too long") from None
    if not isinstance(item, dict):
        raise InputError(path, "no-format", "it is no ninjs: its outermost value must be an object")
    return item


def _bodies(item: Mapping[str, object]) -> Iterator[_Value]:
    """The texts of the article, with those that are HTML marked."""
    for key in sorted(item):
        if key.startswith("body_") or key == "body":
            for value in _values(item, key):
                yield _Value(value.text, value.pointer, bool(HTML.search(key) or TAG.search(value.text)))
    members = item.get("bodies")
    for value in _values(item, "bodies"):
        number = int(value.pointer.split("/")[2])
        member = members[number] if isinstance(members, list) else {}
        kind = str(member.get("contentType", member.get("contenttype", ""))) if isinstance(member, dict) else ""
        yield _Value(value.text, value.pointer, bool(HTML.search(kind) or TAG.search(value.text)))


def _values(item: Mapping[str, object], *keys: str) -> Iterator[_Value]:
    """The texts under the first of ``keys`` that has any: a text, a list of texts, or of objects with a text."""
    for key in keys:
        found = list(_texts(item.get(key), f"/{key}"))
        if found:
            yield from found
            return


def _texts(value: object, pointer: str) -> Iterator[_Value]:
    if isinstance(value, str) and value.strip():
        yield _Value(UNUSABLE.sub("\ufffd", value), pointer)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, f"{pointer}/{number}")
    elif isinstance(value, dict):
        for key in ("value", "name", "literal"):
            if isinstance(value.get(key), str):
                yield from _texts(value[key], f"{pointer}/{key}")
                return
