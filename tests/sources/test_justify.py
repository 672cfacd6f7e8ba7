"""Why a source is in the story."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from quotecheck.document.parse import Parse
from quotecheck.sources.describe import in_order
from quotecheck.sources.phrase_ends import clause_end
from quotecheck.sources.reading import read_tokens
from tests.builders import document, span
from tests.sources.texts import TOKENIZER, said, sources_of

ILSE = ("Ilse Brandt", "PERSON"), ("Brandt", "PERSON")
WATCH = ("Harbor Watch", "ORG")
NAMES = (*ILSE, WATCH)


def speaker(text, source):
    """The last place of ``source`` in a text, and the last "said" or "found" behind it."""
    found = said(text, source, text.count(source) - 1)
    verb = "said" if "said" in text else "found"
    return replace(found, cue=replace(found.cue, span=span(text, verb, text.count(verb) - 1)))


def told(text, source, rulebook):
    """The source that says something at the last place of ``source``."""
    return sources_of(text, (speaker(text, source),), rulebook, names=NAMES)[0]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ilse Brandt, a pilot and friend of the captain, said no.", "pilot and friend of the captain"),
        ("Ilse Brandt, a pilot, and friend of the captain, said no.", "pilot, and friend of the captain"),
        ("The author of the law, Sen. Ilse Brandt, said no.", "author of the law"),
        ("Col. Ilse Brandt, the commander of a unit, said no.", "commander of a unit"),
        ("Ilse Brandt of Harbor Watch said no.", "of Harbor Watch"),
        ("Ilse Brandt of Harbor Watch, part of a coalition of pilots, said no.", "part of a coalition of pilots"),
        ("Ilse Brandt, director of a club, which trains pilots, said no.", "which trains pilots"),
        ("Ilse Brandt, director of a club, whose boat sank, said no.", "whose boat sank"),
        ("Ilse Brandt, director of Harbor Watch, a charity that saved pilots, said no.", "a charity that saved pilots"),
        ("Ilse Brandt met a pilot on the bridge. Brandt said no.", "Ilse Brandt met a pilot on the bridge."),
        ("Brandt said during a hearing on the law.", "during a hearing on the law"),
        ("At the hearing on the law, Brandt said no.", "At the hearing on the law"),
    ],
)
def test_words_that_say_why_somebody_is_in_the_story(text, why, rulebook):
    assert why in (told(text, "Brandt" if "Brandt said" in text else "Ilse Brandt", rulebook).justification or "")


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt, director of the port, said no.",
        "Ilse Brandt, who said no, met a pilot. Brandt said no.",
        "Ilse Brandt, who did not respond, said no.",
        "After Brandt met a pilot, the bridge was closed. Brandt said no.",
        "Brandt 's report was on the bridge. Brandt said no.",
        "Brandt said during a call on the law.",
        "Brandt said during a conference call.",
        "Ilse Brandt, director of the port, which sold well, said no.",
        "Sen. Ilse Brandt, Republican of Norvik, said no.",
    ],
)
def test_position_party_and_silence_are_no_reason(text, rulebook):
    said_by = [said(text, "who")] if "who said" in text else []
    source = "Brandt" if "Brandt said" in text else "Ilse Brandt"
    found = sources_of(text, (*said_by, speaker(text, source)), rulebook, names=NAMES)
    assert [each.justification for each in found] == [None]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Harbor Watch, a mix of pilots, said no.", "a mix of pilots"),
        ("Harbor Watch, its parent organization, said no.", "its parent organization"),
        ("Harbor Watch, a pilot, said no.", None),
    ],
)
def test_what_a_body_is_stands_behind_its_name(text, why, rulebook):
    assert told(text, "Harbor Watch", rulebook).justification == why


def test_way_to_a_document_justifies_it(rulebook):
    text = "The report found no. The Lantern obtained the report in May."
    assert told(text, "The report", rulebook).justification == "The Lantern obtained the report in May."


def test_unnamed_sources_are_described_as_written(rulebook):
    text = "Two people familiar with the talks said no."
    assert told(text, "Two people familiar with the talks", rulebook).justification == text.removesuffix(" said no.")


def test_clause_about_one_person_without_a_name_is_kept(rulebook):
    text = "A teacher who sold the boat said no."
    assert told(text, "A teacher who", rulebook).justification.startswith("A teacher who sold the boat")


def test_secrecy_does_not_justify_anybody(rulebook):
    text = "A teacher who asked not to be named said no."
    assert told(text, "A teacher who", rulebook).justification is None


def test_office_behind_a_relation_is_a_title_only(rulebook):
    found = told("The author Ilse Brandt, a pilot, said no.", "Ilse Brandt", rulebook)
    assert (found.title, found.justification) == ("pilot", "author")


def test_clause_is_not_told_again_beside_its_sentence():
    sentence = "Ilse Brandt, who sold boats, met a pilot."
    assert in_order(["who sold boats", sentence, "friend of the captain"]) == [sentence, "friend of the captain"]


def test_title_given_in_singular_and_plural_is_told_once(rulebook):
    text = "Directors Ilse Brandt met a pilot. Director Ilse Brandt said no."
    assert told(text, "Ilse Brandt", rulebook).title == "Director"


def test_verb_before_a_title_is_no_part_of_it(rulebook):
    text = "They met on the bridge, reminding pilot Ilse Brandt of it. Brandt said no."
    assert told(text, "Brandt", rulebook).title == "pilot"


def test_somebody_else_before_a_title_is_no_part_of_it(rulebook):
    text = "Harbor Watch and Sen. Ilse Brandt met. Brandt said no."
    assert told(text, "Brandt", rulebook).title == "Sen."


def reading_of(text, heads, rulebook):
    """A text of one sentence, read, with the head of every token."""
    doc = TOKENIZER(text)
    tags = ["WDT" if t.text == "which" else "NNS" if t.text.endswith("s") else "," for t in doc]
    words = [t.text for t in doc]
    made = Doc(
        doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc], tags=tags, heads=heads, deps=["x"] * len(doc)
    )
    return read_tokens(Parse(document(text), made), rulebook)


def test_list_goes_on_behind_its_commas(rulebook):
    reading = reading_of("which helps sailors, pilots and cooks, others", [2, 2, 8, 4, 2, 6, 4, 8, 8], rulebook)
    assert reading.said(0, clause_end(0, len(reading), reading)) == "which helps sailors, pilots and cooks"


def test_phrase_that_leads_on_to_nothing_is_no_reason(rulebook):
    assert told("Ilse Brandt, who joined the port and who is, said no.", "Ilse Brandt", rulebook).justification == (
        "who joined the port"
    )
