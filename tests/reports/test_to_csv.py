from __future__ import annotations

import csv
import io
from dataclasses import replace

from quotecheck.records import Place
from quotecheck.reports import render
from tests.builders import attribution, audit, document, ferry_audit, sample_report, span


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_attribution_has_a_row() -> None:
    found = rows(render(sample_report(), "csv"))
    assert [row["id"] for row in found] == ["a1", "a2", "a3", "a4"]
    assert found[0]["content"] == "“The pier is sinking,” [...] “Nobody should be surprised.”"
    assert (found[1]["source_type"], found[1]["source_name"]) == ("anonymous_source", "")
    assert [row["line"] for row in found] == ["4", "6", "8", "8"]


def test_commas_quotation_marks_and_line_breaks_come_back() -> None:
    text = 'Ada said "a,\r\nb".'
    article = audit(document(text), (), (attribution(text, "Ada", "said", '"a,\r\nb"'),))
    report = sample_report()
    (row,) = rows(render(type(report)(report.tool, (article,), report.summary), "csv"))
    assert row["content"] == '"a,\r\nb"'


def test_containers_tell_the_place() -> None:
    text = "He left.\n\n“No,” Ada said.\n"
    places = (Place(span(text, "He left."), "paragraph 1"), Place(span(text, "“No,” Ada said."), "paragraph 2"))
    article = audit(replace(document(text), places=places), (), (attribution(text, "Ada", "said", "“No,”"),))
    found = rows(render(replace(sample_report(), audits=(article, ferry_audit())), "csv"))
    assert [row["location"] for row in found] == ["paragraph 2", "", "", "", ""]


def test_missing_cue_is_an_empty_cell() -> None:
    text = "“No.”"
    article = audit(document(text), (), (attribution(text, None, None, "“No.”"),))
    report = sample_report()
    (row,) = rows(render(type(report)(report.tool, (article,), report.summary), "csv"))
    assert (row["source"], row["source_id"], row["cue"]) == ("", "", "")
