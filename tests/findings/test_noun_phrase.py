"""What a phrase for a source is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.findings.noun_phrase import NounPhrase, read_phrase, singular
from quotecheck.rulebook import Rulebook


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("a source", NounPhrase("source", (), (), (), None)),
        (
            "two senior officials at the ministry",
            NounPhrase("official", ("two",), ("senior",), ("seniority",), "at the ministry"),
        ),
        ("one of his senior aides", NounPhrase("aide", ("one",), ("his", "senior"), ("owner", "seniority"), None)),
        ("people familiar with the talks", NounPhrase("person", (), (), (), "familiar with the talks")),
        ("a Halden Bank director", NounPhrase("director", (), ("Halden", "Bank"), ("name", "name"), None)),
        ("the bank's lawyers, who", NounPhrase("lawyer", (), ("bank's",), ("owner",), None)),
        ("more than 20 union leaders", NounPhrase("leader", ("more", "than", "20"), ("union",), ("sector",), None)),
        ("those close to the talks", NounPhrase("", (), (), (), None)),
        ("a knowledgeable person", NounPhrase("person", (), ("knowledgeable",), ("quality",), None)),
        ("", NounPhrase("", (), (), (), None)),
    ],
)
def test_parts(phrase: str, parts: NounPhrase, rulebook: Rulebook) -> None:
    assert read_phrase(phrase, rulebook) == parts


@pytest.mark.parametrize(
    ("word", "one"), [("authorities", "authority"), ("witnesses", "witness"), ("people", "person"), ("boss", "boss")]
)
def test_singular(word: str, one: str) -> None:
    assert singular(word) == one


@given(st.text())
def test_any_text_is_read(rulebook: Rulebook, text: str) -> None:
    phrase = read_phrase(text, rulebook)
    assert len(phrase.modifiers) == len(phrase.kinds)
    assert phrase.complement is None or text.endswith(phrase.complement)
