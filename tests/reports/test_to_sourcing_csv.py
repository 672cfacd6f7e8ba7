from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from quotecheck.records import CueFamily, Source, SourceType, Span
from quotecheck.reports import render
from quotecheck.reports.to_sourcing_csv import COLUMNS, statement_rows
from tests.builders import attribution, audit, document, sample_report, source

TEXT = "Some protesters said no.\nThey said “no” twice. They hope for more."
SAYS = attribution(TEXT, "Some protesters", "said", "no")
SAYS_AGAIN = attribution(TEXT, "They", None, "“no” twice")
HOPES = attribution(TEXT, "They", "hope", "more", family=CueFamily.MENTAL)


def rows(*sources: Source, text: str = TEXT) -> list[dict[str, str]]:
    return list(statement_rows(audit(document(text), (), tuple(sources[0].attributions), sources)))


def test_a_row_for_every_statement_and_none_for_thoughts() -> None:
    found = rows(source("Ada", SAYS, SAYS_AGAIN, HOPES))
    assert [row["sourced_statement"] for row in found] == ["Some protesters said no", "They said “no” twice"]


def test_statement_inside_another_has_no_row_of_its_own() -> None:
    wide = replace(SAYS, statement=Span(0, len(TEXT)))
    (row,) = rows(source("Ada", SAYS_AGAIN, wide))
    assert row["sourced_statement"] == " ".join(TEXT.split())


def test_head_states_nothing() -> None:
    text = "Headline: Ada says no\nSubtitle: The clerk says why\n\nBrandt said never."
    said = (("Ada", "says", "no"), ("The clerk", "says", "why"), ("Brandt", "said", "never"))
    speaker = source("Ada Brandt", *(attribution(text, *each) for each in said))
    article = document(text)
    found = statement_rows(replace(audit(article, (), speaker.attributions, (speaker,)), head=article.paragraphs[:2]))
    assert [row["sourced_statement"] for row in found] == ["Brandt said never"]


@pytest.mark.parametrize(
    ("type_", "name"),
    [
        (SourceType.NAMED_PERSON, "Ada"),
        (SourceType.ANONYMOUS_SOURCE, ""),
        (SourceType.UNNAMED_PERSON, ""),
        (SourceType.UNNAMED_GROUP, "protesters"),
        (SourceType.DOCUMENT, "harbor office"),
    ],
)
def test_names_are_those_of_the_benchmark(type_: SourceType, name: str) -> None:
    speaker = source("Ada", SAYS, type=type_, affiliation="harbor office")
    called = "protesters" if type_ is SourceType.UNNAMED_GROUP else None
    (row,) = rows(replace(speaker, title="clerk", called=called))
    assert row["name"] == name
    assert row["title"] == ("clerk" if type_ is SourceType.NAMED_PERSON else "")


def test_file_reads_back_with_the_columns_of_the_benchmark() -> None:
    found = list(csv.DictReader(io.StringIO(render(sample_report(), "sourcing-csv"))))
    assert tuple(found[0]) == COLUMNS
    assert [row["source_type"] for row in found] == ["named_person", "anonymous_source", "named_organization"]
    assert {row["path"] for row in found} == {"news/ferry.txt"}
