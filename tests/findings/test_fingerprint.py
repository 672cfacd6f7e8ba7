from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.findings.fingerprint import normalise, with_fingerprints
from quotecheck.records import Document, Finding, Scope, Span
from tests.builders import attribution, document, finding, quotation, source, span

FERRY = "The harbor master was “not amused,” he said.\n\nSome claimed otherwise. Others claimed nothing.\n"
TITLE = "Pier to close\n\n"


def fingerprints(article: Document, *findings: Finding) -> list[str]:
    return [each.fingerprint for each in with_fingerprints(article, findings)]


def said(text: str, words: str, cue: str = "he said") -> Finding:
    who, _, verb = cue.partition(" ")
    made = attribution(text, who, verb, words, quotations=(quotation(text, words),))
    return replace(finding("late-speaker", span(text, words)), attribution=made, source=source("Quill", made))


def test_moved_text_keeps_its_fingerprint() -> None:
    moved = TITLE + "A paragraph more.\n\n" + FERRY
    words = "“not amused,”"
    assert fingerprints(document(FERRY), said(FERRY, words)) == fingerprints(document(moved), said(moved, words))


@pytest.mark.parametrize(
    ("old", "new", "words", "cue", "same"),
    [
        ("“not amused,”", '"Not\namused"', '"Not\namused"', "he said", True),
        ("Some claimed", "Nobody claimed", "“not amused,”", "he said", True),
        ("“not amused,”", "“not very amused,”", "“not very amused,”", "he said", False),
        ("he said", "she said", "“not amused,”", "she said", False),
        ("he said", "he wrote", "“not amused,”", "he wrote", True),
    ],
)
def test_words_and_speaker_make_the_fingerprint(old: str, new: str, words: str, cue: str, same: bool) -> None:
    text = FERRY.replace(old, new)
    before = fingerprints(document(FERRY), said(FERRY, "“not amused,”"))
    assert (before == fingerprints(document(text), said(text, words, cue))) is same


def test_one_word_is_known_by_its_neighbours() -> None:
    first, second = (finding("loaded-cue", span(FERRY, "claimed", nth)) for nth in (0, 1))
    one, two = fingerprints(document(FERRY), first, second)
    assert one[:-2] != two[:-2]
    shorter = FERRY.replace("Some claimed otherwise. ", "")
    (left,) = fingerprints(document(shorter), finding("loaded-cue", span(shorter, "claimed")))
    assert left not in (one, two)  # its neighbours changed


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
