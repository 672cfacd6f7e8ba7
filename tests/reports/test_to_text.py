from __future__ import annotations

from dataclasses import replace

import pytest

from quotecheck.records import Failure, Span
from quotecheck.reports import render
from tests.builders import audit, document, span
from tests.checked import CREDIT, FEW, THIN, checked, checked_report, finding


def test_place_rule_message_words_and_advice_are_shown() -> None:
    text = render(checked_report(), "text")
    assert (
        "news/ferry.txt:10:1: error uncredited-quotation\n"
        "  Nobody is credited with this quotation.\n"
        "   10 | “Close it today!”\n"
        "      | ^^^^^^^^^^^^^^^^^\n"
        "  → Say who said it, beside the quotation.\n"
    ) in text


def test_advice_is_given_once_an_article() -> None:
    text = "She left. He left."
    findings = tuple(finding(CREDIT, span(text, words), "Look.", 1) for words in ("She", "He"))
    articles = [replace(audit(document(text, path=path)), findings=findings) for path in ("a.txt", "b.txt")]
    assert render(checked(*articles), "text").count(f"  → {CREDIT.advice}\n") == 2


def test_words_are_shown_once_for_all_that_is_wrong_with_them() -> None:
    text = "He left."
    findings = tuple(finding(card, span(text, "He"), f"{card.id}.", 1) for card in (FEW, THIN, CREDIT))
    shown = render(checked(replace(audit(document(text)), findings=findings)), "text")
    assert shown.count(" | He left.") == 1
    assert shown.index("error") < shown.index(" | He left.") < shown.index("warning") < shown.index("info")


def test_finding_about_the_whole_article_shows_no_words() -> None:
    assert "news/ferry.txt: info few-sources\n  Everything in this article comes" in render(checked_report(), "text")


def test_container_shows_the_place_instead_of_a_line() -> None:
    assert "news/50% mayor.docx (paragraph 2): warning thin-description\n" in render(checked_report(), "text")


def test_silenced_findings_are_only_counted() -> None:
    text = render(checked_report(), "text", width=200)
    assert "surprised" not in text
    assert text.endswith(
        "\n4 articles; 1 not read; 5 quotations, 1 credited to nobody; 4 sources, 1 anonymous; "
        "2 errors, 3 warnings, 1 info; 1 known; 1 suppressed\n"
    )


def test_summary_breaks_between_its_parts() -> None:
    *_, last, rest = render(checked_report(), "text", width=100).splitlines()
    assert last.endswith(";")
    assert rest == "  2 errors, 3 warnings, 1 info; 1 known; 1 suppressed"


def test_clean_article_is_one_line() -> None:
    assert render(checked(audit(document("He left."))), "text") == "0 quotations; 0 sources; no findings\n"


def test_failures_and_notes_are_told() -> None:
    text = render(checked_report(), "text")
    assert "news/gone.txt: not read: there is no such file or folder\n" in text
    assert "news/empty.txt: There are no words in this text.\n" in text
    broken = checked(failures=(Failure("quotecheck.toml", "configuration", "there is no key “pak”", 3),))
    assert "quotecheck.toml:3: not done: there is no key “pak”\n\nno article was read; 1 not done\n" in render(
        broken, "text"
    )


@pytest.mark.parametrize(
    ("articles", "told"),
    [
        ([], "no article changed since main\n"),
        (["He left."], "0 quotations; 0 sources; no findings; only what changed since main\n"),
    ],
)
def test_a_look_at_changes_alone_is_told(articles: list[str], told: str) -> None:
    report = checked(*(audit(document(text)) for text in articles))
    assert render(replace(report, summary=replace(report.summary, since="main")), "text") == told


@pytest.mark.parametrize("width", [72, 80, 100, 160])
def test_text_keeps_to_the_page(width: int) -> None:
    assert max(len(line) for line in render(checked_report(), "text", width=width).splitlines()) <= width + 1


def test_words_over_several_lines_are_marked_to_the_end_of_the_first() -> None:
    text = "He said:\n“One\r\ntwo.”\n"
    article = replace(audit(document(text)), findings=(finding(CREDIT, span(text, "“One\r\ntwo.”"), "Look.", 1),))
    assert "    2 | “One\n      | ^^^^\n" in render(checked(article), "text")


def test_colours_are_there_only_where_they_are_wanted() -> None:
    plain, coloured = (render(checked_report(), "text", colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[1;31merror\x1b[0m" in coloured
    for code in ("0", "1", "2", "1;31", "1;33", "1;36"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == plain


def test_nothing_in_an_article_steers_the_terminal() -> None:
    text = "A \x1b[2J\x07\u202e word\x85 here."
    found = finding(CREDIT, Span(2, len(text)), f"Mind {text}", 1)
    article = replace(audit(document(text, path="a\x1b[2J\nb.txt")), findings=(found,))
    shown = render(checked(article), "text")
    assert all(char.isprintable() or char == "\n" for char in shown)
