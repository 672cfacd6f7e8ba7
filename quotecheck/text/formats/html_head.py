"""What a page says about itself: ``<meta>``, ``<title>``, and schema.org data in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quotecheck.text.formats.extract import Metadata
from quotecheck.text.formats.html_tokens import REFERENCE, Kind, Token, resolved
from quotecheck.text.formats.html_tree import Element

TITLES = ("og:title", "twitter:title", "dc.title", "headline")
BYLINES = ("author", "byl", "article:author", "parsely-author", "dc.creator", "sailthru.author")
SECTIONS = ("article:section", "parsely-section", "section")
URL = re.compile(r"\s*(?:https?:)?//")
OPINION = "OpinionNewsArticle"


@dataclass(frozen=True, slots=True)
class Head:
    """Metadata of a page; ``headline`` is where a headline stands that readers are shown elsewhere."""

    metadata: Metadata
    headline: tuple[str, int, int] | None = None
    is_there: bool = False


def read_head(page: str, tokens: Sequence[Token], elements: Sequence[Element]) -> Head:
    """JSON-LD before ``<meta>`` before ``<title>``; data that cannot be read count as missing."""
    metas = _metas(elements)
    scripts = [each for each in elements if each.name == "script" and "ld+json" in each.value("type")]
    articles = [one for each in scripts for one in _articles(_raw(page, tokens, each))]
    article: Mapping[str, object] = articles[0] if articles else {}
    headline = next((metas[name] for name in TITLES if name in metas), None)
    titles = [each for each in elements if each.name == "title" and not _is_inside(each, "svg", elements)]
    title = _text(article.get("headline")) or (headline[0] if headline else None)
    title = title or next(filter(None, (_words(_raw(page, tokens, each)) for each in titles)), None)
    byline = _names(article.get("author"))
    byline = byline or next(
        (metas[name][0] for name in BYLINES if name in metas and not URL.match(metas[name][0])), None
    )
    section = _text(article.get("articleSection")) or next((metas[each][0] for each in SECTIONS if each in metas), None)
    if section is None and OPINION in _texts(article.get("@type")):
        section = "opinion"
    is_there = bool(metas or scripts or titles)
    return Head(Metadata(title, byline, section), headline, is_there)


def _metas(elements: Sequence[Element]) -> dict[str, tuple[str, int, int]]:
    """The contents of ``<meta>`` by name, the first of each."""
    metas: dict[str, tuple[str, int, int]] = {}
    for element in elements:
        name = (element.value("name") or element.value("property") or element.value("itemprop")).lower()
        if element.name == "meta" and name and element.value("content").strip():
            metas.setdefault(name, element.attributes["content"])
    return metas


def _raw(page: str, tokens: Sequence[Token], element: Element) -> str:
    inside = tokens[element.first + 1 : element.end]
    return "".join(page[each.start : each.end] for each in inside if each.kind is Kind.RAW)


def _words(text: str) -> str:
    return " ".join(REFERENCE.sub(resolved, text).split())


def _is_inside(element: Element, name: str, elements: Sequence[Element]) -> bool:
    return element.parent >= 0 and elements[element.parent].name == name


def _articles(text: str) -> Iterator[Mapping[str, object]]:
    """Every object with a headline, however deep in lists and graphs."""
    try:
        waiting: list[object] = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, dict):
            if _text(one.get("headline")):
                yield one
            waiting.extend(reversed([each for each in one.values() if isinstance(each, list | dict)]))


def _texts(value: object) -> list[str]:
    members = value if isinstance(value, list) else [value]
    return [_words(each) for each in members if isinstance(each, str) and each.strip()]


def _text(value: object) -> str | None:
    return next(iter(_texts(value)), None)


def _names(value: object) -> str | None:
    members = value if isinstance(value, list) else [value]
    names = [_text(each.get("name")) if isinstance(each, dict) else _text(each) for each in members]
    return ", ".join(name for name in names if name and not URL.match(name)) or None
