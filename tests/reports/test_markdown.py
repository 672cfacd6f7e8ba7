from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quotecheck.reports import render
from quotecheck.reports.markdown import escape, table
from quotecheck.reports.page import one_line
from tests.builders import audit, document, span
from tests.checked import CREDIT, checked, checked_report, finding

GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


class Words(HTMLParser):
    """The text of a page, and its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tags = "", set()
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attributes: object) -> None:
        self.tags.add(tag)


@given(st.text(st.sampled_from("\\`*_[]{}<>()#+-.!|~$&@;:/ aB1“é橋\n"), max_size=30) | st.text(max_size=30))
def test_escaped_text_means_itself(text: str) -> None:
    page = Words(GITHUB.render(f"x {escape(text)} x"))
    assert page.tags == {"p"}
    assert page.text.split() == f"x {one_line(text)} x".split()


@pytest.mark.parametrize("text", ["Ask @desk", "see #12"])
def test_nobody_is_called_and_nothing_linked(text: str) -> None:
    assert not re.search(r"[@#]\w", escape(text))


@given(st.lists(st.text(st.sampled_from("a|\\*`\n<"), max_size=8), min_size=2, max_size=2))
def test_cells_stay_apart(cells: list[str]) -> None:
    page = GITHUB.render(table(("A", " B"), [[f"x{escape(each)}x" for each in cells]]))
    assert page.count("<td") == 2
    assert page.count("text-align:right") == 2


@pytest.mark.parametrize("name", ["markdown", "github-summary"])
def test_words_of_an_article_stay_words(name: str) -> None:
    text = "# A\n| *b* | <script>x</script> @desk"
    article = replace(audit(document(text, path="a|b_c_.txt")), findings=(finding(CREDIT, span(text, text), text, 1),))
    tags = Words(GITHUB.render(render(checked(article), name))).tags
    assert not tags & {"script", "a", "img"}


def test_words_in_a_table_stand_out() -> None:
    assert "<br><em>“Close it today!”</em>" in GITHUB.render(render(checked_report(), "github-summary"))


def test_findings_of_an_article_stand_below_its_name() -> None:
    text = render(checked_report(), "markdown")
    head, *_ = text.split("## Metrics")
    assert head.index("## news/ferry.txt") < head.index("“Close it today!”") < head.index("## news/pier.md")
    assert "> “It is over,”" in text
    assert "surprised" not in text
    assert "- news/gone.txt: there is no such file or folder" in text
