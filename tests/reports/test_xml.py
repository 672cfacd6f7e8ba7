from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.records import Failure
from quotecheck.reports import render
from quotecheck.reports.tags import content, opening
from tests.builders import audit, document, span
from tests.checked import CREDIT, checked, checked_report, finding

LEGAL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Cs"]) | st.sampled_from("\t\n\r"))


@given(LEGAL, LEGAL)
def test_text_comes_back(value: str, text: str) -> None:
    tag = ElementTree.fromstring(f"<{opening('a', {'b': value})}>{content(text)}</a>")
    assert (tag.get("b"), tag.text or "") == (value, text)


@given(st.text(st.characters(codec=None)))
def test_anything_can_be_read(text: str) -> None:
    ElementTree.fromstring(f"<{opening('a', {'b': text})}>{content(text)}</a>".encode())


def test_what_xml_cannot_hold_is_shown_as_an_escape() -> None:
    assert content("\x1b[31m \ud800 \uffff <") == "\\x1b[31m \\ud800 \\uffff &lt;"


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_odd_characters_do_no_harm(name: str) -> None:
    text = "Odd \x00\x1b\ud800\uffff\r\n ]]> & <b>"
    article = replace(
        audit(document(text, path="a\x01&\ud800.txt")), findings=(finding(CREDIT, span(text, text), text, 1),)
    )
    failures = (Failure("b\x02.txt", "missing", "\x03"),)
    ElementTree.fromstring(render(checked(article, failures=failures), name).encode())


def test_suites_count_their_cases() -> None:
    suites = ElementTree.fromstring(render(checked_report(), "junit").encode())
    for suite in suites:
        counts = [len(suite.findall(f"testcase/{kind}")) for kind in ("failure", "error", "skipped")]
        assert [int(suite.get(name)) for name in ("failures", "errors", "skipped")] == counts
        assert int(suite.get("tests")) == len(suite) > 0
    failures = [len(suite.findall("testcase/failure")) for suite in suites]
    assert failures == [1, 0, 2, 2, 0]
    assert (
        suites[-1].find("testcase/error").get("message") == "news/gone.txt: not read: there is no such file or folder"
    )


def test_silenced_findings_are_skipped_tests_with_a_reason() -> None:
    suites = ElementTree.fromstring(render(checked_report(), "junit").encode())
    reasons = [each.get("message") for each in suites.iterfind("testsuite/testcase/skipped")]
    assert reasons == ["baseline", "agreed with the desk"]


def test_checkstyle_names_each_file_with_findings_once() -> None:
    files = ElementTree.fromstring(render(checked_report(), "checkstyle").encode())
    assert [each.get("name") for each in files] == [
        "news/50% mayor.docx",
        "news/ferry.txt",
        "news/pier.md",
        "news/gone.txt",
    ]
    (thin, credit) = files[2]
    assert (thin.get("line"), thin.get("column"), credit.get("line")) == ("5", "102", "7")
