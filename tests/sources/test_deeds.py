"""People without a name who do something, keep something back or are talked to are no sources."""

from __future__ import annotations

import pytest

from quotecheck.records import CueFamily
from tests.builders import attribution
from tests.sources.texts import sources_of

MENTAL, ACT, SPEECH = CueFamily.MENTAL, CueFamily.ACT, CueFamily.SPEECH


@pytest.mark.parametrize(
    ("text", "cue", "content", "family"),
    [
        ("The pilots boarded the ferry.", "boarded", "the ferry", MENTAL),
        ("The pilots are boarding the ferry.", "are boarding", "the ferry", MENTAL),
        ("The aides were told to wait.", "were told", "to wait", SPEECH),
        ("The aides were reluctant to reveal the sum.", "were reluctant to reveal", "the sum", SPEECH),
        ("The aides declined to praise the harbor.", "declined to praise", "the harbor", ACT),
    ],
)
def test_who_tells_nothing_is_no_source(text, cue, content, family, rulebook):
    source = " ".join(text.split()[:2])
    assert sources_of(text, (attribution(text, source, cue, content, family=family),), rulebook) == ()


@pytest.mark.parametrize(
    ("text", "cue", "content", "family"),
    [
        ("The pilots were wary of the ferry.", "were wary of", "the ferry", MENTAL),
        ("The pilots seem ready to leave.", "seem", "ready to leave", MENTAL),
        ("The pilots fear the ferry.", "fear", "the ferry", MENTAL),
        ("The pilots were outraged by the ferry.", "were outraged by", "the ferry", MENTAL),
        ("The pilots boarded that it was late.", "boarded", "that it was late", MENTAL),
        ("The pilots revealed the sum.", "revealed", "the sum", SPEECH),
    ],
)
def test_attitude_and_statement_have_a_source(text, cue, content, family, rulebook):
    assert len(sources_of(text, (attribution(text, "The pilots", cue, content, family=family),), rulebook)) == 1


def test_deed_of_somebody_with_a_name_is_kept(rulebook):
    text = "Ilse Brandt boarded the ferry."
    (found,) = sources_of(
        text,
        (attribution(text, "Ilse Brandt", "boarded", "the ferry", family=MENTAL),),
        rulebook,
        names=(("Ilse Brandt", "PERSON"),),
    )
    assert found.name == "Ilse Brandt"


def test_deed_does_not_stand_before_what_is_said(rulebook):
    text = "The pilots boarded the ferry and said no."
    made = (
        attribution(text, "The pilots", "boarded", "the ferry", family=MENTAL),
        attribution(text, "The pilots", "said", "no"),
    )
    (found,) = sources_of(text, made, rulebook)
    assert found.attributions == made[1:]
