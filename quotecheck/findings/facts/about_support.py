"""Facts about what stands behind a claim, and about whom it speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quotecheck.findings.facts.about_places import NEAR
from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import SourceKind

CHECKED, UNCHECKED = "metric-corroboration", "policy-unverified"
SOMEBODY = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)


def _has_corroboration(view: View, _: Subject) -> Fact:
    """Whether the article says anywhere that a claim was, or could not be, checked."""
    return view.says(CHECKED) or view.says(UNCHECKED)


def _is_followed_by_other(view: View, subject: Subject) -> Fact:
    """Whether another source speaks in the same sentence or one of the next three."""
    number = view.sentence_number(subject.span.start)
    near = view.statements_in(number, number + NEAR)
    return any(source != subject.source for each in near for source in view.sources_of(each))


def _has_person_in_content(view: View, subject: Subject) -> Fact:
    """Whether what is said is about somebody: a pronoun or a person's name stands in it."""
    if subject.attribution is None:
        return None
    return any(
        SOMEBODY.search(content.of(view.text)) or any(name.kind is SourceKind.PERSON for name in view.names_in(content))
        for content in subject.attribution.content
    )


SUPPORT_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    "has_corroboration": _has_corroboration,
    "is_followed_by_other": _is_followed_by_other,
    "has_person_in_content": _has_person_in_content,
}
