import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.document.build import build_document, build_document_from_text
from quotecheck.errors import InputError
from quotecheck.rulebook import load_rulebook

RULEBOOK = load_rulebook()
BODY = "The ferry from the northern quay was late again on Monday, and the people who wait for it were cross.\n"


def heads_of(text: str) -> tuple[str | None, str | None]:
    document = build_document_from_text(text, RULEBOOK)
    return document.title, document.byline


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Ferry late again", id="nothing follows"),
        pytest.param(f"{BODY}\n{BODY}", id="a sentence comes first"),
        pytest.param(f"“We waited,” she said\n\n{BODY}", id="a quotation comes first"),
        pytest.param(f"By the time the ferry came, they had left.\n\n{BODY}", id="a sentence with By"),
        pytest.param(f"The council will decide:\n\n{BODY}", id="a colon ends it"),
    ],
)
def test_no_title_and_byline_where_there_are_none(text: str) -> None:
    assert heads_of(text) == (None, None)


@pytest.mark.parametrize(
    ("head", "title", "byline"),
    [
        ("Ferry late again\n\n", "Ferry late again", None),
        ("Ferry late again;\n", "Ferry late again", None),
        ("Northern Ferry Arrives Late Again.\n\n", "Northern Ferry Arrives Late Again", None),
        ("Who waits for the ferry?\n\n", "Who waits for the ferry?", None),
        ("Headline: Ferry late again\nByline: Ada Moss\n\n", "Ferry late again", "Ada Moss"),
        ("Ferry late again\n\nBy Ada Moss and Jon Dalby\n\n", "Ferry late again", "Ada Moss and Jon Dalby"),
        ("Ferry late again\n\nBY ADA MOSS\n\n", "Ferry late again", "ADA MOSS"),
        ("=====\nTitle: Ferry late again\nAuthor: Ada Moss\n=====\n\n", "Ferry late again", "Ada Moss"),
    ],
)
def test_title_and_byline_are_found(head: str, title: str | None, byline: str | None) -> None:
    assert heads_of(head + BODY) == (title, byline)


def test_document_keeps_path_text_and_paragraphs() -> None:
    data = "\ufeffFerry late again\r\n\r\n“We waited,” she said.".encode()
    document = build_document("a.txt", data, RULEBOOK)

    assert (document.path, document.format) == ("a.txt", "text")
    assert [span.of(document.text) for span in document.paragraphs] == [
        "Ferry late again",
        "“We waited,” she said.",
    ]


def test_notes_tell_of_guesses_and_empty_texts() -> None:
    assert [note.code for note in build_document("a.txt", "café".encode("cp1252"), RULEBOOK).notes] == [
        "encoding-guessed"
    ]
    assert [note.code for note in build_document("a.txt", b" \n", RULEBOOK).notes] == ["empty"]
    assert build_document("a.txt", BODY.encode(), RULEBOOK).notes == ()


def test_what_is_no_text_is_refused_under_its_path() -> None:
    with pytest.raises(InputError, match=r"^a\.docx: "):
        build_document("a.docx", b"PK\x03\x04", RULEBOOK)


@settings(deadline=None)
@given(st.text())
def test_any_text_makes_a_document(text: str) -> None:
    document = build_document_from_text(text, RULEBOOK)

    assert document.source == text
    assert all(0 <= span.start < span.end <= len(text) for span in document.paragraphs)


@pytest.mark.parametrize(
    ("byline", "names"),
    [("By Ada Moss", "Ada Moss"), ("BY\u00a0Ada Moss", "Ada Moss"), ("Byron Moss", "Byron Moss"), ("By", None)],
)
@pytest.mark.parametrize("head", ["---\nbyline: {}\n---\n", "---\nauthor: {}\n---\n"])
def test_names_in_metadata_lose_their_by(byline: str, names: str | None, head: str) -> None:
    text = head.format(byline) + BODY
    assert build_document_from_text(text, RULEBOOK, path="a.md").byline == names
