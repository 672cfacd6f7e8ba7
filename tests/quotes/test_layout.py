import pytest

from quotecheck.document.build import build_document_from_text
from quotecheck.quotes import find_quotations
from quotecheck.quotes.layout import find_layout_quotations
from quotecheck.records import QuotationKind
from quotecheck.rulebook import load_rulebook

RULEBOOK = load_rulebook()


def layout_of(text: str) -> list[list[str]]:
    paragraphs = build_document_from_text(text, RULEBOOK).paragraphs
    return [[part.of(text) for part in one.parts] for one in find_layout_quotations(text, paragraphs, RULEBOOK)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("UPDATE: The ferry left.\n\nUPDATE: The ferry is back.", id="updates"),
        pytest.param("FERRY LATE: Nobody knows why.\n\nThe ferry was late.", id="headline"),
        pytest.param("Email: ada@example.org\n\nPhone: 555 0100\n\nEmail: jon@example.org", id="addresses"),
        pytest.param("Ferry: 12.\n\nBus: 14.\n\nFerry: 9.\n\nBus: 3.", id="scores"),
        pytest.param("— Bread.\n\n— Butter.", id="list"),
        pytest.param("— Ada Moss, of the Harbor Watch.", id="signature"),
        pytest.param("A. Moss wrote the report.\n\nA. Dalby read it.", id="initials"),
        pytest.param("Five is > four.", id="greater than"),
    ],
)
def test_layout_shows_no_quotation(text: str) -> None:
    assert layout_of(text) == []


def test_block_quote_goes_on_over_bare_marks_and_stops_at_prose() -> None:
    assert layout_of("> We left.\n>\n> It rained.\n\nShe sighed.\n\n> We sang.") == [
        ["> We left.", "> It rained."],
        ["> We sang."],
    ]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("> “It is over,” a person close to the talks said. “Go.”", ["“It is over,”", "“Go.”"], id="prose"),
        pytest.param('> "Why now?" asked Mara Vogt.', ['"Why now?"'], id="straight"),
        pytest.param(
            "> It was “a farce” for us, and we said so.", ["> It was “a farce” for us, and we said so."], id="spoken"
        ),
        pytest.param("> “It is over.” We left.", ["> “It is over.” We left."], id="no speaker"),
    ],
)
def test_block_quote_that_quotes_somebody_itself_is_prose(text: str, quoted: list[str]) -> None:
    found = find_quotations(build_document_from_text(text, RULEBOOK), RULEBOOK)
    assert [one.span.of(text) for one in found if one.depth == 0] == quoted


def test_questions_and_answers_are_turns_without_their_label() -> None:
    assert layout_of("Q. Did you see it?\n\nA. I did.\n\nQ. When?\n\nA. At noon.") == [
        ["Did you see it?"],
        ["I did."],
        ["When?"],
        ["At noon."],
    ]


def test_speakers_in_capitals_have_turns() -> None:
    text = "ADA MOSS, HARBOR WATCH: We left.\n\nDALBY (laughing): Why?\n\nMOSS: It rained.\n\nDALBY: I see."

    assert layout_of(text) == [["We left."], ["Why?"], ["It rained."], ["I see."]]


def test_speakers_in_small_letters_have_turns_where_two_of_them_alternate() -> None:
    turns = ["Moss: We left as early as we could.", "Dalby: Why did you leave so early?"] * 2

    assert len(layout_of("\n\n".join(turns))) == 4


def test_answer_of_several_paragraphs_is_one_turn() -> None:
    text = "Q: Why?\n\nA: It rained.\n\nAnd it was cold.\n\nQ: And then?\n\nA: We left.\n\nThe ferry still runs."

    assert layout_of(text) == [["Why?"], ["It rained.", "And it was cold."], ["And then?"], ["We left."]]


def test_dialogue_after_dashes_ends_where_the_speaker_is_told() -> None:
    assert layout_of("— I will not go, said the pilot. It is late.\n\n— Then stay.") == [
        ["— I will not go,"],
        ["It is late."],
        ["— Then stay."],
    ]


def test_layout_quotations_are_direct_and_closed_by_nothing() -> None:
    text = "> They call it “the tub” here.\n\nShe sighed."
    block, term = find_quotations(build_document_from_text(text, RULEBOOK), RULEBOOK)

    assert (block.kind, block.opening, block.closing, block.depth) == (QuotationKind.DIRECT, ">", "", 0)
    assert (term.span.of(text), term.depth) == ("“the tub”", 1)


@pytest.mark.parametrize("text", ["> “We left.\n>\n> “It rained.”", "Q. Why?\n\nA. “It rained.”"])
def test_layout_adds_nothing_to_words_that_have_marks(text: str) -> None:
    found = find_quotations(build_document_from_text(text, RULEBOOK), RULEBOOK)

    assert len([one for one in found if "rained" in one.span.of(text)]) == 1
    assert found[-1].opening == "“"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("> We left.\n>\n> — Ada Moss, porter", ["> We left."]),
        ("> We left. — Ada Moss", ["> We left."]),
        ("> We left.\n>\n> — Nobody: all of us", ["> We left.", "> — Nobody: all of us"]),
        ("> — Ada Moss", ["> — Ada Moss"]),
        ("> We left - Ada too", ["> We left - Ada too"]),
    ],
)
def test_signature_is_no_part_of_a_block_quote(text: str, parts: list[str]) -> None:
    assert layout_of(text) == [parts]
