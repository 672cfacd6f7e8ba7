from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quotecheck.records import Anonymity, CueFamily, Place, Signal, SourceType, Span
from quotecheck.reports import Page
from quotecheck.reports.source_lists import SOURCE_LISTS
from quotecheck.reports.source_rows import anonymity_words, source_rows
from tests.builders import attribution, audit, document, ferry_audit, sample_report, source

EXPECTED = Path(__file__).parents[1] / "golden" / "expected"
TEXT = "Ada said yes.\nBen said no.\nBen said never."


def listed(form: str, width: int = 100) -> str:
    report = sample_report()
    writer = SOURCE_LISTS[form].writer(report.tool, Page(width, False))
    return "".join([writer.head(), *map(writer.article, report.audits), writer.tail(report.summary)])


@pytest.mark.parametrize("form", SOURCE_LISTS)
def test_list(form: str, expect: Callable[[str, Path], None]) -> None:
    expect(listed(form), EXPECTED / f"sources.{form}")


def test_most_used_comes_first() -> None:
    ada = source("Ada", attribution(TEXT, "Ada", "said", "yes"))
    ben = source("Ben", attribution(TEXT, "Ben", "said", "no"), attribution(TEXT, "Ben", "said", "never"))
    rows = source_rows(audit(document(TEXT), (), (*ada.attributions, *ben.attributions), (ada, ben)))
    assert [(row.id, row.source, row.statements, row.line, row.column) for row in rows] == [
        ("s2", "Ben", 2, 2, 1),
        ("s1", "Ada", 1, 1, 1),
    ]


def test_thoughts_are_no_statements_but_the_source_is_listed() -> None:
    (quill, *_) = source_rows(ferry_audit())
    assert (quill.source, quill.statements, quill.quoted_words) == ("Tomas Quill", 1, 8)


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_those_who_say_nothing_stand_below_unless_they_are_anonymous(form: str) -> None:
    text = "Ada said yes. Ben wants more. An aide fears less."
    ada = source("Ada", attribution(text, "Ada", "said", "yes"))
    ben = source("Ben", attribution(text, "Ben", "wants", "more", family=CueFamily.INTENTION))
    fear = attribution(text, "An aide", "fears", "less", family=CueFamily.MENTAL)
    aide = source("An aide", fear, type=SourceType.ANONYMOUS_SOURCE)
    said = (*ada.attributions, *ben.attributions, fear)
    article = (
        SOURCE_LISTS[form]
        .writer(sample_report().tool, Page(100, False))
        .article(audit(document(text), (), said, (ada, ben, aide)))
    )
    rows, _, below = article.partition("No statements, only what they think, want or do: ")
    assert ("Ada" in rows, "Ben" in rows, "An aide" in rows) == (True, False, True)
    assert below.strip() == "Ben."


def test_place_in_a_container_stands_for_the_line() -> None:
    article = replace(document(TEXT), places=(Place(Span(0, len(TEXT)), "paragraph 7"),))
    says = attribution(TEXT, "Ada", "said", "yes")
    found = audit(article, (), (says,), (source("Ada", says),))
    writer = SOURCE_LISTS["table"].writer(sample_report().tool, Page(100, False))
    assert source_rows(found)[0].place == "paragraph 7"
    assert "paragraph 7" in writer.article(found)


@pytest.mark.parametrize(
    ("anonymity", "words"),
    [
        (Anonymity(Signal.NONE, None), ""),
        (Anonymity(Signal.IMPLICIT, None), "not named, no reason"),
        (Anonymity(Signal.EXPLICIT, None), "name withheld, no reason"),
        (Anonymity(Signal.EXPLICIT, "for fear of arrest"), "name withheld, reason: for fear of arrest"),
        (Anonymity(Signal.EXPLICIT, "not authorized", True), "name withheld, formula: not authorized"),
    ],
)
def test_anonymity_is_told_in_words(anonymity: Anonymity, words: str) -> None:
    says = attribution(TEXT, "Ada", "said", "yes")
    (row,) = source_rows(audit(document(TEXT), (), (says,), (replace(source("Ada", says), anonymity=anonymity),)))
    assert anonymity_words(row) == words


def test_lists_for_programs_agree() -> None:
    rows = [row for each in json.loads(listed("json"))["documents"] for row in each["sources"]]
    table = list(csv.DictReader(io.StringIO(listed("csv"))))
    assert [row["source"] for row in rows] == [row["source"] for row in table]
    assert [str(row["statements"]) for row in rows] == [row["statements"] for row in table]
    assert json.loads(listed("json"))["errors"][0]["path"] == "news/gone.txt"


@pytest.mark.parametrize("width", [72, 80, 100, 200])
def test_table_keeps_to_the_page(width: int) -> None:
    assert max(map(len, listed("table", width).splitlines())) <= width
