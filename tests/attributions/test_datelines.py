"""No content begins in a dateline."""

from __future__ import annotations

from quotecheck.attributions.datelines import below_datelines
from quotecheck.attributions.draft import Draft
from tests.builders import document, span

TEXT = "HALDEN — The ferry sank, a pilot said."


def test_content_begins_behind_the_dateline() -> None:
    draft = Draft("reader", None, span(TEXT, "a pilot"), (span(TEXT, "HALDEN — The ferry sank"),))
    (found,) = below_datelines([draft], document(TEXT))
    assert [each.of(TEXT) for each in found.content] == ["The ferry sank"]


def test_who_says_nothing_but_the_dateline_says_nothing() -> None:
    draft = Draft("reader", None, span(TEXT, "a pilot"), (span(TEXT, "HALDEN"),))
    assert below_datelines([draft], document(TEXT)) == []
