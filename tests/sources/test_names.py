"""Names put together from pieces, and whose or what they are."""

from __future__ import annotations

import pytest

from quotecheck.sources.name import name_words_of
from quotecheck.sources.names import find_names
from quotecheck.sources.reading import read_tokens
from quotecheck.sources.words import words_of
from tests.sources.texts import parsed, said, sources_of

PER, ORG, LOC = "PERSON", "ORG", "LOC"


def found(text, names, rulebook):
    """Text and label of every name, from the pieces that a recognizer sees."""
    parse = parsed(text, names)
    reading = read_tokens(parse, rulebook)
    return [(n.text, n.label) for n in find_names(parse, reading, words_of(rulebook), name_words_of(rulebook))]


@pytest.mark.parametrize(
    ("text", "pieces", "name"),
    [
        ("Halden & Brandt Co. said no.", [("Halden", PER), ("Brandt Co.", PER)], "Halden & Brandt Co."),
        ("Marks and Brandt Partners said no.", [("Marks", PER), ("Brandt Partners", ORG)], "Marks and Brandt Partners"),
        ("Bank of Norvik said no.", [("Norvik", ORG)], "Bank of Norvik"),
        ("Ministry of Health said no.", [("of Health", ORG)], "Ministry of Health"),
        ("Port of Norvik said no.", [("Norvik", PER)], "Port of Norvik"),
        ("Harbor People's Campaign said no.", [("Harbor People", ORG)], "Harbor People's Campaign"),
        ("Mole County's Office said no.", [("Mole County", ORG), ("Office", ORG)], "Mole County's Office"),
        (
            "Academies of Science, Engineering and Medicine said no.",
            [("Academies of Science", ORG), ("Engineering and Medicine", ORG)],
            "Academies of Science, Engineering and Medicine",
        ),
    ],
)
def test_pieces_of_a_body_are_one_name(text, pieces, name, rulebook):
    assert found(text, pieces, rulebook) == [(name, "organization")]


@pytest.mark.parametrize("marks", ['""', "“”", "()"])
def test_nickname_belongs_to_the_name(marks, rulebook):
    text = f"Juan {marks[0]}Chico{marks[1]} Marin said no."
    names = found(text, [("Juan", PER), ("Chico", PER), ("Marin", PER)], rulebook)
    assert names == [(f"Juan {marks[0]}Chico{marks[1]} Marin", "person")]


def test_nickname_and_surname_belong_to_a_given_name_found_alone(rulebook):
    assert found("Karl “Skip” Moor said no.", [("Karl", PER)], rulebook) == [("Karl “Skip” Moor", "person")]


def test_two_bodies_joined_by_and_stay_two(rulebook):
    names = found("Bank of Norvik and Harbor Watch said no.", [("Norvik", ORG), ("Harbor Watch", ORG)], rulebook)
    assert [name for name, _ in names] == ["Bank of Norvik", "Harbor Watch"]


def test_two_persons_are_no_firm(rulebook):
    assert len(found("Ilse Brandt and Karl Moor said no.", [("Ilse Brandt", PER), ("Karl Moor", PER)], rulebook)) == 2


def test_firm_is_not_its_founder(rulebook):
    text = "Ilse Halden founded Halden Motors. Halden said no."
    names = found(text, [("Ilse Halden", PER), ("Halden Motors", ORG), ("Halden", ORG)], rulebook)
    assert names[-1] == ("Halden", "organization")


def test_surname_taken_for_a_place_is_the_person(rulebook):
    names = found("Ilse Brandt said no. Brandt said more.", [("Ilse Brandt", PER), ("Brandt", LOC)], rulebook)
    assert names[-1] == ("Brandt", "person")


def test_honorific_alone_is_no_name(rulebook):
    assert found("Mr. said no.", [("Mr.", PER)], rulebook) == []


def test_name_torn_at_and_is_whole_where_the_article_has_it_whole(rulebook):
    text = "Norvik Parks and Harbor Watch met. Parks and Harbor Watch said no."
    names = found(text, [("Norvik Parks and Harbor Watch", ORG), ("Parks", ORG), ("Harbor Watch", ORG)], rulebook)
    assert names == [("Norvik Parks and Harbor Watch", "organization"), ("Parks and Harbor Watch", "organization")]


@pytest.mark.parametrize("marks", ["“”", "()"])
def test_nickname_that_nobody_recognized_belongs_to_the_name(marks, rulebook):
    text = f"Ann {marks[0]}Coach{marks[1]} Reyes said no."
    assert found(text, [("Ann", PER), ("Reyes", PER)], rulebook) == [(f"Ann {marks[0]}Coach{marks[1]} Reyes", "person")]


@pytest.mark.parametrize(
    ("word", "label"), [("HarCalGas", "organization"), ("DeMarco", "person"), ("LaMont", "person")]
)
def test_capitals_inside_a_word_are_a_firms(word, label, rulebook):
    assert found(f"{word} said no.", [(word, PER)], rulebook) == [(word, label)]


def test_capitals_inside_a_surname_are_the_persons(rulebook):
    names = found("Ilse McVanDyke met. McVanDyke said no.", [("Ilse McVanDyke", PER), ("McVanDyke", PER)], rulebook)
    assert [label for _, label in names] == ["person", "person"]


def test_office_of_a_place_that_has_a_longer_name_is_another_name(rulebook):
    names = found("Norvik's Department of Trade said no.", [("Norvik", ORG), ("Department of Trade", ORG)], rulebook)
    assert [name for name, _ in names] == ["Norvik", "Department of Trade"]


def test_name_behind_an_honorific_without_a_stop_is_a_persons(rulebook):
    names = found("Chairman Sir Tam Lovell-Park said no.", [("Tam Lovell-Park", ORG)], rulebook)
    assert [label for name, label in names if name.endswith("Lovell-Park")] == ["person"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Harbor Bureau of Control (HBX) spoke. HBX said more.", ("Harbor Bureau of Control", "HBX")),
        ("Pilots\u2019 Bureau spoke. Pilots' Bureau said more.", ("Pilots\u2019 Bureau", "Pilots' Bureau")),
        ("B\u00fcro Bureau spoke. Buro Bureau said more.", ("B\u00fcro Bureau", "Buro Bureau")),
    ],
)
def test_one_body_written_in_two_ways_is_one(text, names, rulebook):
    (source,) = sources_of(text, [said(text, names[1])], rulebook, names=[(name, ORG) for name in names])
    assert source.name == names[0]


def test_short_form_of_a_name_with_an_accent_is_it_too(rulebook):
    text = "B\u00fcro Harbor Bureau spoke. B\u00fcro said more."
    (source,) = sources_of(
        text, [said(text, "B\u00fcro", 1)], rulebook, names=[("B\u00fcro Harbor Bureau", ORG), ("B\u00fcro", ORG)]
    )
    assert source.name == "B\u00fcro Harbor Bureau"
