import sys
from subprocess import run

import pytest

from quotecheck.text.formats import format_of, is_shared, looks_like_article


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("a.txt", b"<html>", "text"),
        ("a.MD", b"", "markdown"),
        ("a.htm", b"", "html"),
        ("a.docx", b"", "docx"),
        ("a", b"PK\x03\x04...", "docx"),
        ("<stdin>", b"<!DOCTYPE html><p>Hi", "html"),
        ("<stdin>", b'\xef\xbb\xbf<?xml version="1.0"?>\n<html>', "html"),
        ("<stdin>", b'<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "x"><nitf/>', "xml"),
        ("<stdin>", b"<newsItem>", "xml"),
        ("<stdin>", b'{"headline": "x"}', "ninjs"),
        ("<stdin>", b"---\ntitle: x\n---\n", "markdown"),
        ("<stdin>", b"---\n\nPlain words.\n", "text"),
        ("<stdin>", b"Plain words.", "text"),
        ("a.dat", b"< 5 apples", "text"),
    ],
)
def test_suffix_tells_the_format_and_else_the_content(path: str, data: bytes, name: str) -> None:
    assert format_of(path, data).name == name


def test_only_articles_among_files_of_shared_suffixes_look_like_one() -> None:
    assert [is_shared(f"a{suffix}") for suffix in (".json", ".xml", ".md", ".txt")] == [True, True, False, False]
    assert looks_like_article("a.json", b'{"headline": "x", "body_html": "y"}')
    assert looks_like_article("a.json", b'{"headlines": [], "bodies": []}')
    assert not looks_like_article("package.json", b'{"name": "x", "description": "body"}')
    assert looks_like_article("a.xml", b'<?xml version="1.0"?><n:newsItem xmlns:n="x">')
    assert not looks_like_article("pom.xml", b"<project/>")


def test_plain_text_pays_for_no_other_format() -> None:
    code = (
        "import sys\n"
        "from quotecheck.rulebook import load_rulebook\n"
        "from quotecheck.document.build import build_document\n"
        "build_document('a.txt', b'Words.', load_rulebook())\n"
        "print(*sorted({'markdown_it', 'zipfile', 'json', 'html', 'xml.parsers.expat'} & set(sys.modules)))\n"
    )
    assert run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == ""
