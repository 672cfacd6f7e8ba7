"""``quotecheck report --explain METRIC``: what a metric is, and the places that its number is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill

from quotecheck.cli.counting import Counting
from quotecheck.cli.explain_score import ScoreExplainer
from quotecheck.cli.silence import Silence
from quotecheck.config import Config
from quotecheck.metrics.definitions import Definition, Definitions, Unit, read_definitions
from quotecheck.metrics.evidence import Evidence
from quotecheck.metrics.explain import find_metric, take_apart
from quotecheck.metrics.formula import formula
from quotecheck.metrics.scale import Scale, read_scale
from quotecheck.records import Audit, Convention, Failure, Measure, Summary, Tool
from quotecheck.reports import Page, Writer
from quotecheck.reports.original import Original
from quotecheck.reports.page import one_line, table
from quotecheck.rulebook import Rulebook

LONGEST_PATH = 200
WORDS_READ = 400  # characters of a place that may be shown
Row = tuple[str, int, str, str]  # where, how many times, whose or why, the words


class Explaining(Counting):
    """Counts, and keeps the places that one metric counts."""

    def __init__(self, name: str, convention: Convention) -> None:
        super().__init__(convention)
        self.name = name
        self.metric: Definition | None = None  # None: the score
        self.known: tuple[Definitions, Scale] | None = None  # None: there was nothing to count
        self.rows: dict[str, list[Row]] = {}  # by tally, the numerator first
        self._scales: dict[Config, Scale] = {}

    def prepare(self, config: Config, rulebook: Rulebook) -> Iterable[Failure]:
        """Raises QuotecheckError for an unknown metric."""
        definitions, scale = read_definitions(rulebook), read_scale(rulebook)
        self.metric = find_metric(self.name, definitions)
        self.known = definitions, scale
        self._scales[config] = scale
        return super().prepare(config, rulebook)

    def judge(self, audit: Audit, config: Config, before: Audit | None = None) -> Audit:
        if self.metric is not None:
            original = Original(audit.document)
            for tally, found in take_apart(self.metric, audit, self._scales[config], self.convention).items():
                self.rows.setdefault(tally, []).extend(_row(each, original) for each in found)
        return super().judge(audit, config)

    def writer(self, tool: Tool, page: Page) -> Writer:
        """Who tells what was kept."""
        if self.known is None:
            return Silence()
        definitions, scale = self.known
        if self.metric is None:
            return ScoreExplainer(definitions, page)
        return _Explainer(self.metric, self.rows, definitions, scale.unnamed[self.convention].about, page)


class _Explainer:
    """The definition first, the places of all articles at the end."""

    def __init__(
        self, metric: Definition, rows: dict[str, list[Row]], definitions: Definitions, unnamed: str, page: Page
    ) -> None:
        self.metric, self.rows, self.definitions = metric, rows, definitions
        self.unnamed, self.width = unnamed, page.width

    def head(self) -> str:
        return "\n".join(self._definition()) + "\n\n"

    def article(self, audit: Audit) -> str:
        return ""

    def tail(self, summary: Summary) -> str:
        measure = next(each for each in summary.shares.measures if each.id == self.metric.id)
        sections = [self._section(tally, rows) for tally, rows in self.rows.items()]
        return "\n".join([*sections, f"{self.metric.id} = {_result(measure, self.metric)}", ""])

    def _definition(self) -> Iterator[str]:
        metric = self.metric
        yield f"{metric.id}: {metric.title}"
        yield self._indented(f"= {formula(metric, self.definitions)}")
        if metric.is_by_convention:
            yield self._indented(f"Unnamed are {self.unnamed}; --convention counts others.")
        if metric.used_by:
            yield self._indented(f"Used by: {', '.join(metric.used_by)}.")
        yield self._indented(f"Mind: {metric.limits}")

    def _indented(self, text: str) -> str:
        return fill(text, self.width, initial_indent="  ", subsequent_indent="    ")

    def _section(self, tally: str, rows: list[Row]) -> str:
        heading = f"{_capital(self.definitions.tallies[tally])}: {sum(row[1] for row in rows):,}"
        places = [_places(rows, self.width)] if rows else []
        return "\n".join([fill(heading, self.width), *places, ""])


def _row(place: Evidence, original: Original) -> Row:
    document = original.document
    line, column = original.lines.position(original.span(place.span).start)
    where = document.place(place.span.start) if original.is_container else f"{line}:{column}"
    words = document.text[place.span.start : min(place.span.end, place.span.start + WORDS_READ)]
    about = "" if place.note == words else one_line(place.note)  # once is enough
    return f"{one_line(document.path)}:{where}", place.weight, about, one_line(words)


def _places(rows: list[Row], width: int) -> str:
    """A table without the columns that would say nothing."""
    columns = (True, any(row[1] != 1 for row in rows), any(row[2] for row in rows), True)
    heads = [head for head, is_shown in zip(("Where", " Times", "About", "Words"), columns, strict=True) if is_shown]
    cells = [[str(cell) for cell, is_shown in zip(row, columns, strict=True) if is_shown] for row in rows]
    is_long = max(len(row[3]) for row in rows) > width // 3
    about = width // 5 if is_long else width // 3
    caps = [cap for cap, is_shown in zip((LONGEST_PATH, 9, about), columns[:3], strict=True) if is_shown]
    return table(heads, cells, caps=caps, width=width)


def _result(measure: Measure, metric: Definition) -> str:
    if measure.denominator is None:
        return f"{measure.numerator:,}"
    if measure.value is None:
        return "none: there is nothing to divide by"
    if metric.unit is Unit.SHARE:
        return f"{measure.numerator:,} of {measure.denominator:,} = {100 * measure.value:.1f}%"
    if metric.unit is Unit.MEDIAN:
        return f"{measure.value:g}, in the middle of {measure.denominator:,}"
    times = f"{metric.per:,} × " if metric.per > 1 else ""
    return f"{times}{measure.numerator:,} ÷ {measure.denominator:,} = {measure.value:g}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
