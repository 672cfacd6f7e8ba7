import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.errors import InputError
from quotecheck.text.decode import decode

SENTENCE = "“The café is shut,” she said.\r\n"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc",), exclude_characters="\ufeff")))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(f"Then. {text}".encode(), "a.txt") == (f"Then. {text}", ())


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_text_or_an_input_error(data: bytes) -> None:
    try:
        text, notes = decode(data, "a.txt")
    except InputError:
        return
    assert text.encode("utf-8").decode("utf-8") == text
    assert all(note.message.endswith(".") for note in notes)


def test_newlines_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt")[0] == "a\r\nb\rc\n"


def test_empty_file_is_empty_text() -> None:
    assert decode(b"", "a.txt") == ("", ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_tells_the_encoding_and_is_not_counted(mark: bytes, encoding: str) -> None:
    assert decode(mark + SENTENCE.encode(encoding), "a.txt") == (SENTENCE, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark_is_guessed_with_a_note(encoding: str) -> None:
    text, notes = decode(SENTENCE.encode(encoding), "a.txt")

    assert text == SENTENCE
    assert [note.code for note in notes] == ["encoding-guessed"]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_one_byte_encodings_are_guessed_with_a_note(encoding: str) -> None:
    sentence = SENTENCE if encoding == "cp1252" else "Le café \x81 est fermé"
    text, notes = decode(sentence.encode(encoding), "a.txt")

    assert text == sentence
    assert [note.code for note in notes] == ["encoding-guessed"]


def test_a_few_damaged_bytes_do_not_spoil_utf8() -> None:
    text, notes = decode(("é" * 20).encode() + b"\xff" + b" end", "a.txt")

    assert text == "é" * 20 + "\ufffd end"
    assert [note.code for note in notes] == ["damaged-bytes"]
    assert "byte 40" in notes[0].message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"Some text\0 and more", "nul-bytes", id="one NUL"),
        pytest.param(b"\0" * 64, "nul-bytes", id="only NULs"),
        pytest.param(bytes(range(1, 32)) * 20, "binary", id="control characters"),
        pytest.param(b"%PDF-1.7 ...", "binary", id="PDF"),
        pytest.param(b"PK\x03\x04 ...", "binary", id="DOCX"),
        pytest.param(b"\x89PNG\r\n", "binary", id="PNG"),
        pytest.param(codecs.BOM_UTF16_LE + b"a\0b", "damaged", id="UTF-16 cut off"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as raised:
        decode(data, "folder/a.txt")
    assert raised.value.code == code
    assert str(raised.value).startswith("folder/a.txt: ")
    assert "\n" not in str(raised.value)
