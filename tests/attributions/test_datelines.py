"""No content begins in a dateline."""

from __future__ import annotations

from quotecheck.attributions.datelines import below_datelines
from quotecheck.attributions.draft import Draft
from quotecheck.document.build import build_document_from_text
from quotecheck.rulebook import Rulebook
from tests.builders import document, span

TEXT = "HALDEN — The ferry sank, a pilot said."


def test_content_begins_behind_the_dateline() -> None:
    draft = Draft("reader", None, span(TEXT, "a pilot"), (span(TEXT, "HALDEN — The ferry sank"),))
    (found,) = below_datelines([draft], document(TEXT))
    assert [each.of(TEXT) for each in found.content] == ["The ferry sank"]


def test_who_says_nothing_but_the_dateline_says_nothing() -> None:
    draft = Draft("reader", None, span(TEXT, "a pilot"), (span(TEXT, "HALDEN"),))
    assert below_datelines([draft], document(TEXT)) == []


def test_label_of_the_head_says_nothing(rulebook: Rulebook) -> None:
    text = "Headline: The ferry sank\nDate: 2 May\n\nNobody drowned."
    article = build_document_from_text(text, rulebook)
    draft = Draft("headline", None, span(text, "Headline"), (span(text, "The ferry sank"),))
    assert below_datelines([draft], article) == []
