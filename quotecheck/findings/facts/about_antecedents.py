"""Facts about what an article has told before a source without a name speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quotecheck.findings.noun_phrase import read_phrase
from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import SourceKind, Span
from quotecheck.text.opening import dateline_end

PLACE = re.compile(r"\b(?i:in|at|near|outside|from|across)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}([A-Z]\w+)")
FEW_WORDS = 30  # characters before and behind a noun that may describe it
DATES = "policy-dates"


def _is_described_before(view: View, subject: Subject) -> Fact:
    """Whether the noun of the source stood with words that describe it earlier in the article."""
    if subject.source is None:
        return None
    noun = read_phrase(subject.source.description, view.rulebook).noun
    return any(_is_described(view, start) for start in view.nouns.get(noun, ()) if start < subject.span.start)


def _is_described(view: View, start: int) -> bool:
    sentence = view.sentence_at(start)
    before = view.text[max(sentence.start, start - FEW_WORDS) : start].split()[-2:]
    behind = view.text[start : min(sentence.end, start + FEW_WORDS)]
    phrase = read_phrase(" ".join((*before[-1:], behind)), view.rulebook)
    return bool(phrase.complement) or any(kind not in ("other", "seniority") for kind in phrase.kinds)


def _has_organization_near(view: View, subject: Subject) -> Fact:
    """Whether an organization is named in the same sentence or the one before."""
    number = view.sentence_number(subject.span.start)
    first = view.audit.sentences[max(0, number - 1)].start if view.audit.sentences else 0
    near = view.names_in(Span(first, view.sentence_at(subject.span.start).end))
    return any(name.kind is SourceKind.ORGANIZATION for name in near)


def _has_place_before(view: View, subject: Subject) -> Fact:
    """Whether a place is named in the same sentence, before the source, or the article begins with a dateline."""
    if dateline_end(view.audit.document.text, view.lead) is not None:
        return True
    before = view.text[view.sentence_at(subject.span.start).start : subject.span.start]
    dates = view.rulebook.lexicon(DATES)
    return any(found.group(1) not in dates for found in PLACE.finditer(before))


ANTECEDENT_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    "is_described_before": _is_described_before,
    "has_organization_near": _has_organization_near,
    "has_place_before": _has_place_before,
}
