"""Facts about the attribution that a subject is, or belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import Attribution


def _of(read: Callable[[View, Attribution], Fact]) -> Callable[[View, Subject], Fact]:
    return lambda view, subject: None if subject.attribution is None else read(view, subject.attribution)


def _content(view: View, attribution: Attribution) -> str:
    return " ".join(" ".join(span.of(view.text).split()) for span in attribution.content)


def _cued_by(view: View, attribution: Attribution) -> Fact:
    return " ".join(attribution.cue.span.of(view.text).split()) if attribution.cue else None


def _credited(view: View, attribution: Attribution) -> Fact:
    return " ".join(attribution.source.of(view.text).split()) if attribution.source else None


def _telling(view: View, attribution: Attribution) -> Fact:
    """The sentence of the cue without what is said in it."""
    sentence = view.sentence_at((attribution.cue.span if attribution.cue else attribution.statement).start)
    at, parts = sentence.start, []
    for span in attribution.content:
        parts.append(view.text[at : max(at, min(span.start, sentence.end))])
        at = max(at, span.end)
    return " ".join(" ".join([*parts, view.text[at : sentence.end]]).split())


ATTRIBUTION_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    "kind": _of(lambda _, each: each.kind.value),
    "family": _of(lambda _, each: each.family.value),
    "cue": _of(lambda _, each: each.cue.lemma if each.cue else None),
    "cue_words": _of(_cued_by),
    "cue_form": _of(lambda _, each: each.cue.form.value if each.cue else None),
    "credited": _of(_credited),  # the source as written beside this cue
    "content": _of(_content),
    "statement": _of(lambda view, each: " ".join(each.statement.of(view.text).split())),
    "telling": _of(_telling),
    "attribution_rule": _of(lambda _, each: each.rule),
    "attribution_confidence": _of(lambda _, each: each.confidence),
}
