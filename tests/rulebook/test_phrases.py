"""Phrases of word lists as expressions."""

from __future__ import annotations

import pytest

from quotecheck.rulebook.phrases import compile_phrases
from quotecheck.sources.words import words_of


@pytest.mark.parametrize("text", ["unfamiliar with", "familiar  towns", "familiar within"])
def test_parts_of_words_are_not_found(text):
    assert compile_phrases(["familiar with"]).search(text) is None


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("familiar with", "Familiar\nwith it"),
        ("(asked|asks) not to be (named|identified)", "who asked not to be identified"),
        ("(not|n't) (been)? authorized", "wasn't authorized"),
        ("(not|n't) (been)? authorized", "has not been authorized"),
        ("with .. knowledge of", "with deep and direct knowledge of"),
    ],
)
def test_phrase_is_found(phrase, text):
    assert compile_phrases([phrase]).search(text)


def test_gap_ends_with_the_sentence():
    assert compile_phrases(["with .. knowledge of"]).search("with me. Her knowledge of") is None


def test_no_phrases_find_nothing():
    assert compile_phrases([]).search("anything") is None


@pytest.mark.parametrize("text", ["The condition of the pier", "He asked to be heard", "They named no price"])
def test_other_conditions_are_no_signal(rulebook, text):
    assert words_of(rulebook).signals.search(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "on condition of anonymity",
        "asked not to be identified",
        "declined to give her last name",
        "did not want to be named",
        "were not authorized to discuss it",
        "on the condition that his name not be used or identified",
        "preferred to remain anonymous",
    ],
)
def test_grants_of_anonymity_are_signals(rulebook, text):
    assert words_of(rulebook).signals.search(text)


def test_long_text_without_phrases_is_read_once(rulebook):
    assert words_of(rulebook).signals.search("with " * 50_000) is None
