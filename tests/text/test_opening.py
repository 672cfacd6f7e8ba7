from __future__ import annotations

import pytest

from quotecheck.document.build import build_document_from_text
from quotecheck.records import Span
from quotecheck.text.opening import byline_of, dateline_end, head_of, headline_of, labels_of, lead_of
from tests.builders import document

TITLE, BYLINE = "Ferry sinks", "Lou Marsh"
PROSE = "The ferry sank off the pier.\nNobody drowned."


@pytest.mark.parametrize(
    "heads", ["", f"{TITLE}\n", f"{TITLE}.\nBy {BYLINE}\n", f"Headline: {TITLE}\nAuthor: {BYLINE}\n"]
)
def test_lead_is_the_first_paragraph_below_the_heads(heads: str) -> None:
    article = document(heads + PROSE, title=TITLE, byline=BYLINE)
    assert lead_of(article).of(article.text) == "The ferry sank off the pier."


def test_prose_that_ends_in_the_words_of_title_or_byline_is_no_head() -> None:
    text = f"The ferry had been leaking for years, said Lou Marsh.\nNobody listened when {TITLE}"
    article = document(text, title=TITLE, byline=BYLINE)
    assert headline_of(article) is None
    assert lead_of(article).of(article.text) == "The ferry had been leaking for years, said Lou Marsh."


def test_lead_of_a_text_that_is_all_heads_is_the_text() -> None:
    article = document(TITLE, title=TITLE)
    assert lead_of(article).of(article.text) == TITLE


@pytest.mark.parametrize("rule", ["", "=====\n"])
def test_labelled_lines_at_the_top_are_the_head(rule: str, rulebook) -> None:
    labelled = f"{rule}Headline: {TITLE}\nSubtitle: Nobody drowned, the captain says.\nDate: 2 May\n{rule}"
    article = build_document_from_text(f"{labelled}\n{TITLE}\n{PROSE}", rulebook)
    head = [each.of(article.text) for each in head_of(article)]
    assert [each for each in head if each != "====="] == [*labelled.replace(rule, "").splitlines(), TITLE]
    assert lead_of(article).of(article.text) == "The ferry sank off the pier."


def test_interview_that_begins_at_once_has_no_labelled_head() -> None:
    article = document(f"MARSH: Did it leak?\nQUILL: It did.\n{PROSE}", title=TITLE)
    assert head_of(article) == ()


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("HALDEN — Nobody drowned.", "Nobody drowned."),
        ("PORT HALDEN, Norvik (Coast Wire) — Nobody drowned.", "Nobody drowned."),
        ("HALDEN, May 2 - Nobody drowned.", "Nobody drowned."),
        ("HALDEN-led ships left.", None),
        ("Nobody drowned — not one.", None),
        ("A" + " " * 2000 + "ship left — late.", None),
    ],
)
def test_prose_begins_behind_the_dateline(text: str, prose: str | None) -> None:
    article = document(text)
    end = dateline_end(article.text, Span(0, len(text)))
    assert (None if end is None else text[end:]) == prose


def test_labels_of_the_head_are_found_there_alone(rulebook) -> None:
    article = build_document_from_text(f"Headline: {TITLE}\nDate: 2 May\n\n{PROSE}\nMARSH: It did.", rulebook)
    assert [each.of(article.text) for each in labels_of(article)] == ["Headline: ", "Date: "]


@pytest.mark.parametrize(("byline", "found"), [(BYLINE, f"By {BYLINE}"), (None, None)])
def test_byline_is_the_paragraph_that_says_it(byline: str | None, found: str | None) -> None:
    article = document(f"{TITLE}\nBy {BYLINE}\n{PROSE}", title=TITLE, byline=byline)
    place = byline_of(article)
    assert (None if place is None else place.of(article.text)) == found
