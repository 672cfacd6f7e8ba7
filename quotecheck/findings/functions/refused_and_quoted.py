"""Unnamed people of an institution that is said to have refused comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import SOURCE, Subject
from quotecheck.findings.subjects import SUBJECTS_OF
from quotecheck.findings.view import View
from quotecheck.records import SourceKind, SourceType, Span
from quotecheck.rulebook.wordings import index_of_list

HIDDEN = (SourceType.ANONYMOUS_SOURCE, SourceType.UNNAMED_PERSON)
CAPITALIZED = re.compile(r"(?<![\w.])[A-Z][\w&-]+")
NO_NAMES = "policy-phrase-words"
RANKS, REQUESTS = "source-honorifics", "source-anonymity-signals"


def refused_and_quoted(view: View, _: Mapping[str, float]) -> Iterator[Subject]:
    """Sources without a name whose description names a body that would not comment, or whose people would not."""
    refused = [(place, _bodies(view, place)) for place in _refusers(view)]
    for subject in SUBJECTS_OF[SOURCE](view):
        source = subject.source
        if source is None or source.type not in HIDDEN or source.name is not None:
            continue
        names = frozenset(word for mention in source.mentions for word in _names(view, mention))
        refuser = next((place for place, words in refused if words & names), None)
        if refuser is not None:
            shown = " ".join(refuser.of(view.text).split())
            yield Subject(SOURCE, subject.span, source, subject.attribution, facts={"refuser": shown})


def _refusers(view: View) -> Iterator[Span]:
    """Those who would not comment, without those who would not be named."""
    signals = index_of_list(REQUESTS, view.rulebook)
    for refusal in view.audit.refusals:
        if refusal.source is not None and not signals.occurs_in(view.sentence_at(refusal.cue.start).of(view.text)):
            yield refusal.source


def _bodies(view: View, span: Span) -> frozenset[str]:
    """Names of bodies: those that belong to no person."""
    people = (each.span for each in view.audit.names if each.kind is SourceKind.PERSON and each.span.overlaps(span))
    return _names(view, span).difference(*(_names(view, person) for person in people))


def _names(view: View, span: Span) -> frozenset[str]:
    """Capitalized words that are no small words or ranks."""
    small, ranks = view.rulebook.lexicon(NO_NAMES), view.rulebook.lexicon(RANKS)
    words = CAPITALIZED.findall(span.of(view.text))
    return frozenset(word for word in words if word.lower() not in small and word not in ranks)
