"""Who is meant, on short articles that the whole pipeline reads."""

from __future__ import annotations

import pytest

import quotecheck

NAMED = [
    (
        "Halden Mills cuts jobs\n\nHalden Mills Inc. said on Monday that it would close a plant. The Bakery Workers "
        "Union said that it would sue. In a filing, the company said that the board had met in June.",
        {"Halden Mills Inc.": 2, "Bakery Workers Union": 1},
    ),
    (
        "Wexby win the cup\n\nWexby Rovers won the cup on Sunday after Luka Brandic scored twice. Coach Farida "
        "Lunde had sent on Brandic against the advice of her assistants.\n\nBrandic was released by another club in "
        "May. He said that the club had been wrong.",
        {"Luka Brandic": 1},
    ),
    (
        "The Halden Post reported on Monday that the sale was off. Storm Berthilde, which hit the coast on Friday, was "
        "over. The Post said on Tuesday that the port would close.",
        {"Halden Post": 2},
    ),
]


@pytest.mark.parametrize(("text", "said"), NAMED)
def test_named_sources_and_how_often_they_speak(text: str, said: dict[str, int]) -> None:
    found = quotecheck.audit(text).sources
    assert {each.name: len(each.attributions) for each in found} == said


def test_what_which_takes_up_is_no_person() -> None:
    (storm,) = quotecheck.audit("Storm Berthilde, which hit the coast on Friday, said nothing of its end.").sources
    assert storm.type is not quotecheck.SourceType.NAMED_PERSON


def test_what_is_written_on_a_sign_is_nobodys() -> None:
    text = "The county has closed the pool.\n\nSomebody had taped a sign to the door. It read: “Gone swimming.”"
    assert [each.name for each in quotecheck.audit(text).sources] == []


def test_demands_of_a_petition_are_the_petitions() -> None:
    text = "Teresa Lunde of the Harbor Alliance presented a petition. It demands that the city keep the pool open."
    assert [each.type for each in quotecheck.audit(text).sources] == [quotecheck.SourceType.DOCUMENT]


def test_adjectives_of_one_noun_are_no_sources() -> None:
    text = "French and Polish ministers said on Monday that the treaty was ready and would be signed in May."
    assert [each.description for each in quotecheck.audit(text).sources] == ["French and Polish ministers"]


@pytest.mark.parametrize(
    "headline",
    [
        "Lunde Aims Insult At Brandt, Slams Harbor Law.",
        "Lunde Tells Guest Harbor Violence Is Beyond Compare.",
        "Mara Lunde Slams Jonas Brandt On Ferries After Court Ruling.",
    ],
)
def test_headline_of_capitals_is_not_all_one_name(headline: str) -> None:
    text = f"{headline}\n\nMara Lunde, the mayor of Norvik, spoke on Monday. Jonas Brandt, her rival, was not there."
    assert [each.name for each in quotecheck.audit(text).sources] == ["Mara Lunde"]


def test_lawyers_of_another_side_are_others() -> None:
    text = "Lawyers for Mr. Brandt said he had done nothing wrong. The port's lawyers said he had lied."
    found = quotecheck.audit(text).sources
    assert [(each.description, len(each.attributions)) for each in found] == [
        ("Lawyers for Mr. Brandt", 1),
        ("The port's lawyers", 1),
    ]


def test_saint_in_a_surname_and_the_next_sentence_are_kept_apart() -> None:
    text = "“It is over,” said Erling St. Clair Vogt. Vogt's wife, Ida Vogt, disagreed.\n\n“It is not,” Vogt said."
    assert "Erling St. Clair Vogt" in [each.name for each in quotecheck.audit(text).sources]
    (first, *_) = quotecheck.audit(text).attributions
    assert first.source is not None
    assert first.source.of(text) == "Erling St. Clair Vogt"


def test_those_who_speak_for_a_body_are_shown_apart_from_it() -> None:
    text = "Halden Port officials denied that the pier was shut. Halden Port said in a statement that it was open."
    found = quotecheck.audit(text).sources
    assert [(each.name, each.shown) for each in found] == [
        ("Halden Port", "Halden Port officials"),
        ("Halden Port", "Halden Port"),
    ]
