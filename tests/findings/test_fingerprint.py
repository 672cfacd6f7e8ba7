from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.findings.fingerprint import normalise, with_fingerprints
from quotecheck.records import Document, Finding, Scope, Span
from tests.builders import attribution, document, finding, quotation, source, span

FERRY = "The harbor master was “not amused,” he said.\n\nSome claimed otherwise. Others claimed nothing.\n"
STRETCHES = ("claimed", "claimed otherwise")
TITLE = "Pier to close\n\n"


def fingerprints(article: Document, *findings: Finding) -> list[str]:
    return [each.fingerprint for each in with_fingerprints(article, findings)]


def said(text: str, words: str, name: str = "Tomas Quill") -> Finding:
    made = attribution(text, "he", "said", words, quotations=(quotation(text, words),))
    return replace(finding("late-speaker", span(text, words)), attribution=made, source=source(name, made))


def test_moved_text_keeps_its_fingerprint() -> None:
    moved = TITLE + "A paragraph more.\n\n" + FERRY
    words = "“not amused,”"
    assert fingerprints(document(FERRY), said(FERRY, words)) == fingerprints(document(moved), said(moved, words))


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("“not amused,”", '"Not\namused"', True),
        ("Some claimed", "Nobody claimed", True),
        ("“not amused,”", "“not very amused,”", False),
    ],
)
def test_words_of_a_quotation_make_the_fingerprint(old: str, new: str, same: bool) -> None:
    text = FERRY.replace(old, new)
    words = new if "amused" in old else "“not amused,”"
    before = fingerprints(document(FERRY), said(FERRY, "“not amused,”"))
    assert (before == fingerprints(document(text), said(text, words))) is same


def test_a_quotation_of_somebody_else_is_another() -> None:
    article, words = document(FERRY), "“not amused,”"
    assert fingerprints(article, said(FERRY, words)) != fingerprints(article, said(FERRY, words, "Otto Brandt"))


def test_without_a_quotation_the_sentence_counts_however_far_the_finding_reaches() -> None:
    one, two = (fingerprints(document(FERRY), finding("loaded-cue", span(FERRY, words))) for words in STRETCHES)
    assert one == two
    article = document(FERRY.replace("Some claimed", "Many claimed"))
    assert fingerprints(article, finding("loaded-cue", span(article.text, "claimed"))) != one


def test_a_short_sentence_is_known_by_its_neighbours() -> None:
    text = "Nobody moved in the room. He left. It was cold.\n\nAll of them slept then. He left. It was warm.\n"
    one, two = fingerprints(document(text), *(finding("any", span(text, "He left", nth)) for nth in (0, 1)))
    assert one[:-2] != two[:-2]


def test_equals_are_numbered_by_place_and_come_back_in_the_order_given() -> None:
    text = "“No!” she said.\n\n“No!” she said.\n"
    first, second = (finding("late-speaker", span(text, "“No!” she said.", nth)) for nth in (0, 1))
    article = document(text)
    assert [each[-2:] for each in fingerprints(article, second, first)] == [":2", ":1"]
    assert with_fingerprints(article, [second])[0].fingerprint.endswith(":1")


def test_article_level_findings_are_known_by_their_rule() -> None:
    whole = replace(finding("single-source", Span(0, 0)), scope=Scope.ARTICLE)
    assert fingerprints(document(FERRY), whole) == fingerprints(document("Other words."), replace(whole, message="2"))
    assert fingerprints(document(FERRY), replace(whole, rule="no-byline")) != fingerprints(document(FERRY), whole)


@given(st.text(max_size=40), st.data())
def test_every_span_of_every_text_has_one(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    (found,) = fingerprints(document(text), finding("any", Span(start, end)))
    assert len(found) == 18


def test_what_reads_the_same_is_normalised_alike() -> None:
    assert normalise("“It’s  NOT\nco\u00adoperative,”") == normalise("'it's not cooperative'")
