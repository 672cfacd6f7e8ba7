"""Tables for an editor at a terminal: who says what in each article, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.records import Attribution, Audit, CueFamily, Signal, Source, SourceType, Summary, Tool
from quotecheck.reports.conventions import conventions_table
from quotecheck.reports.figures import NOTHING
from quotecheck.reports.format import Format, Page
from quotecheck.reports.headlines import headlines
from quotecheck.reports.ids import Ids, number
from quotecheck.reports.original import Original
from quotecheck.reports.page import one_line, shorten, table, wrapped
from quotecheck.reports.position import position
from quotecheck.reports.sections import sections_table
from quotecheck.reports.silent import is_silent, told_silent
from quotecheck.reports.telling import where

RULE = "="
GAP = " … "  # between the parts of a content
INDENT = "  "
UNSPOKEN = {CueFamily.MENTAL: "thought", CueFamily.INTENTION: "intention", CueFamily.ACT: "act"}
NOBODY = "Quotations that nobody is credited with"


class _Tables:
    def __init__(self, tool: Tool, page: Page) -> None:
        self.width = page.width
        self.between = ""

    def head(self) -> str:
        return ""

    def article(self, audit: Audit) -> str:
        between, self.between = self.between, "\n\n"
        return between + "\n\n".join(_sections(audit, self.width)) + "\n"

    def tail(self, summary: Summary) -> str:
        return "\n" + "\n\n".join(_closing(summary, self.width)) + "\n"


def _sections(audit: Audit, width: int) -> Iterator[str]:
    ids, original = number(audit), Original(audit.document)
    yield _head(audit, width)
    if ids.attributions:
        rows = [_attribution_row(each, original, ids) for each in ids.attributions]
        place, cap = ("Place", width // 5) if original.is_container else (" Line", 7)
        caps = (cap, 9, min(26, width // 4), min(16, width // 7))
        yield table((place, "Kind", "Source", "Cue", "Content"), rows, caps=caps, width=width)
    rows = [_source_row(each) for each in ids.sources.values() if not _is_silent(each)]
    if rows:
        heads = ("Source type", " Statements", "Who", "Position")
        yield table(heads, rows, caps=(18, 10, width // 4), width=width)
    if told := told_silent(each.shown for each in ids.sources.values() if _is_silent(each)):
        yield wrapped(told, width)
    uncredited = list(_uncredited(audit, original, ids, width))
    if uncredited:
        yield "\n".join([NOBODY, *uncredited])
    yield headlines(audit.metrics, audit.shares, width=width)
    for note in audit.document.notes:
        yield wrapped(f"Note: {note.message}", width)


def _head(audit: Audit, width: int) -> str:
    document = audit.document
    path = one_line(document.path)
    lines = [path if document.byline is None else f"{path}, by {one_line(document.byline)}"]
    if document.title is not None:
        lines.insert(0, shorten(document.title, width))
    return "\n".join([*lines, RULE * min(width, max(len(line) for line in lines))])


def _attribution_row(attribution: Attribution, original: Original, ids: Ids) -> tuple[str, ...]:
    text = original.document.text
    return (
        original.where(attribution.content[0].start).removeprefix("line "),
        UNSPOKEN.get(attribution.family, attribution.kind.value),
        _who(attribution, text, ids),
        attribution.cue.span.of(text) if attribution.cue else NOTHING,
        GAP.join(span.of(text) for span in attribution.content),
    )


def _who(attribution: Attribution, text: str, ids: Ids) -> str:
    """The name of the source where the article gives one, else its wording at this place."""
    sources = [ids.sources[each] for each in ids.sources_of.get(attribution, ())]
    if sources and all(source.name for source in sources):
        return " and ".join(source.shown for source in sources)
    return attribution.source.of(text) if attribution.source else NOTHING


def _source_row(source: Source) -> tuple[str, ...]:
    name = source.type.value.replace("_", " ")
    return (
        name,
        str(source.statements),
        source.shown,
        "; ".join(_particulars(source)) or NOTHING,
    )


def _is_silent(source: Source) -> bool:
    return is_silent(source.type, source.statements)


def _particulars(source: Source) -> Iterator[str]:
    if known := position(source.title, source.affiliation):
        yield known
    if source.justification:
        yield source.justification
    if source.type is SourceType.ANONYMOUS_SOURCE:
        withheld = "name withheld" if source.anonymity.signal is Signal.EXPLICIT else "name not given"
        yield (f"{withheld}: {source.anonymity.reason}" if source.anonymity.reason else f"{withheld}, no reason stated")


def _uncredited(audit: Audit, original: Original, ids: Ids, width: int) -> Iterator[str]:
    for each in audit.outer_quotations():
        if each.span not in ids.attribution_of:
            place = f"{INDENT}{one_line(original.where(each.span.start))}: "
            yield place + shorten(each.span.of(original.document.text), max(20, width - len(place)))


def _closing(summary: Summary, width: int) -> Iterator[str]:
    metrics = summary.metrics
    if metrics.documents != 1:
        heading = f"{metrics.documents} articles"
        yield f"{heading}\n{RULE * len(heading)}"
        if metrics.documents:
            yield headlines(metrics, summary.shares, width=width)
        if metrics.documents and summary.conventions:
            yield conventions_table(summary.conventions, width=width)
        if summary.sections:
            yield sections_table(summary.sections, width=width)
    if summary.failures:
        lines = [f"{INDENT}{one_line(where(each))}: {one_line(each.message)}" for each in summary.failures]
        yield "\n".join(["Not read", *lines])


TABLE = Format("tables of who says what, for reading", _Tables, tells_failures=True)
