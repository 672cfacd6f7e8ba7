import pytest

from quotecheck.document.build import build_document
from quotecheck.errors import InputError
from quotecheck.records import Document
from tests.text.formats.mapping import RULEBOOK
from tests.text.formats.word_files import paragraph, run, word_file


def docx(body: str, **parts: str) -> Document:
    return build_document("draft.docx", word_file(body, **parts), RULEBOOK)


def places(document: Document) -> list[tuple[str, str]]:
    return [(place.label, place.span.of(document.text)) for place in document.places]


def test_quotation_over_runs_links_and_changes_is_one() -> None:
    body = (
        "<w:p>" + run("“The ") + run("pier") + f"<w:hyperlink>{run(' is')}</w:hyperlink>"
        f"<w:ins>{run(' sinking')}</w:ins><w:del><w:r><w:delText> afloat</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run(' gone')}</w:moveFrom>" + run(",” he said.") + "</w:p>"
    )
    document = docx(body)

    assert document.text == "“The pier is sinking,” he said."
    assert places(document) == [
        ("paragraph 1, run 1", "“The "),
        ("paragraph 1, run 2", "pier"),
        ("paragraph 1, run 3", " is"),
        ("paragraph 1, run 4", " sinking"),
        ("paragraph 1, run 5", ",” he said."),
    ]
    assert document.place(document.text.index("sinking")) == "paragraph 1, run 4"


def test_empty_paragraphs_do_not_count() -> None:
    document = docx(paragraph("One.") + "<w:p/>" + paragraph(" ") + paragraph("Two."))

    assert document.text == "One.\n\nTwo."
    assert [label for label, _ in places(document)] == ["paragraph 1, run 1", "paragraph 2, run 1"]


def test_styles_tell_title_and_block_quotes_in_any_language() -> None:
    document = docx(
        paragraph("Pier to close", style="Titel") + paragraph("It sinks.", style="Zitat") + paragraph("So.")
    )

    assert (document.title, document.has_metadata) == ("Pier to close", False)
    assert document.text == "Pier to close\n\n> It sinks.\n\nSo."


def test_tables_boxes_breaks_and_footnotes_are_read_and_comments_are_not() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('In a box.')}</w:txbxContent></w:pict></w:r>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Cell.')}</w:tc></w:tr></w:tbl>"
    breaks = "<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:br w:type='page'/></w:r>"
    notes = f'<w:footnote w:type="separator"><w:p/></w:footnote><w:footnote>{paragraph("A note.")}</w:footnote>'
    document = docx(breaks + box + "<w:commentReference/></w:p>" + table, footnotes=notes)

    assert document.text == "One\ttwo\nthree\n\nIn a box.\n\nCell.\n\nA note."
    assert places(document)[-1] == ("footnote 1, run 1", "A note.")


def test_paragraph_in_brackets_is_a_directive() -> None:
    document = docx(paragraph("One.") + paragraph("[quotecheck: ignore x -- ", "agreed]") + paragraph("Two."))

    (directive,) = document.directives
    assert document.text == "One.\n\nTwo."
    assert document.source == "One.\n\n[quotecheck: ignore x -- agreed]\n\nTwo."
    assert directive.origin.of(document.source) == "[quotecheck: ignore x -- agreed]"
    assert document.text.startswith("Two.", directive.offset)
    assert document.origin(document.paragraphs[1]).of(document.source) == "Two."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Just words.", "it is no Word file (.docx): the ZIP container that it should be is broken"),
        (b"", "it is no Word file (.docx): the ZIP container that it should be is broken"),
        (b"PK\x03\x04junk", "it is no Word file (.docx): the ZIP container that it should be is broken"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "it is a file of an old version of Word, or locked with a password"),
        (word_file(paragraph("Words."))[:-40], "it is no Word file (.docx): the ZIP container"),
        (word_file("<w:p>"), "word/document.xml: it is no well-formed XML: mismatched tag in line 1"),
        (word_file("<w:p>" * 100_000), "word/document.xml: its elements are nested more than 200 deep"),
        (word_file("<w:p>" + " " * 40_000_000 + "</w:p>"), "word/document.xml in it unpacks to more than 32 MB"),
        (word_file(paragraph("word " * 900_000)), "it holds more than 4 million characters"),
    ],
    ids=["text", "nothing", "junk", "old", "cut off", "broken", "deep", "bomb", "long"],
)
def test_what_is_no_word_file_is_told_in_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as raised:
        build_document("draft.docx", data, RULEBOOK)
    assert str(raised.value).startswith(f"draft.docx: {message}")
    assert "\n" not in str(raised.value)
