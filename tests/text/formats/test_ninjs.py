import json

import pytest

from quotecheck.errors import InputError
from quotecheck.records import Document
from tests.text.formats.mapping import check_mapping, document_of

SINKS = "“It sinks,” said Tomas Quill."


def ninjs(**item: object) -> Document:
    document = document_of(json.dumps({"uri": "urn:x:1", **item}), ".json")
    check_mapping(document)
    return document


def places(document: Document) -> list[tuple[str, str]]:
    return [(place.label, place.span.of(document.text)) for place in document.places]


@pytest.mark.parametrize(
    ("item", "pointers"),
    [
        (
            {"headline": "Pier 😬", "byline": "By Ada Moss", "body_text": SINKS},
            ["/headline", "/body_text, paragraph 1"],
        ),
        (
            {"headline": "Pier 😬", "byline": "Ada Moss", "body_text": "x", "body_xhtml": f"<p>{SINKS}</p>"},
            ["/headline", "/body_xhtml, paragraph 1"],
        ),
        (
            {
                "headlines": [{"role": "main", "value": "Pier 😬"}],
                "by": "Ada Moss",
                "bodies": [
                    {"contenttype": "text/plain", "value": "x"},
                    {"contenttype": "text/html", "value": f"<p>{SINKS}"},
                ],
            },
            ["/headlines/0/value", "/bodies/1/value, paragraph 1"],
        ),
        (
            {
                "headlines": [{"value": "Pier 😬"}],
                "by": "Ada Moss",
                "bodies": [{"contentType": "text/plain", "value": SINKS}],
            },
            ["/headlines/0/value", "/bodies/0/value, paragraph 1"],
        ),
    ],
    ids=["1 with text", "1 with XHTML", "2", "3"],
)
def test_versions_of_ninjs(item: dict[str, object], pointers: list[str]) -> None:
    document = ninjs(**item)

    assert (document.format, document.title, document.byline) == ("ninjs", "Pier 😬", "Ada Moss")
    assert document.text == f"Pier 😬\n\n{SINKS}"
    assert places(document) == list(zip(pointers, ["Pier 😬", SINKS], strict=True))
    assert document.markup is None
    assert document.has_metadata


def test_genre_is_the_section() -> None:
    assert ninjs(body_text="x", genres=[{"name": "Opinion"}]).section == "Opinion"


def test_html_in_it_has_quotations_and_directives() -> None:
    html = "<p>He <q>left</q>.</p><!-- quotecheck: ignore x -- y --><blockquote><p>It sinks.</p></blockquote>"
    document = ninjs(headline="Pier", body_html=html)

    assert document.text == "Pier\n\nHe “left”.\n\n\n> It sinks."
    assert [(each.words, document.text[each.offset :]) for each in document.directives] == [
        ("ignore x -- y", "> It sinks.")
    ]


def test_line_in_brackets_is_a_directive_in_plain_text() -> None:
    document = ninjs(body_text="One.\n\n[quotecheck: ignore x -- y]\n\nTwo.")

    assert [(each.words, document.text[each.offset :].strip()) for each in document.directives] == [
        ("ignore x -- y", "Two.")
    ]
    assert places(document) == [("/body_text, paragraph 1", "One."), ("/body_text, paragraph 2", "Two.")]


def test_what_no_text_can_hold_is_replaced() -> None:
    assert document_of('{"body_text": "x\\ud800\\u0000y"}', ".json").text == "x\ufffd\ufffdy"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "it is no valid JSON: Expecting property name enclosed in double quotes in line 1, column 2"),
        ("[1]", "it is no ninjs: its outermost value must be an object"),
        ('{"headline": "x"}', "it is no ninjs: there is no 'body_text', 'body_html' or 'bodies' in it"),
        ('{"headlines": "x", "bodies": {"a": 1}}', "it is no ninjs: there is no"),
        ("[" * 1_000_000, "it is no JSON of an article: too deeply nested"),
        ('{"body_text": ' + "9" * 10_000 + "}", "it is no JSON of an article"),
    ],
    ids=["broken", "list", "no body", "odd body", "deep", "digits"],
)
def test_what_is_no_ninjs_is_told_in_one_sentence(text: str, message: str) -> None:
    with pytest.raises(InputError) as raised:
        document_of(text, ".json")
    assert str(raised.value).startswith(f"article.json: {message}")
    assert "\n" not in str(raised.value)
