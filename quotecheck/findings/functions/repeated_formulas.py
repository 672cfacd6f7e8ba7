"""Descriptions of unnamed sources that an article repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import ARTICLE, Subject
from quotecheck.findings.view import View
from quotecheck.records import SourceType, Span

ARTICLES = ("a ", "an ", "the ", "some ")


def repeated_formulas(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """The article, once for each description that credits anonymous sources more than ``most`` times."""
    counts: Counter[str] = Counter()
    for source in view.audit.sources:
        if source.type is SourceType.ANONYMOUS_SOURCE:
            formulas = [_formula(each.source.of(view.text)) for each in source.attributions if each.source]
            counts.update(each for each in formulas if each.split()[-1] in source.description.lower())  # no pronouns
    for formula, times in sorted(counts.items()):
        if times > settings["most"]:
            yield Subject(ARTICLE, Span(0, 0), facts={"formula": formula, "times": times})


def _formula(words: str) -> str:
    formula = " ".join(words.lower().split())
    return next((formula.removeprefix(each) for each in ARTICLES if formula.startswith(each)), formula)
