from __future__ import annotations

import json
from dataclasses import replace

from quotecheck.records import Failure
from quotecheck.reports import render
from tests.builders import audit, document, span
from tests.checked import CREDIT, checked, checked_report, finding


def test_each_finding_that_counts_is_an_entry() -> None:
    found = json.loads(render(checked_report(), "gitlab"))
    assert [each["severity"] for each in found] == ["minor", "info", "minor", "major", "minor", "major", "blocker"]
    assert found[3]["location"] == {"path": "news/ferry.txt", "lines": {"begin": 10, "end": 10}}


def test_equal_findings_of_two_articles_have_two_fingerprints() -> None:
    found = (finding(CREDIT, span("Hello.", "Hello"), "Look.", 1),)
    articles = [replace(audit(document("Hello.", path=path)), findings=found) for path in ("a.txt", "b.txt")]
    failures = (Failure("a.txt", "missing", "It is not there."), Failure("b.txt", "missing", "It is not there."))
    entries = json.loads(render(checked(*articles, failures=failures), "gitlab"))
    assert len({each["fingerprint"] for each in entries}) == len(entries) == 4


def test_message_and_advice_are_two_sentences() -> None:
    for message, told in (("Look", "Look. "), ("Why?", "Why? "), ("“No.”", "“No.” ")):
        article = replace(audit(document("x")), findings=(finding(CREDIT, None, message, 1),))
        (entry,) = json.loads(render(checked(article), "gitlab"))
        assert entry["description"] == told + CREDIT.advice


def test_nothing_to_say_is_an_empty_list() -> None:
    assert json.loads(render(checked(), "gitlab")) == []
