"""Whose a document is, in texts that the bundled pipeline has read."""

from __future__ import annotations

import pytest

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
    ],
)
def test_study_is_its_authors_rather_than_that_of_whoever_ordered_it(text, issuer, rulebook):
    (found,) = read(f"{text} The study found no cranes.", rulebook, "The study")
    assert found.affiliation == issuer
