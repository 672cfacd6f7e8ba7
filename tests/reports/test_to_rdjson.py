from __future__ import annotations

import json

from quotecheck.reports import render
from tests.checked import checked, checked_report, pier_checked


def test_columns_count_bytes() -> None:
    thin, credit = json.loads(render(checked(pier_checked()), "rdjson"))["diagnostics"]
    line = pier_checked().document.source.split("\r\n")[4].encode()
    place = thin["location"]["range"]
    words = line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode()
    assert words == "a 橋 engineer 👩‍🔧 close to the city’s cafe\u0301 committee"
    assert credit["location"]["range"]["start"] == {"line": 7, "column": 1}


def test_only_findings_about_words_of_a_file_with_lines_have_a_range() -> None:
    found = json.loads(render(checked_report(), "rdjson"))["diagnostics"]
    assert ["range" in each["location"] for each in found] == [False, False, True, True, True, True, False]


def test_lines_are_the_diagnostics() -> None:
    lines = [json.loads(line) for line in render(checked_report(), "rdjsonl").splitlines()]
    whole = json.loads(render(checked_report(), "rdjson"))
    assert [{key: value for key, value in line.items() if key != "source"} for line in lines] == whole["diagnostics"]
    assert all(line["source"] == whole["source"] for line in lines)


def test_nothing_to_say_is_an_empty_list() -> None:
    assert json.loads(render(checked(), "rdjson"))["diagnostics"] == []
    assert render(checked(), "rdjsonl") == ""
