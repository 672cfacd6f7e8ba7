"""From an audit to findings: every rule that is on looks at every subject that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecheck.findings.card import PLACEHOLDER, Card
from quotecheck.findings.facts import FACTS, fact
from quotecheck.findings.fingerprint import with_fingerprints
from quotecheck.findings.functions import FUNCTIONS
from quotecheck.findings.packs import Check, Checks
from quotecheck.findings.subject import ARTICLE, WORDING, Fact, Subject
from quotecheck.findings.subjects import SUBJECTS_OF
from quotecheck.findings.view import View
from quotecheck.records import Audit, Finding, Scope, Span

LONGEST = 60  # characters of a fact within a message
NUMBER = re.compile(r"\.0$")


def find(audit: Audit, checks: Checks) -> tuple[Finding, ...]:
    """Where the article falls short of the rules, in the order of the text, with fingerprints."""
    view = View(audit, checks.rulebook)
    found = [_finding(check, subject, view) for check in checks.rules for subject in _flagged(check, view)]
    found.sort(key=lambda each: (each.span, each.rule, each.message))
    return with_fingerprints(audit.document, tuple(found))


def _flagged(check: Check, view: View) -> Iterator[Subject]:
    card = check.card
    for subject in _subjects(check, view):
        if card.where.holds(view, subject, check.settings) and not card.unless.holds(view, subject, check.settings):
            yield subject


def _subjects(check: Check, view: View) -> Iterator[Subject]:
    card = check.card
    if card.function is not None:
        return FUNCTIONS[card.function](view, check.settings)
    if card.find is not None:
        return _wordings(card, view)
    return SUBJECTS_OF[card.about](view)


def _wordings(card: Card, view: View) -> Iterator[Subject]:
    if card.find is None:
        return
    for place in card.find.find(view.text, view.words):
        around = next((each for each in view.statements_at(place.start) if each.statement.covers(place)), None)
        yield Subject(WORDING, place, view.source_of(around), around)


def _finding(check: Check, subject: Subject, view: View) -> Finding:
    card = check.card
    is_article = subject.about == ARTICLE
    return Finding(
        rule=card.id,
        severity=check.severity,
        message=_message(check, subject, view),
        advice=card.advice,
        span=Span(0, 0) if is_article else _place(card, subject),
        scope=Scope.ARTICLE if is_article else Scope.SPAN,
        confidence=card.confidence,
        source=subject.source,
        attribution=subject.attribution,
    )


def _place(card: Card, subject: Subject) -> Span:
    attribution = subject.attribution
    if attribution is None or card.at == "subject":
        return subject.span
    wanted = {
        "source": attribution.source,
        "cue": attribution.cue.span if attribution.cue else None,
        "content": attribution.content[0],
        "statement": attribution.statement,
    }[card.at]
    return wanted or subject.span


def _message(check: Check, subject: Subject, view: View) -> str:
    def shown(placeholder: re.Match[str]) -> str:
        name = placeholder.group(1)
        if name not in FACTS and name not in subject.facts:  # so it is a setting
            return NUMBER.sub("", str(check.settings[name]))
        return _in_words(fact(name, view, subject))

    message = PLACEHOLDER.sub(shown, check.card.message)
    return message[:1].upper() + message[1:]


def _in_words(found: Fact) -> str:
    if found is None:
        return "none"
    if isinstance(found, tuple):
        return ", ".join(found)
    words = NUMBER.sub("", str(found))
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + " …"
