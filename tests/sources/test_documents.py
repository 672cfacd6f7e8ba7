"""Whose a document is, in texts that the bundled pipeline has read."""

from __future__ import annotations

import pytest

from quotecheck.records import SourceType
from tests.sources.texts import read


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "A study commissioned by the Norvik Council and conducted by the Harbor Institute came out.",
            "Harbor Institute",
        ),
        (
            "The Harbor Institute, the charity that the city hired, submitted its study to the Norvik Council. "
            "The Norvik Council has published the study.",
            "Harbor Institute",
        ),
        ("The Norvik Council ordered a study. The Harbor Institute released the study.", "Harbor Institute"),
        ("The Norvik Council paid for a study of the Harbor Institute budget.", None),
        ("The Norvik Council met the Harbor Institute study authors.", None),
        ("The Norvik Council paid for a study of the Harbor Institute seasonal workers.", None),
    ],
)
def test_study_is_its_authors_rather_than_that_of_whoever_ordered_it(text, issuer, rulebook):
    (found,) = read(f"{text} The study found no cranes.", rulebook, "The study")
    assert found.affiliation == issuer


@pytest.mark.parametrize(
    ("phrase", "issuer"),
    [
        ("A letter to the Harbor Institute", None),
        ("Data obtained by the Harbor Institute", None),
        ("A letter from the Harbor Institute to the Norvik Council", "Harbor Institute"),
        ("Research conducted by the Harbor Institute", "Harbor Institute"),
    ],
)
def test_document_is_not_that_of_whoever_got_it(phrase, issuer, rulebook):
    (found,) = read(f"{phrase} showed no cranes.", rulebook, phrase)
    assert found.affiliation == issuer


def test_relative_clause_of_an_email_is_said_by_the_email(rulebook):
    text = "That led to an email to Ilse Brandt from the Harbor Institute that stated that pilots should not talk."
    (found,) = read(text, rulebook, "that")
    assert found.type is SourceType.DOCUMENT


@pytest.mark.parametrize(
    ("phrase", "called"), [("Census data", "Census data"), ("The data", None), ("A Harbor Institute study", None)]
)
def test_document_is_called_by_its_words_with_capitals(phrase, called, rulebook):
    (found,) = read(f"The port grew, and {phrase} showed no cranes.", rulebook, phrase)
    assert found.called == called


@pytest.mark.parametrize("phrase", ["A post by Ilse Brandt", "Ilse Brandt's op-ed"])
def test_post_by_a_person_is_the_persons_words(phrase, rulebook):
    (found,) = read(f"{phrase} called it a lie.", rulebook, phrase)
    assert (found.type, found.name) == (SourceType.NAMED_PERSON, "Ilse Brandt")


def test_letter_by_a_person_is_a_document(rulebook):
    (found,) = read("A letter by Ilse Brandt called it a lie.", rulebook, "A letter by Ilse Brandt")
    assert found.type is SourceType.DOCUMENT
