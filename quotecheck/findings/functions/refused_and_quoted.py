"""Unnamed people of an institution that is said to have refused comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import SOURCE, Subject
from quotecheck.findings.subjects import SUBJECTS_OF
from quotecheck.findings.view import View
from quotecheck.records import Source, SourceType, Span

HIDDEN = (SourceType.ANONYMOUS_SOURCE, SourceType.UNNAMED_PERSON)
CAPITALIZED = re.compile(r"(?<![\w.])[A-Z][\w&-]+")
NO_NAMES = "policy-phrase-words"
RANKS = "source-honorifics"


def refused_and_quoted(view: View, _: Mapping[str, float]) -> Iterator[Subject]:
    """Sources without a name whose description shares a name with somebody who would not comment."""
    refused = [(each.source, _names(view, each.source)) for each in view.audit.refusals if each.source is not None]
    for subject in SUBJECTS_OF[SOURCE](view):
        source = subject.source
        if source is None or source.type not in HIDDEN or source.name is not None:
            continue
        names = _names_of(view, source)
        refuser = next((place for place, words in refused if words & names and place not in source.mentions), None)
        if refuser is not None:
            shown = " ".join(refuser.of(view.text).split())
            yield Subject(SOURCE, subject.span, source, subject.attribution, facts={"refuser": shown})


def _names_of(view: View, source: Source) -> frozenset[str]:
    return frozenset(word for mention in source.mentions for word in _names(view, mention))


def _names(view: View, span: Span) -> frozenset[str]:
    """Capitalized words that are no small words or ranks."""
    small, ranks = view.rulebook.lexicon(NO_NAMES), view.rulebook.lexicon(RANKS)
    words = CAPITALIZED.findall(span.of(view.text))
    return frozenset(word for word in words if word.lower() not in small and word not in ranks)
