from __future__ import annotations

import pytest

from quotecheck.text.opening import headline_of, lead_of
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
