from __future__ import annotations

import pytest

from quotecheck.metrics.case import Case
from quotecheck.metrics.scale import read_scale
from quotecheck.records import Convention, Document, Metrics, SourceType
from tests.builders import RULEBOOK, attribution, audit, document, source


def lead_of(article: Document) -> str:
    scale = read_scale(RULEBOOK)
    return Case(audit(article), scale, scale.unnamed[Convention.STRICT], {}).lead().of(article.text)


def told(text: str, *, title: str | None = None) -> Metrics:
    noun, verb, content = ("aide", "says", "Bridge unsafe") if title else ("An aide", "said", "it is not")
    says = attribution(text, noun, verb, content)
    anonymous = source("an aide", says, type=SourceType.ANONYMOUS_SOURCE)
    return audit(document(text, title=title), (), (says,), (anonymous,)).metrics


def test_lead_is_the_first_paragraph_without_heads() -> None:
    text = "Bridge unsafe, aide says\nBy Lou Marsh\nThe bridge is closed.\nMore to come."
    article = document(text, title="Bridge unsafe, aide says", byline="Lou Marsh")
    assert lead_of(article).endswith("The bridge is closed.")


def test_lead_of_an_article_that_is_all_heads_is_the_article() -> None:
    assert lead_of(document("Bridge unsafe", title="Bridge unsafe")) == "Bridge unsafe"


@pytest.mark.parametrize(
    ("text", "in_lead"),
    [
        ("The bridge is safe.\nNobody knows.\nAn aide said it is not.", 0),
        ("An aide said it is not.\nThe bridge is safe.", 1),
    ],
)
def test_anonymous_in_lead(text: str, in_lead: int) -> None:
    assert told(text).anonymous_in_lead == told(text).tallies["nameless_lead_stories.strict"] == in_lead


def test_headline_that_rests_on_an_anonymous_source_counts_as_lead() -> None:
    text = "Bridge unsafe, aide says\nThe bridge is closed."
    assert told(text, title="Bridge unsafe, aide says").anonymous_in_lead == 1
