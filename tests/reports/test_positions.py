"""From the bytes of a file to the columns of the outputs, whatever stands before the words in question."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from quotecheck.document.build import build_document
from quotecheck.records import Audit, Report
from quotecheck.reports import render
from quotecheck.rulebook import Rulebook
from tests.builders import audit, span
from tests.checked import CREDIT, checked, finding

WORDS = "“Go, cafe\u0301 😬!”"
PLAIN = f"Title\r\n\r\nÉté\u00a0😬: e\u0301 \u00ad{WORDS} she said.\r\n"
FILES = {
    "utf-8.txt": PLAIN.encode(),
    "bom.txt": PLAIN.encode("utf-8-sig"),
    "utf-16.txt": PLAIN.encode("utf-16"),
    "old-mac.txt": PLAIN.replace("\r\n", "\r").encode(),
    "front.md": f"---\r\ntitle: 😬\r\n---\r\n\r\nÉté *😬*: {WORDS} she said.\r\n".encode(),
    "page.html": f"<html><body>\n<p>é&eacute; <b>😬</b>: {WORDS} she said.</p>\n</body></html>".encode(),
}


@pytest.fixture(params=FILES)
def article(request: pytest.FixtureRequest, rulebook: Rulebook) -> Audit:
    document = build_document(request.param, FILES[request.param], rulebook)
    return replace(audit(document), findings=(finding(CREDIT, span(document.text, WORDS), "Look.", 1),))


def line_of(article: Audit, number: int) -> str:
    return article.document.source.replace("\r\n", "\n").replace("\r", "\n").split("\n")[number - 1]


def read(report: Report, name: str) -> dict:
    return json.loads(render(report, name))


def test_json_counts_characters(article: Audit) -> None:
    (found,) = read(checked(article), "json")["documents"][0]["findings"]
    assert article.document.source[found["start"] : found["end"]] == WORDS
    assert line_of(article, found["line"])[found["column"] - 1 : found["end_column"] - 1] == WORDS


def test_sarif_counts_units_of_utf_16(article: Audit) -> None:
    (result,) = read(checked(article), "sarif")["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    line = line_of(article, region["startLine"]).encode("utf-16-le")
    assert line[2 * region["startColumn"] - 2 : 2 * region["endColumn"] - 2].decode("utf-16-le") == WORDS


def test_rdjson_counts_bytes(article: Audit) -> None:
    (found,) = read(checked(article), "rdjson")["diagnostics"]
    start, end = found["location"]["range"]["start"], found["location"]["range"]["end"]
    line = line_of(article, start["line"]).encode()
    assert line[start["column"] - 1 : end["column"] - 1].decode() == WORDS


def test_text_underlines_the_words(article: Audit) -> None:
    lines = render(checked(article), "text").splitlines()
    (marks,) = (line for line in lines if line.strip("| ^") == "" and "^" in line)
    assert marks.count("^") == len("“Go, cafe 😬!”") + 1  # the accent takes no cell, the face two
