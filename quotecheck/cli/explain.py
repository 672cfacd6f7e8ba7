"""``quotecheck report --explain METRIC``: what a metric is, and the places that its number is made of."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from quotecheck.cli.explain_score import ScoreExplainer
from quotecheck.metrics.definitions import Definition, Definitions, Unit, read_definitions
from quotecheck.metrics.evidence import Evidence
from quotecheck.metrics.explain import find_metric, take_apart
from quotecheck.metrics.scale import Scale, read_scale
from quotecheck.records import Audit, Convention, Measure, Summary
from quotecheck.reports import Page, Writer
from quotecheck.reports.original import Original
from quotecheck.reports.page import one_line, table
from quotecheck.rulebook import Rulebook

LONGEST_PATH = 200
WORDS_READ = 400  # characters of a place that may be shown
Row = tuple[str, int, str, str]  # where, how many times, whose or why, the words


def explainer(name: str, rulebook: Rulebook, convention: Convention, page: Page) -> Writer:
    """Who explains the metric ``name``; raises QuotecheckError for an unknown one."""
    definitions, scale = read_definitions(rulebook), read_scale(rulebook)
    metric = find_metric(name, definitions)
    if metric is None:
        return ScoreExplainer(definitions, page)
    return _Explainer(metric, definitions, scale, convention, page)


class _Explainer:
    """Collects the places of all articles, and tells them at the end."""

    def __init__(
        self, metric: Definition, definitions: Definitions, scale: Scale, convention: Convention, page: Page
    ) -> None:
        self.metric, self.definitions, self.scale = metric, definitions, scale
        self.convention, self.page = convention, page
        self.rows: dict[str, list[Row]] = {}

    def head(self) -> str:
        return "\n".join(self._definition()) + "\n\n"

    def article(self, audit: Audit) -> str:
        original = Original(audit.document)
        for tally, found in take_apart(self.metric, audit, self.scale, self.convention).items():
            self.rows.setdefault(tally, []).extend(_row(each, original) for each in found)
        return ""

    def tail(self, summary: Summary) -> str:
        measure = next(each for each in summary.shares.measures if each.id == self.metric.id)
        sections = [self._section(tally, rows) for tally, rows in self.rows.items()]
        return "\n".join([*sections, f"{self.metric.id} = {_result(measure, self.metric)}", ""])

    def _definition(self) -> Iterator[str]:
        metric, width = self.metric, self.page.width
        yield f"{metric.id}: {metric.title}"
        yield fill(f"= {formula(metric, self.definitions)}", width, initial_indent="  ", subsequent_indent="    ")
        if metric.is_by_convention:
            about = self.scale.unnamed[self.convention].about
            yield fill(f"Unnamed, by the {self.convention.value} convention: {about}.", width, initial_indent="  ")
        if metric.used_by:
            yield fill(f"Used by: {', '.join(metric.used_by)}.", width, initial_indent="  ")
        yield fill(f"Mind: {metric.limits}", width, initial_indent="  ", subsequent_indent="    ")

    def _section(self, tally: str, rows: list[Row]) -> str:
        heading = fill(f"{_capital(self.definitions.tallies[tally])}: {sum(row[1] for row in rows):,}", self.page.width)
        return f"{heading}\n{_places(rows, self.page.width)}\n" if rows else f"{heading}\n"


def formula(metric: Definition, definitions: Definitions) -> str:
    """The formula in words."""
    numerator = definitions.tallies[metric.numerator]
    if metric.denominator is None:
        return f"the number of {numerator}"
    denominator = definitions.tallies[metric.denominator]
    if metric.unit is Unit.MEDIAN:
        return f"the level in the middle of the {denominator}"
    times = f"{metric.per:,} × " if metric.per > 1 else ""
    return f"{times}{numerator} ÷ {denominator}"


def _row(place: Evidence, original: Original) -> Row:
    document = original.document
    there = original.span(place.span)
    line, column = original.lines.position(there.start)
    where = document.place(place.span.start) if original.is_container else f"{line}:{column}"
    words = document.text[place.span.start : min(place.span.end, place.span.start + WORDS_READ)]
    about = "" if place.note == words else one_line(place.note)  # once is enough
    return f"{one_line(document.path)}:{where}", place.weight, about, one_line(words)


def _places(rows: list[Row], width: int) -> str:
    """A table without the columns that would say nothing."""
    has_weights, has_notes = any(row[1] != 1 for row in rows), any(row[2] for row in rows)
    columns = [True, has_weights, has_notes, True]
    heads = [head for head, is_shown in zip(("Where", " Times", "About", "Words"), columns, strict=True) if is_shown]
    cells = [[str(cell) for cell, is_shown in zip(row, columns, strict=True) if is_shown] for row in rows]
    caps = [cap for cap, is_shown in zip((LONGEST_PATH, 9, width // 3), columns[:3], strict=True) if is_shown]
    return table(heads, cells, caps=caps, width=width)


def _result(measure: Measure, metric: Definition) -> str:
    if measure.denominator is None:
        return f"{measure.numerator:,}"
    if measure.value is None:
        return "none: there is nothing to divide by"
    counts = f"{measure.numerator:,} of {measure.denominator:,}"
    if metric.unit is Unit.SHARE:
        return f"{counts} = {100 * measure.value:.1f}%"
    if metric.unit is Unit.MEDIAN:
        return f"{measure.value:g}, in the middle of {measure.denominator:,}"
    times = f"{metric.per:,} × " if metric.per > 1 else ""
    return f"{times}{measure.numerator:,} ÷ {measure.denominator:,} = {measure.value:g}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
