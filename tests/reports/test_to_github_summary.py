from __future__ import annotations

from dataclasses import replace

from quotecheck.records import Failure
from quotecheck.reports import render
from tests.builders import audit, document, span
from tests.checked import CREDIT, THIN, checked, checked_report, finding

LIMIT = 2**20  # bytes that GitHub takes


def test_findings_metrics_and_failures_are_there() -> None:
    text = render(checked_report(), "github-summary")
    assert "| error | news/ferry.txt:10 | Nobody is credited with this quotation." in text
    assert "news/50% mayor.docx (paragraph 2)" in text
    assert "- news/gone.txt: there is no such file or folder" in text
    assert "| All | 108 | 4 | 75% | 25% | 0% | 4 | 1 | 5 | 1 |" in text


def test_silenced_findings_are_only_counted() -> None:
    text = render(checked_report(), "github-summary")
    assert "surprised" not in text
    assert "1 known; 1 suppressed" in text


def test_a_large_report_stays_within_the_limit() -> None:
    words = "“" + "much " * 400 + "”"
    found = tuple(finding(card, span(words, words), "Look. " * 20, 1) for card in [THIN, CREDIT] * 40)
    articles = [
        replace(audit(document(words, path=f"{'folder/' * 20}{each}.txt")), findings=found) for each in range(120)
    ]
    failures = tuple(Failure(f"{each}.txt", "missing", "It is not there.") for each in range(150))
    text = render(checked(*articles, failures=failures), "github-summary")
    assert len(text.encode()) < LIMIT
    assert text.count("\n| error |") == 100
    assert "And 9,500 more findings." in text
    assert "And 50 more files." in text
    assert "And 20 more articles." in text
