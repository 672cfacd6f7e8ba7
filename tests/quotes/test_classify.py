import pytest

from quotecheck.document.build import build_document_from_text
from quotecheck.quotes import find_quotations
from quotecheck.rulebook import load_rulebook

RULEBOOK = load_rulebook()


def kinds_of(text: str) -> list[str]:
    return [one.kind.value for one in find_quotations(build_document_from_text(text, RULEBOOK), RULEBOOK)]


@pytest.mark.parametrize(
    "text",
    [
        "“We left at noon,” she said.",
        "She said, “We left at noon.”",
        "She said “We left at noon.”",
        "“No,” she said.",
        "She shook her head: “Never.”",
        "“We left at noon”, she said.",
        "‘We left at noon’, she said.",
        "“What a day!”",
        "“We left",
        "Harbor Chief on Late Ferry: ‘We Waited’\n\nThe ferry was late on Monday morning.",
    ],
)
def test_full_quotation_is_direct(text: str) -> None:
    assert kinds_of(text) == ["direct"]


def test_second_half_of_a_split_quotation_is_direct() -> None:
    assert kinds_of("“We left,” she said, “because it rained.”") == ["direct", "direct"]


@pytest.mark.parametrize(
    "text",
    [
        "She said that they “left because it rained.”",
        "She said that “we left because it rained.”",
        "The nurses said “we are out.”",
        "She called the plan “absurd.”",
        "The mayor, who is “not in the least worried about any of this,” went home.",
        "According to the report, the wall is “weak” in places.",
    ],
)
def test_fragment_in_a_sentence_of_the_reporter_is_mixed(text: str) -> None:
    assert kinds_of(text) == ["mixed"]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “deal” fell through.",
        "The “deal” fell through.",
        "Locals know it simply as the ‘tub’.",
        "The word “ferry” has two syllables.",
        "What is called “creeping silt” fills the bay.",
        "Use `code` here.",
        '<a href="index">here</a>',
        "An empty “” pair.",
    ],
)
def test_marks_around_a_term_are_scare_quotes(text: str) -> None:
    assert kinds_of(text) == ["scare"]


@pytest.mark.parametrize(
    "text",
    [
        "Dwayne “The Rock” Johnson came too.",
        "A man who goes by “Shorty” came too.",
        "The novel “Emma” is old.",
        "She read “The Wind in the Willows” to them.",
        "Her report, titled “How the ferries stopped,” came out in May.",
        "He hosts “The Harbor Hour” on local radio.",
        "The “Harbor Hour” host retired.",
        "In her memoir, “Salt and Rope,” she tells it.",
    ],
)
def test_names_of_works_and_nicknames_are_titles(text: str) -> None:
    assert kinds_of(text) == ["title"]
