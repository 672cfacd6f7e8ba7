"""What holds for every format."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.records import Failure, Report, Span
from quotecheck.reports import FORMATS, render
from tests.builders import audit, document, span
from tests.checked import CREDIT, checked, checked_report, finding

ODD = "Odd \x00\x1b[31m\x07 \ud800 \uffff \u2028\x85 \u202e |*`<&>]]> %0A ::error::"


def odd_report() -> Report:
    text = f"He said.\r\n“{ODD}”\r\n"
    found = finding(CREDIT, span(text, f"“{ODD}”"), f"“{ODD}” is credited to nobody.", 1)
    article = replace(audit(document(text, path=f"news/{ODD}.txt", title=ODD, byline=ODD)), findings=(found,))
    return checked(article, failures=(Failure(f"{ODD}.txt", "missing", ODD),))


@pytest.mark.parametrize("name", FORMATS)
def test_odd_characters_are_written(name: str) -> None:
    written = render(odd_report(), name).encode("utf-8", "backslashreplace").decode("utf-8")
    if name in ("json", "sarif", "gitlab", "rdjson"):
        assert json.loads(written)


@pytest.mark.parametrize("name", FORMATS)
def test_equal_reports_are_equal_texts_that_end_with_a_line(name: str) -> None:
    first, second = (render(checked_report(), name) for _ in range(2))
    assert first == second
    assert first.endswith("\n")


@pytest.mark.parametrize("name", [name for name in FORMATS if not name.endswith("csv")])
def test_what_could_not_be_read_is_told(name: str) -> None:
    assert "news/gone.txt" in render(checked_report(), name)


@pytest.mark.parametrize("name", ["text", "table", "markdown", "json", "jsonl", "sarif", "github", "github-summary"])
def test_what_should_be_known_of_an_article_is_told(name: str) -> None:
    assert "There are no words in this text." in render(checked_report(), name)


@pytest.mark.parametrize("name", FORMATS)
def test_empty_report_is_written(name: str) -> None:
    render(checked(), name)


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_says_what_it_is_for(name: str) -> None:
    about = FORMATS[name].about
    assert about
    assert not about.endswith(".")


@settings(max_examples=30)
@given(st.text(st.characters(codec=None), min_size=1, max_size=60), st.text(max_size=20), st.data())
def test_nothing_in_an_article_stops_a_report(text: str, message: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    place = Span(start, data.draw(st.integers(start, len(text))))
    article = replace(audit(document(text)), findings=(finding(CREDIT, place, message, 1),))
    for name in FORMATS:
        assert render(checked(article), name).encode("utf-8", "backslashreplace")
