from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from quotecheck.records import CueFamily, Metrics, Note, Place, Report, Span, Summary, Tool
from quotecheck.reports import render
from tests.builders import NO_SHARES, attribution, audit, document, ferry_audit, quotation, sample_report, source, span

SUMMARY = Summary(Metrics(Counter(documents=1)), NO_SHARES, ())


def shown(*audits: object, width: int = 100) -> str:
    return render(Report(Tool("1", "m"), audits, SUMMARY), "table", width=width)


def test_article_without_words_shows_its_note_and_no_table() -> None:
    text = render(sample_report(), "table")
    assert "Note: There are no words in this text." in text
    assert text.count("Kind") == 1


@pytest.mark.parametrize("width", [72, 80, 100, 160])
def test_table_keeps_to_the_page(width: int) -> None:
    assert max(len(line) for line in shown(ferry_audit(), width=width).splitlines()) <= width


def test_source_is_shown_by_name_and_thoughts_as_thoughts() -> None:
    lines = shown(ferry_audit()).splitlines()
    assert any(line.split()[:5] == ["4", "direct", "Tomas", "Quill", "said"] for line in lines)
    assert any(line.split()[:2] == ["8", "thought"] for line in lines)


def test_sources_without_a_statement_are_told_in_one_line() -> None:
    text = "Ben wants more."
    ben = source("Ben", attribution(text, "Ben", "wants", "more", family=CueFamily.INTENTION))
    page = shown(audit(document(text), (), ben.attributions, (ben,)))
    assert "\nNo statements, only what they think, want or do: Ben.\n" in page
    assert "Source type" not in page


def test_stated_reason_stands_beside_an_anonymous_source() -> None:
    assert "city; name withheld: for fear of losing her job" in shown(ferry_audit())


def test_uncredited_quotation_is_listed_with_its_line() -> None:
    assert "  line 10: “Close it today!”" in shown(ferry_audit())


def test_containers_tell_the_place() -> None:
    text = "He left.\n\n“No,” Ada said.\n\n“Never.”\n"
    places = tuple(Place(span(text, words), words.split()[-1]) for words in ("He left.", "“No,” Ada said.", "“Never.”"))
    never = quotation(text, "“Never.”")
    article = audit(replace(document(text), places=places), (never,), (attribution(text, "Ada", "said", "“No,”"),))
    lines = shown(article).splitlines()
    assert any(line.split()[:4] == ["said.", "indirect", "Ada", "said"] for line in lines)
    assert "  “Never.”: “Never.”" in lines


def test_scare_quotes_and_nested_quotations_are_not_listed() -> None:
    text = "“He said ‘stop’ and left.”"
    outer, inner = quotation(text, text), quotation(text, "‘stop’", depth=1)
    assert "‘stop’\n" not in shown(audit(document(text), (outer, inner)))


def test_what_could_not_be_read_is_told() -> None:
    assert "  news/gone.txt: there is no such file or folder" in render(sample_report(), "table")


def test_control_characters_of_a_title_do_not_reach_the_terminal() -> None:
    article = document("x", title="\x1b]0;owned\x07Title", path="a\nb.txt")
    article = type(article)(
        *[getattr(article, name) for name in article.__slots__[:6]], (Note("n", "\x1b[2J", Span(0, 1)),)
    )
    assert "\x1b" not in shown(audit(article))
