"""Headlines that state what only an anonymous source claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import ATTRIBUTION, Subject
from quotecheck.findings.view import View
from quotecheck.records import Attribution, SourceType, Span

WORD = re.compile(r"\w{4,}")


def unsourced_headline(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """The headline without an attribution, where all that shares ``shared_words`` long words with it is anonymous."""
    headline = view.headline
    if headline is None or any(each.statement.overlaps(headline) for each in view.audit.attributions):
        return
    words = _words(headline, view)
    support = [each for each in view.statements if len(words & _said(each, view)) >= settings["shared_words"]]
    if support and all(_is_anonymous(each, view) for each in support):
        yield Subject(ATTRIBUTION, headline, view.source_of(support[0]), support[0])


def _is_anonymous(attribution: Attribution, view: View) -> bool:
    sources = view.sources_of(attribution)
    return bool(sources) and all(source.type is SourceType.ANONYMOUS_SOURCE for source in sources)


def _said(attribution: Attribution, view: View) -> set[str]:
    return {word for content in attribution.content for word in _words(content, view)}


def _words(span: Span, view: View) -> set[str]:
    return {found.group().lower() for found in WORD.finditer(span.of(view.text))}
