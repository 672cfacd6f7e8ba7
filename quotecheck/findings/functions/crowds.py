"""Crowds that are quoted where nobody of them has a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotecheck.findings.noun_phrase import read_phrase
from quotecheck.findings.subject import ATTRIBUTION, Subject
from quotecheck.findings.view import View
from quotecheck.records import NAMED_TYPES, Attribution, SourceType

LISTED = "policy-crowds"


def crowds(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """ "Experts say", one a sentence, with nobody named in the one before or in ``sentences`` behind."""
    told: set[int] = set()
    for attribution in view.audit.attributions:
        number = view.sentence_number(attribution.statement.start)
        source = next((each for each in view.sources_of(attribution) if each.type is SourceType.UNNAMED_GROUP), None)
        if source is None or number in told or not _is_crowd(view, attribution):
            continue
        if not _has_name_near(view, number, int(settings["sentences"])):
            told.add(number)
            yield Subject(ATTRIBUTION, attribution.statement, source, attribution)


def _is_crowd(view: View, attribution: Attribution) -> bool:
    if attribution.source is None:
        return False
    words = attribution.source.of(view.text)
    listed = view.rulebook.lexicon(LISTED)
    phrase = read_phrase(words, view.rulebook)
    if not phrase.noun:
        return words.lower() in listed
    told = (kind for kind in phrase.kinds if kind in ("name", "owner"))
    return phrase.noun in listed and phrase.complement is None and not any(told)


def _has_name_near(view: View, number: int, sentences: int) -> bool:
    around = view.statements_in(number - 1, number + sentences)
    return any(source.type in NAMED_TYPES for each in around for source in view.sources_of(each))
