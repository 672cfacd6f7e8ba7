"""People and institutions that are accused, and have no word in the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import ATTRIBUTION, Subject
from quotecheck.findings.view import View
from quotecheck.metrics.case import Case
from quotecheck.metrics.scale import read_scale
from quotecheck.metrics.tallies.accused import accused, answered
from quotecheck.records import Convention


def unanswered_allegations(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """The first accusation against each name that neither speaks, nor is asked, anywhere in the article."""
    scale = read_scale(view.rulebook)
    case = Case(view.audit, scale, scale.unnamed[Convention.STRICT], view.words)
    heard = {each.span for each in answered(case)}
    for name in sorted(each.span for each in accused(case) if each.span not in heard):
        attribution = next((each for each in view.statements if any(part.covers(name) for part in each.content)), None)
        if attribution is not None:
            source = view.source_of(attribution)
            facts = {"accused": " ".join(name.of(view.text).split())}
            yield Subject(ATTRIBUTION, attribution.statement, source, attribution, facts=facts)
