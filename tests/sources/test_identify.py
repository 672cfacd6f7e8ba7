"""Who the sources are: coreference, ambiguity, anonymity, on texts tagged by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.records import Signal, SourceKind, SourceType, Span
from tests.builders import attribution
from tests.sources.texts import parsed, read, said, sources_of

PORT = (("Ilse Brandt", "PERSON"),)


def test_no_attribution_no_source(rulebook):
    assert sources_of("Ilse Brandt met a pilot.", (), rulebook, names=PORT) == ()


def test_attribution_without_source_has_none(rulebook):
    text = "It rained, it was said."
    assert sources_of(text, (attribution(text, None, None, "It rained"),), rulebook) == ()


def test_source_of_income_is_no_source(rulebook):
    text = "A source of income said no."
    assert sources_of(text, (said(text, "A source of income"),), rulebook) == ()


def test_notion_is_no_source(rulebook):
    text = "The idea said no."
    assert sources_of(text, (said(text, "The idea"),), rulebook) == ()


def test_surname_and_pronoun_lead_to_full_name(rulebook):
    text = "Ilse Brandt said no. Brandt said more. She said it."
    names = (*PORT, ("Brandt said"[:6], "PERSON"))
    found = sources_of(
        text, (said(text, "Ilse Brandt"), said(text, "Brandt", 1), said(text, "She")), rulebook, names=names[:1]
    )
    assert [each.name for each in found] == ["Ilse Brandt"]
    assert len(found[0].attributions) == 3


def test_two_people_of_one_surname_stay_two(rulebook):
    text = "Ilse Brandt said no. Karl Brandt said more."
    names = (*PORT, ("Karl Brandt", "PERSON"))
    found = sources_of(text, (said(text, "Ilse Brandt"), said(text, "Karl Brandt")), rulebook, names=names)
    assert [each.name for each in found] == ["Ilse Brandt", "Karl Brandt"]


def test_surname_of_two_who_came_together_is_left_open(rulebook):
    text = "Ilse Brandt met Karl Brandt. Brandt said no."
    names = (*PORT, ("Karl Brandt", "PERSON"))
    (found,) = sources_of(text, (said(text, "Brandt", 2),), rulebook, names=names)
    assert found.name is None
    assert set(found.candidates) == {"Ilse Brandt", "Karl Brandt"}


def test_pronoun_keeps_to_the_sex(rulebook):
    text = "Karl Moor met Ilse Brandt. He said no."
    names = (*PORT, ("Karl Moor", "PERSON"))
    (found,) = sources_of(text, (said(text, "He"),), rulebook, names=names)
    assert found.name == "Karl Moor"


def test_another_source_is_another_one(rulebook):
    text = "A source said no. Another source said more. The source said it."
    found = sources_of(text, (said(text, "A source"), said(text, "Another source"), said(text, "The source")), rulebook)
    assert [len(each.attributions) for each in found] == [1, 2]
    assert {each.type for each in found} == {SourceType.ANONYMOUS_SOURCE}


def test_one_of_the_officials_belongs_to_the_two(rulebook):
    text = "Two officials said no. One of the officials said more."
    (found,) = sources_of(text, (said(text, "Two officials"), said(text, "One of the officials")), rulebook)
    assert found.count == 2
    assert len(found.attributions) == 2


def test_both_people_of_a_list_get_the_attribution(rulebook):
    text = "Ilse Brandt and Karl Moor said no."
    names = (*PORT, ("Karl Moor", "PERSON"))
    found = sources_of(text, (said(text, "Ilse Brandt and Karl Moor"),), rulebook, names=names)
    assert [each.name for each in found] == ["Ilse Brandt", "Karl Moor"]
    assert found[0].attributions == found[1].attributions


def test_spokesperson_of_a_named_body_is_the_body(rulebook):
    text = "A spokesman for Norvik Energy said no."
    (found,) = sources_of(
        text, (said(text, "A spokesman for Norvik Energy"),), rulebook, names=(("Norvik Energy", "ORG"),)
    )
    assert (found.type, found.name, found.specificity) == (SourceType.NAMED_ORGANIZATION, "Norvik Energy", 6)


def test_heckler_is_merely_unnamed(rulebook):
    text = "A heckler said no."
    (found,) = sources_of(text, (said(text, "A heckler"),), rulebook)
    assert found.type is SourceType.UNNAMED_PERSON
    assert found.anonymity.signal is Signal.NONE


def test_grant_of_anonymity_with_reason_is_explicit(rulebook):
    text = "An official, who spoke on condition of anonymity because the talks are secret, said no."
    (found,) = sources_of(text, (said(text, "An official"),), rulebook)
    assert found.anonymity.signal is Signal.EXPLICIT
    assert found.anonymity.reason == "because the talks are secret"


def test_formula_as_reason_is_rote(rulebook):
    text = "An official, who was not authorized to speak publicly, said no."
    (found,) = sources_of(text, (said(text, "An official"),), rulebook)
    assert found.anonymity.reason == "not authorized to speak publicly"
    assert found.anonymity.is_rote


def test_fear_of_dismissal_is_no_rote_reason(rulebook):
    text = "An official, who asked not to be named for fear of losing her job, said no."
    (found,) = sources_of(text, (said(text, "An official"),), rulebook)
    assert found.anonymity.reason == "for fear of losing her job"
    assert not found.anonymity.is_rote


def test_grant_in_a_later_sentence_is_found(rulebook):
    text = "An official said no. The official asked not to be named."
    (found,) = sources_of(text, (said(text, "An official"),), rulebook)
    assert found.anonymity.signal is Signal.EXPLICIT
    assert found.anonymity.reason is None


def test_knowledge_is_the_basis(rulebook):
    text = "Two people familiar with the talks said no."
    (found,) = sources_of(text, (said(text, "Two people familiar with the talks"),), rulebook)
    assert found.basis == "familiar with the talks"
    assert found.type is SourceType.ANONYMOUS_SOURCE
    assert "basis" in found.dimensions


def test_title_given_elsewhere_is_found(rulebook):
    text = "Brandt said no. Ilse Brandt, director of the port, met a pilot."
    (found,) = sources_of(text, (said(text, "Brandt"),), rulebook, names=PORT)
    assert (found.name, found.title) == ("Ilse Brandt", "director of the port")
    assert found.specificity == 8


def test_outlet_that_cites_others_keeps_the_chain(rulebook):
    text = "Lantern Weekly reported a strike, citing two officials."
    (found,) = sources_of(text, (said(text, "Lantern Weekly"),), rulebook, names=(("Lantern Weekly", "ORG"),))
    assert found.via == ("two officials",)


def test_audit_report_is_a_document(rulebook):
    text = "A report by Harbor Watch found no."
    (found,) = sources_of(text, (said(text, "A report by Harbor Watch"),), rulebook, names=(("Harbor Watch", "ORG"),))
    assert (found.type, found.kind, found.affiliation) == (SourceType.DOCUMENT, SourceKind.DOCUMENT, "Harbor Watch")


def test_ladder_of_descriptions(rulebook):
    levels = []
    for phrase in ("A source", "A reliable source", "A diplomatic source", "A senior diplomatic source"):
        text = f"{phrase} said no."
        levels.append(sources_of(text, (said(text, phrase),), rulebook)[0].specificity)
    assert levels == [1, 2, 3, 4]


def test_answers_belong_to_the_one_who_is_interviewed(rulebook):
    text = "Ilse Brandt met a pilot.\nQ. Why?\nA. No.\nQ. When?"
    turns = (said(text, "Q."), said(text, "A."), said(text, "Q.", 1))
    asked, answered = sorted(sources_of(text, turns, rulebook, names=PORT), key=lambda each: each.name is not None)
    assert (answered.name, len(answered.attributions)) == ("Ilse Brandt", 1)
    assert len(asked.attributions) == 2


def test_officials_of_a_region_are_no_institution(rulebook):
    text = "Western officials said no."
    (found,) = sources_of(text, (said(text, "Western officials"),), rulebook, names=(("Western", "MISC"),))
    assert found.type is SourceType.ANONYMOUS_SOURCE


@given(st.text(alphabet="Brandt said. Official,“”’ \n", max_size=80), st.integers(0, 79), st.integers(1, 30))
def test_odd_prose_raises_nothing_and_mentions_lie_in_the_text(rulebook, text, start, length):
    if not text[start : start + length].strip():
        return
    place = Span(start, min(len(text), start + length))
    each = attribution(text, None, None, text.strip())
    each = type(each)(each.kind, place, None, (place,), place, (), each.family, "test")
    for source in sources_of(text, (each,), rulebook):
        assert all(0 <= mention.start < mention.end <= len(text) for mention in source.mentions)


def test_same_article_gives_the_same_sources(rulebook):
    text = "Ilse Brandt said no. Two officials said more."
    both = (said(text, "Ilse Brandt"), said(text, "Two officials"))
    assert sources_of(text, both, rulebook, names=PORT) == sources_of(text, both, rulebook, names=PORT)
    assert parsed(text, PORT).doc.text == text


def test_surname_that_she_takes_up_is_not_the_man_named_in_full(rulebook):
    text = "Brandt said she won. Brandt said she lost. Brandt said she left. Karl Brandt met a pilot. Brandt said no."
    names = (("Karl Brandt", "PERSON"), ("Brandt", "PERSON"))
    (found,) = sources_of(text, (said(text, "Brandt", 4),), rulebook, names=names)
    assert found.name == "Brandt"


def test_mrs_brandt_is_not_karl(rulebook):
    text = "Karl Brandt met a pilot. Mrs. Brandt said no."
    (found,) = sources_of(
        text, (said(text, "Brandt", 1),), rulebook, names=(("Karl Brandt", "PERSON"), ("Brandt", "PERSON"))
    )
    assert found.name == "Brandt"


def test_father_and_son_of_one_name_stay_two(rulebook):
    text = "Karl Moor said no. Karl Moor Jr. said more."
    names = (("Karl Moor Jr.", "PERSON"), ("Karl Moor", "PERSON"))
    found = sources_of(text, (said(text, "Karl Moor"), said(text, "Karl Moor Jr.")), rulebook, names=names)
    assert [each.name for each in found] == ["Karl Moor", "Karl Moor Jr."]


def test_she_is_whoever_is_known_to_be_a_woman(rulebook):
    text = "Ilse Brandt met Zuri Oda. She said no."
    names = (*PORT, ("Zuri Oda", "PERSON"))
    (found,) = sources_of(text, (said(text, "She"),), rulebook, names=names)
    assert found.name == "Ilse Brandt"


def test_title_with_of_before_a_name_is_no_description_of_somebody_else(rulebook):
    text = "Secretary of state Ilse Brandt said no."
    (found,) = sources_of(text, (said(text, "Secretary of state Ilse Brandt"),), rulebook, names=PORT)
    assert (found.name, found.title) == ("Ilse Brandt", "Secretary of state")


def test_representative_for_somebody_is_somebody_else(rulebook):
    text = "A representative for Ilse Brandt said no."
    (found,) = sources_of(text, (said(text, "A representative for Ilse Brandt"),), rulebook, names=PORT)
    assert found.name is None


def test_source_span_inside_a_name_is_the_name(rulebook):
    text = "Norvik Harbor Watch said no."
    names = (("Norvik Harbor Watch", "ORG"),)
    (found,) = sources_of(text, (said(text, "Watch"),), rulebook, names=names)
    assert found.name == "Norvik Harbor Watch"
    assert [each.of(text) for each in found.mentions] == ["Norvik Harbor Watch"]


def test_one_in_four_are_several(rulebook):
    text = "One in two voters said no."
    (found,) = sources_of(text, (said(text, "One in two voters"),), rulebook)
    assert found.type is SourceType.UNNAMED_GROUP


def test_father_of_the_pilot_is_not_the_pilot(rulebook):
    text = "Ilse Brandt, a pilot, met a friend. The pilot's father said no."
    (found,) = sources_of(text, (said(text, "The pilot's father"),), rulebook, names=PORT)
    assert found.name is None


def test_pilot_brought_in_without_a_name_is_not_the_one_with_a_name(rulebook):
    text = "Ilse Brandt met a striker. The striker said no."
    (found,) = sources_of(text, (said(text, "The striker"),), rulebook, names=PORT)
    assert found.name is None


def test_noun_that_is_not_for_people_is_no_source(rulebook):
    text = "The popularity said no."
    assert sources_of(text, (said(text, "The popularity"),), rulebook) == ()


def described(text, name, rulebook, *names):
    """The source called ``name``, which says something at the end of ``text``."""
    return sources_of(text, (said(text, name, text.count(name) - 1),), rulebook, names=names)[0]


def test_member_of_a_named_body_has_a_title(rulebook):
    text = "Ilse Brandt, a member of the Norvik Council, said no."
    found = described(text, "Ilse Brandt", rulebook, *PORT, ("Norvik Council", "ORG"))
    assert (found.title, found.affiliation) == ("member of the Norvik Council", "Norvik Council")


def test_issuer_of_a_report_is_found_where_the_article_says_who_released_it(rulebook):
    text = "The report found no. Harbor Watch released the report."
    (found,) = sources_of(text, (said(text, "The report"),), rulebook, names=(("Harbor Watch", "ORG"),))
    assert (found.type, found.affiliation) == (SourceType.DOCUMENT, "Harbor Watch")


def test_report_that_two_bodies_issued_has_no_sure_issuer(rulebook):
    text = "The report found no. Harbor Watch released a report. Norvik Bank published a report."
    names = (("Harbor Watch", "ORG"), ("Norvik Bank", "ORG"))
    (found,) = sources_of(text, (said(text, "The report"),), rulebook, names=names)
    assert found.affiliation is None


def test_the_two_diplomats_are_both_of_them(rulebook):
    text = "A diplomat said no. Another diplomat said more. The two diplomats said it."
    phrases = ("A diplomat", "Another diplomat", "The two diplomats")
    found = sources_of(text, tuple(said(text, phrase) for phrase in phrases), rulebook)
    assert [(each.count, len(each.attributions)) for each in found] == [(1, 2), (1, 2)]


def test_third_one_has_the_noun_of_the_ones_before(rulebook):
    text = "One official said no. A third said more."
    found = sources_of(text, (said(text, "One official"), said(text, "A third")), rulebook)
    assert [each.type for each in found] == [SourceType.ANONYMOUS_SOURCE] * 2


def test_insider_may_be_anybody_without_a_name(rulebook):
    text = "One operative said no. The insider said more."
    found = sources_of(text, (said(text, "One operative"), said(text, "The insider")), rulebook)
    assert [len(each.attributions) for each in found] == [2]


def test_the_source_is_left_open_between_two(rulebook):
    text = "An official said no. A banker said more. The source said it."
    phrases = ("An official", "A banker", "The source")
    *_, found = sources_of(text, tuple(said(text, phrase) for phrase in phrases), rulebook)
    assert set(found.candidates) == {"An official", "A banker"}
    assert found.type is SourceType.ANONYMOUS_SOURCE


def test_the_aide_is_not_the_official(rulebook):
    text = "An official said no. The aide said more."
    assert len(sources_of(text, (said(text, "An official"), said(text, "The aide")), rulebook)) == 2


def test_three_people_are_not_the_people_before_them(rulebook):
    text = "People briefed on the talks said no. Three people briefed on the talks said more."
    phrases = ("People briefed on the talks", "Three people briefed on the talks")
    assert len(sources_of(text, tuple(said(text, phrase) for phrase in phrases), rulebook)) == 2


def test_they_are_the_two_named_together_before(rulebook):
    text = "Ilse Brandt and Karl Moor said no. They said more."
    names = (*PORT, ("Karl Moor", "PERSON"))
    found = sources_of(text, (said(text, "They"),), rulebook, names=names)
    assert [each.name for each in found] == ["Ilse Brandt", "Karl Moor"]


def test_surname_is_the_one_just_named_in_full_or_else_the_one_named_first(rulebook):
    names = (*PORT, ("Karl Brandt", "PERSON"))
    near = "Ilse Brandt met a pilot. Karl Brandt met a pilot. Brandt said no."
    far = "Ilse Brandt met a pilot. Karl Brandt met a pilot. It rained. It rained. Brandt said no."
    for text, name in ((near, "Karl Brandt"), (far, "Ilse Brandt")):
        (found,) = sources_of(text, (said(text, "Brandt", 2),), rulebook, names=names)
        assert found.name == name


def test_husband_brought_in_by_the_way_does_not_take_over_the_surname(rulebook):
    text = "Ilse Brandt met a pilot. It rained. A friend met her husband Karl Brandt. Brandt said no."
    (found,) = sources_of(text, (said(text, "Brandt", 2),), rulebook, names=(*PORT, ("Karl Brandt", "PERSON")))
    assert found.name == "Ilse Brandt"


def test_those_who_are_said_to_do_something_are_no_source(rulebook):
    text = "Some advisers are said no."
    place = Span(text.index("are"), text.index("said") + 4)
    told = said(text, "Some advisers")
    hearsay = replace(told, cue=replace(told.cue, span=place))
    assert sources_of(text, (hearsay,), rulebook) == ()


def test_office_that_one_person_holds_tells_who_it_is(rulebook):
    text = "The pope said no. A king said more."
    pope, king = sources_of(text, (said(text, "The pope"), said(text, "A king")), rulebook)
    assert (pope.type, pope.specificity) == (SourceType.UNNAMED_PERSON, 8)
    assert king.specificity < 8


def test_the_two_are_the_two_people_before(rulebook):
    text = "Two people briefed on the talks said no. The two said more."
    found = sources_of(text, (said(text, "Two people briefed on the talks"), said(text, "The two")), rulebook)
    assert [len(each.attributions) for each in found] == [2]


def test_coast_guard_is_a_body_and_stays_one(rulebook):
    text = "The coast guard said no. The coast guard said more."
    found = sources_of(text, (said(text, "The coast guard"), said(text, "The coast guard", 1)), rulebook)
    assert [(each.kind, len(each.attributions)) for each in found] == [(SourceKind.ORGANIZATION, 2)]


def test_coast_guard_is_not_its_spokeswoman(rulebook):
    text = "Ilse Brandt, a coast guard spokeswoman, met a pilot. The coast guard said no."
    (found,) = sources_of(text, (said(text, "The coast guard"),), rulebook, names=PORT)
    assert found.name is None


def test_union_of_the_teachers_is_not_the_body_named_before(rulebook):
    text = "Harbor Watch met a pilot. The teachers's union said no."
    (found,) = sources_of(text, (said(text, "The teachers's union"),), rulebook, names=(("Harbor Watch", "ORG"),))
    assert found.name != "Harbor Watch"


def test_half_of_a_surname_with_a_hyphen_is_the_whole_one(rulebook):
    text = "Ilse Brandt-Moor met a pilot. Brandt-Moor said no."
    names = (("Ilse Brandt-Moor", "PERSON"), ("Moor", "PERSON"))
    (found,) = sources_of(text, (said(text, "Brandt-Moor", 1),), rulebook, names=names)
    assert found.name == "Ilse Brandt-Moor"


def test_police_of_the_department_that_the_article_names(rulebook):
    text = "Norvik Police Department said no. Police said more."
    names = (("Norvik Police Department", "ORG"),)
    (found,) = sources_of(
        text, (said(text, "Norvik Police Department"), said(text, "Police", 1)), rulebook, names=names
    )
    assert (found.name, len(found.attributions)) == ("Norvik Police Department", 2)


def test_short_name_of_a_firm_is_the_firm(rulebook):
    text = "Halden Bank said no. Halden said more."
    names = (("Halden Bank", "ORG"), ("Halden", "ORG"))
    (found,) = sources_of(text, (said(text, "Halden Bank"), said(text, "Halden", 1)), rulebook, names=names)
    assert (found.name, len(found.attributions)) == ("Halden Bank", 2)


def test_what_two_people_are_called_before_their_names_is_no_third(rulebook):
    text = "Two senators, Ilse Brandt and Karl Moor, said no."
    names = (*PORT, ("Karl Moor", "PERSON"))
    found = sources_of(text, (said(text, "Two senators, Ilse Brandt and Karl Moor"),), rulebook, names=names)
    assert [each.name for each in found] == ["Ilse Brandt", "Karl Moor"]


def test_one_of_several_does_not_make_them_one(rulebook):
    text = "People briefed on the talks said no. One of the people said more."
    phrases = ("People briefed on the talks", "One of the people")
    (found,) = sources_of(text, tuple(said(text, phrase) for phrase in phrases), rulebook)
    assert found.count is None


def test_given_name_with_a_hyphen_that_was_torn_is_whole(rulebook):
    text = "Min-ji Park said the pier was closed."
    names = (("Min", "PERSON"), ("ji", "PERSON"), ("Park", "PERSON"))
    (park,) = sources_of(text, (said(text, "Min-ji Park"),), rulebook, names=names)
    assert park.name == "Min-ji Park"


def test_slip_in_a_surname_is_no_other_person(rulebook):
    text = "Ilse Brandt said no. Brant said more."
    found = sources_of(
        text, (said(text, "Ilse Brandt"), said(text, "Brant")), rulebook, names=(*PORT, ("Brant", "PERSON"))
    )
    assert [each.name for each in found] == ["Ilse Brandt"]


def test_surname_is_not_that_of_a_relative_explained_by_the_way(rulebook):
    text = "Karl Brandt spoke. Ilse Brandt, the mayor's daughter, was asked. Ilse Brandt met a pilot. Brandt said no."
    names = (*PORT, ("Karl Brandt", "PERSON"), ("Brandt", "PERSON"))
    (found,) = sources_of(text, (said(text, "Brandt", 3),), rulebook, names=names)
    assert found.name == "Karl Brandt"


def test_surname_alone_may_be_the_president(rulebook):
    text = "Brandt said no. President Brandt spoke. President Brandt met Ilse Brandt."
    names = (*PORT, ("Brandt", "PERSON"))
    (found,) = sources_of(text, (said(text, "Brandt"),), rulebook, names=names)
    assert found.name == "Brandt"


def test_wife_is_who_shares_the_surname(rulebook):
    text = "Karl Brandt's wife said no. Ilse Brandt met a pilot."
    names = (*PORT, ("Karl Brandt", "PERSON"))
    (found,) = sources_of(text, (said(text, "Karl Brandt's wife"),), rulebook, names=names)
    assert found.name == "Ilse Brandt"


def test_wife_is_nobody_of_another_surname(rulebook):
    text = "Karl Moor's wife said no. Ilse Brandt met a pilot."
    names = (*PORT, ("Karl Moor", "PERSON"))
    (found,) = sources_of(text, (said(text, "Karl Moor's wife"),), rulebook, names=names)
    assert found.name is None


def test_nominee_is_not_the_nominee_for_vice_president(rulebook):
    text = "Ilse Brandt met vice presidential nominee Karl Moor. Brandt spoke. The presidential nominee said no."
    names = (*PORT, ("Karl Moor", "PERSON"), ("Brandt", "PERSON"))
    (found,) = sources_of(text, (said(text, "The presidential nominee"),), rulebook, names=names)
    assert found.name == "Ilse Brandt"


def test_nominee_is_not_her_daughter(rulebook):
    text = "Ilse Brandt, the nominee's daughter, met Karl Moor. Moor spoke. The nominee said no."
    names = (*PORT, ("Karl Moor", "PERSON"), ("Moor", "PERSON"))
    (found,) = sources_of(text, (said(text, "The nominee"),), rulebook, names=names)
    assert found.name == "Karl Moor"


def test_republican_is_no_democrat(rulebook):
    text = "Democratic senator Ilse Brandt met Karl Moor. Brandt spoke. The Republican candidate said no."
    names = (*PORT, ("Karl Moor", "PERSON"), ("Brandt", "PERSON"))
    (found,) = sources_of(text, (said(text, "The Republican candidate"),), rulebook, names=names)
    assert found.name == "Karl Moor"


@pytest.mark.parametrize("leader", ["The band leader", "The Halden Bank director"])
def test_head_of_another_body_is_somebody_else(leader, rulebook):
    text = f"Ilse Brandt spoke. {leader} said no."
    (found,) = sources_of(text, (said(text, leader),), rulebook, names=(*PORT, ("Halden Bank", "ORG")))
    assert found.name is None


def test_mother_of_two_is_who_was_named(rulebook):
    text = "Ilse Brandt spoke. The mother of two said no."
    (found,) = sources_of(text, (said(text, "The mother of two"),), rulebook, names=PORT)
    assert found.name == "Ilse Brandt"


def test_office_is_a_mention_that_a_pronoun_takes_up(rulebook):
    text = "President Ilse Brandt met Karl Moor. Moor spoke. Moor met Anna Lind. The president spoke. She said no."
    names = (*PORT, ("Karl Moor", "PERSON"), ("Moor", "PERSON"), ("Anna Lind", "PERSON"))
    (found,) = sources_of(text, (said(text, "She"),), rulebook, names=names)
    assert found.name == "Ilse Brandt"


def test_who_is_talked_of_is_not_who_talks(rulebook):
    text = "Tiril Lind said Karl Moor spoke. He said no."
    names = (("Tiril Lind", "PERSON"), ("Karl Moor", "PERSON"))
    found = sources_of(text, (said(text, "Tiril Lind"), said(text, "He")), rulebook, names=names)
    assert [each.name for each in found] == ["Tiril Lind"]


def test_name_in_the_next_paragraph_is_whoever_had_none(rulebook):
    text = "A former port director said no.\n\nIlse Brandt said more."
    found = sources_of(text, (said(text, "A former port director"), said(text, "Ilse Brandt")), rulebook, names=PORT)
    assert [each.name for each in found] == ["Ilse Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "A former port director said no.\n\nIlse Brandt, a pilot, said more.",
        "Ilse Brandt spoke.\n\nA former port director said no.\n\nIlse Brandt said more.",
        "A former port director said no.\n\nIt was late.\n\nIlse Brandt said more.",
    ],
)
def test_name_that_is_introduced_known_or_far_is_somebody_else(text, rulebook):
    nth = text.count("Ilse Brandt") - 1
    made = (said(text, "A former port director"), said(text, "Ilse Brandt", nth))
    assert len(sources_of(text, made, rulebook, names=PORT)) == 2


def test_two_named_as_some_of_many_are_the_sources_and_so_are_they(rulebook):
    text = "Pilots like Ilse Brandt and Karl Moor said no. They said more."
    names = (*PORT, ("Karl Moor", "PERSON"))
    made = (said(text, "Pilots like Ilse Brandt and Karl Moor"), said(text, "They"))
    found = sources_of(text, made, rulebook, names=names)
    assert [(each.name, len(each.attributions)) for each in found] == [("Ilse Brandt", 2), ("Karl Moor", 2)]


@pytest.mark.parametrize("whole", ["Friends of senators like Ilse Brandt and Karl Moor", "Pilots like Ilse Brandt"])
def test_friends_of_those_who_are_named_and_many_with_one_named_are_unnamed(whole, rulebook):
    text = f"{whole} said no."
    found = sources_of(text, (said(text, whole),), rulebook, names=(*PORT, ("Karl Moor", "PERSON")))
    assert [each.name for each in found] == [None]


def test_each_is_of_the_two_before(rulebook):
    text = "Ilse Brandt and Karl Moor spoke, each asked for more."
    names = (*PORT, ("Karl Moor", "PERSON"))
    found = sources_of(text, (said(text, "each"),), rulebook, names=names)
    assert [each.name for each in found] == ["Ilse Brandt", "Karl Moor"]


def test_name_and_others_are_two_sources(rulebook):
    text = "Ilse Brandt, head of the port, and other pilots said no."
    found = sources_of(text, (said(text, "Ilse Brandt, head of the port, and other pilots"),), rulebook, names=PORT)
    assert [each.name for each in found] == ["Ilse Brandt", None]


def test_article_torn_from_its_name(rulebook):
    text = "The Norvik Courier said no."
    (found,) = sources_of(text, (said(text, "The"),), rulebook, names=(("Norvik Courier", "ORG"),))
    assert found.name == "Norvik Courier"


def test_who_are_the_people_and_which_is_the_body(rulebook):
    text = "Pilots on Harbor Hill, who said no, met officials of Halden Bank, which said more."
    names = (("Harbor Hill", "LOC"), ("Halden Bank", "ORG"))
    found = sources_of(text, (said(text, "who"), said(text, "which")), rulebook, names=names)
    assert [each.name for each in found] == [None, "Halden Bank"]


def test_host_is_one_whatever_the_tag(rulebook):
    text = "Another host, Ilse Brandt, said no."
    (found,) = sources_of(text, (said(text, "Another host, Ilse Brandt,"),), rulebook, names=PORT)
    assert found.name == "Ilse Brandt"


def test_abbreviated_place_is_not_short_for_a_body_called_after_it(rulebook):
    text = "The N.V. Council met. N.V. said no."
    (found,) = sources_of(text, (said(text, "N.V.", 1),), rulebook, names=(("N.V. Council", "ORG"), ("N.V.", "ORG")))
    assert found.name == "N.V."


def test_pilots_of_one_kind_are_not_those_of_another(rulebook):
    phrases = ("Harbor pilots", "Airline pilots", "The harbor pilots", "The pilots")
    text = "".join(f"{phrase} said no. " for phrase in phrases)
    found = sources_of(text, tuple(said(text, phrase) for phrase in phrases), rulebook)
    assert [(each.description, len(each.attributions)) for each in found] == [
        ("The harbor pilots", 3),
        ("Airline pilots", 1),
    ]


def test_pilots_are_those_whose_kind_was_told_last(rulebook):
    phrases = ("Harbor pilots", "Airline pilots", "The pilots", "The airline pilots")
    text = "".join(f"{phrase} said no. " for phrase in phrases)
    found = sources_of(text, tuple(said(text, phrase) for phrase in phrases), rulebook)
    assert [len(each.attributions) for each in found] == [1, 3]


def test_some_are_some_of_those_spoken_of(rulebook):
    found = read("Angry harbor pilots met in May. Some said no.", rulebook, "Some")
    assert [(each.type, each.description, each.called) for each in found] == [
        (SourceType.UNNAMED_GROUP, "Angry harbor pilots", "Angry harbor pilots")
    ]


def test_many_are_a_group_even_where_nobody_was_spoken_of(rulebook):
    (found,) = read("Many said no.", rulebook, "Many")
    assert (found.type, found.description) == (SourceType.UNNAMED_GROUP, "Many")


def test_they_are_described_as_those_whom_they_mean(rulebook):
    (found,) = read("The harbor pilots met in May. They said no.", rulebook, "They")
    assert found.description == "The harbor pilots"


@pytest.mark.parametrize(
    ("phrase", "called"),
    [
        ("More than a dozen harbor pilots", "harbor pilots"),
        ("Three of the pilots with boats", "pilots"),
        ("Some teachers from Brandt Academy", "teachers from Brandt Academy"),
        ("Speakers at the meeting", "Speakers"),
    ],
)
def test_group_is_called_by_its_noun_and_by_the_name_behind_it(phrase, called, rulebook):
    (found,) = read(f"{phrase} said no.", rulebook, phrase)
    assert found.called == called


def test_one_of_several_who_is_named_at_once_is_that_person(rulebook):
    text = "It is fair, said one of the main sponsors, Rep. Ilse Brandt, on Monday."
    (found,) = read(text, rulebook, "one of the main sponsors, Rep. Ilse Brandt")
    assert (found.type, found.name) == (SourceType.NAMED_PERSON, "Ilse Brandt")


def test_office_of_a_place_keeps_all_its_words(rulebook):
    text = "Asked for comment, the New Halden mayor's office said no."
    names = (("New Halden", "LOC"),)
    (found,) = sources_of(text, (said(text, "the New Halden mayor's office"),), rulebook, names=names)
    assert found.name == "New Halden mayor's office"


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("HWS said no. Harbor Watch Society grew.", "HWS", "Harbor Watch Society"),
        ("Harbor Watch Society grew. H.W.S. said no.", "H.W.S.", "Harbor Watch Society"),
        (
            "Norvik Unified School District grew. Norvik Unified said no.",
            "Norvik Unified",
            "Norvik Unified School District",
        ),
        ("Norvik Unified said no. Norvik Unified School District grew.", "Norvik Unified", "Norvik Unified"),
        ("Harbor Watch Society grew. Watch Society said no.", "Watch Society", "Harbor Watch Society"),
        ("Pilots told The Gazette no. The Gazette said no.", "The Gazette", "The Gazette"),
        ("Pilots told the Gazette no. The Gazette said no.", "The Gazette", "Gazette"),
    ],
)
def test_body_has_its_full_name(text, phrase, name, rulebook):
    names = tuple(
        (each, "ORG")
        for each in (
            "Norvik Unified School District",
            "Norvik Unified",
            "Harbor Watch Society",
            "Watch Society",
            "HWS",
            "H.W.S.",
            "Gazette",
        )
    )
    (found,) = sources_of(
        text,
        (said(text, phrase, text[: text.index(f"{phrase} said")].count(phrase)),),
        rulebook,
        names=tuple(each for each in names if each[0] in text),
    )
    assert found.name == name


def test_lawyers_from_a_firm_speak_for_it(rulebook):
    text = "Ilse Brandt's lawyers, from the law firm Halden Partners, met. Brandt's lawyers said no."
    first, again = "Ilse Brandt's lawyers, from the law firm Halden Partners", "Brandt's lawyers"
    (found,) = sources_of(
        text,
        (said(text, first), said(text, again, 1)),
        rulebook,
        names=(("Ilse Brandt", "PERSON"), ("Brandt", "PERSON"), ("Halden Partners", "ORG")),
    )
    assert (found.type, found.name, len(found.attributions)) == (SourceType.NAMED_ORGANIZATION, "Halden Partners", 2)


def test_lawyer_representing_somebody_is_somebody_else(rulebook):
    (found,) = read(
        "Ilse Brandt met. The lawyer representing Brandt said no.", rulebook, "The lawyer representing Brandt"
    )
    assert found.type is SourceType.UNNAMED_PERSON


@pytest.mark.parametrize("phrase", ["District leaders", "The district", "District leadership"])
def test_district_is_the_one_that_has_a_name(phrase, rulebook):
    text = f"The Norvik School District met. {phrase} said no."
    (found,) = read(text, rulebook, phrase)
    assert (found.type, found.name) == (SourceType.NAMED_ORGANIZATION, "Norvik School District")


def test_city_is_the_one_that_the_article_calls_so(rulebook):
    text = "The city of Norvik grew. Halden grew, too. Halden grew more. The city said no."
    names = (("Norvik", "LOC"), ("Halden", "LOC"))
    (found,) = sources_of(text, (said(text, "The city", 1),), rulebook, names=names)
    assert found.name == "Norvik"


def test_officials_of_a_body_are_not_those_spoken_of_before(rulebook):
    text = "Officials said no. Halden Bank officials said more."
    phrases = ("Officials", "Halden Bank officials")
    found = sources_of(text, tuple(said(text, each) for each in phrases), rulebook, names=(("Halden Bank", "ORG"),))
    assert [each.name for each in found] == [None, "Halden Bank"]


def test_state_is_not_the_islamic_state(rulebook):
    (found,) = read("The Islamic State attacked. State leaders said no.", rulebook, "State leaders")
    assert found.type is SourceType.UNNAMED_GROUP


def test_her_attorneys_are_her_lawyers_and_not_the_ports_attorneys(rulebook):
    text = "Ilse Brandt's lawyers said no. The port attorneys said more. But her attorneys said it."
    phrases = ("Ilse Brandt's lawyers", "The port attorneys", "her attorneys")
    found = read(text, rulebook, *phrases)
    assert [len(each.attributions) for each in found] == [2, 1]


def test_place_of_a_dateline_is_no_body_of_leaders(rulebook):
    text = "NORVIK - Local leaders said no."
    (found,) = sources_of(text, (said(text, "NORVIK - Local leaders"),), rulebook, names=(("NORVIK", "ORG"),))
    assert found.type is SourceType.UNNAMED_GROUP


def test_officials_at_a_body_are_not_those_spoken_of_before(rulebook):
    text = "Officials said no. Officials at Halden Bank said more."
    spoken = (said(text, "Officials"), said(text, "Officials at Halden Bank"))
    found = sources_of(text, spoken, rulebook, names=(("Halden Bank", "ORG"),))
    assert [each.name for each in found] == [None, "Halden Bank"]


def test_who_speaks_for_a_community_is_no_community(rulebook):
    phrase = "Norvik's most diverse community, Rep. Ilse Brandt, also a sponsor"
    (found,) = read(f"Representing {phrase}, said no.", rulebook, phrase)
    assert found.name == "Ilse Brandt"


def test_pronouns_of_the_article_say_more_than_a_list_of_given_names(rulebook):
    text = "Karl Moor said her name. Karl Moor said she left. She said no."
    names = [("Karl Moor", "PERSON")]
    (found,) = sources_of(text, [said(text, "She said", 0)], rulebook, names=names)
    assert found.name == "Karl Moor"
