"""Bytes to text. Newlines stay as they are on disk; a byte order mark is taken off and not counted."""

from __future__ import annotations

import codecs
import re

from quotecheck.errors import InputError
from quotecheck.records import Note

# UTF-32 first: its little-endian mark begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP container (as .odt files are; a .docx file needs that suffix)"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
CONTROL = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
SAMPLE = 4096  # bytes or characters that a guess looks at
ONLY_TEXT = "only text, HTML, JSON, XML and Word files (.docx) can be read"


def decode(data: bytes, path: str) -> tuple[str, tuple[Note, ...]]:
    """The text in ``data`` and notes on what was guessed; raises InputError for anything that is no text."""
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise InputError(path, "binary", f"this is {what}; {ONLY_TEXT}")
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, path), ()
    encoding_without_mark = _wide_encoding(data)
    if encoding_without_mark:
        text = _strict(data, encoding_without_mark, path)
        return text, (_guessed(encoding_without_mark.upper(), "it has no byte order mark"),)
    if b"\0" in data:
        raise InputError(path, "nul-bytes", f"there are NUL bytes in it, so it is no text; {ONLY_TEXT}")
    text, notes = _narrow(data)
    return _refuse_binary(text, path), notes


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(path, "damaged", f"it is no valid {encoding.upper()} at byte {error.start}") from None
    if "\0" in text:
        raise InputError(path, "nul-bytes", f"there are NUL characters in it, so it is no text; {ONLY_TEXT}")
    return _refuse_binary(text, path)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without its mark: in most scripts nearly every second byte is a zero or a small number."""
    sample = data[:SAMPLE]
    half = len(sample) // 2
    if half == 0 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd * 5 >= half * 2 and even * 20 <= half:
        return "utf-16-le"
    if even * 5 >= half * 2 and odd * 20 <= half:
        return "utf-16-be"
    return None


def _narrow(data: bytes) -> tuple[str, tuple[Note, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        damage = error.start
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    others = sum(character > "\x7f" for character in text) - broken
    if others > 3 * broken:
        message = f"Some bytes are no valid UTF-8, the first at byte {damage}; they are shown as \ufffd."
        return text, (Note("damaged-bytes", message),)
    try:
        return data.decode("cp1252"), (_guessed("Windows-1252", "it is no valid UTF-8"),)
    except UnicodeDecodeError:
        return data.decode("latin-1"), (_guessed("Latin-1", "it is no valid UTF-8"),)


def _guessed(encoding: str, reason: str) -> Note:
    return Note("encoding-guessed", f"The text was read as {encoding}, a guess: {reason}.")


def _refuse_binary(text: str, path: str) -> str:
    sample = text[:SAMPLE]
    if len(CONTROL.findall(sample)) * 50 > len(sample):
        raise InputError(path, "binary", f"it is full of control characters, so it is no text; {ONLY_TEXT}")
    return text
