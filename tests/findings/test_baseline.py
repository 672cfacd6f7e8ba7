from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.errors import RuleError
from quotecheck.findings.baseline import (
    KNOWN,
    Entries,
    Entry,
    Gone,
    entries_of,
    mark_known,
    read_baseline,
    write_baseline,
)
from quotecheck.records import Finding, Scope, Span
from tests.builders import finding


def found(*fingerprints: str, rule: str = "late-speaker") -> tuple[Finding, ...]:
    return tuple(replace(finding(rule, Span(0, 1)), fingerprint=each) for each in fingerprints)


def suppressions(findings: tuple[Finding, ...], known: Entries) -> list[str | None]:
    return [each.suppression for each in mark_known(findings, known)]


def test_known_findings_are_marked_and_others_not() -> None:
    assert suppressions(found("a:1", "b:1"), entries_of(found("a:1"))) == [KNOWN, None]


def test_two_equal_findings_against_one_entry_leave_one() -> None:
    assert suppressions(found("a:1", "a:2"), entries_of(found("a:1"))) == [KNOWN, None]
    assert suppressions(found("a:1", "a:2", "a:3"), entries_of(found("a:1", "a:2"))) == [KNOWN, KNOWN, None]


def test_what_the_article_silences_uses_up_no_entry_and_makes_none() -> None:
    first, second = found("a:1", "a:2")
    findings = (replace(first, suppression="agreed"), second)
    assert entries_of(findings) == entries_of(found("a:1"))
    assert suppressions(findings, entries_of(found("a:1"))) == ["agreed", KNOWN]


def test_file_is_sorted_with_one_kind_of_finding_a_line() -> None:
    baseline = {"b.txt": entries_of(found("b:1", "a:1", "b:2")), "a.txt": entries_of(found("c:1")), "c.txt": Counter()}
    text = write_baseline(baseline)
    assert json.loads(text) == {
        "version": 1,
        "findings": {"a.txt": {"late-speaker": {"c": 1}}, "b.txt": {"late-speaker": {"a": 1, "b": 2}}},
    }
    assert text.splitlines()[10:12] == ['        "a": 1,', '        "b": 2']
    assert text == write_baseline(dict(reversed(baseline.items())))


ENTRIES = st.dictionaries(st.builds(Entry, st.text(), st.text()), st.integers(1, 9), min_size=1, max_size=3).map(
    Counter
)


@given(st.dictionaries(st.text(), ENTRIES, max_size=3))
def test_what_is_written_is_read_back(baseline: dict[str, Entries]) -> None:
    assert read_baseline(write_baseline(baseline), "x") == baseline


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "it is no JSON"),
        ("[]", "it does not say “version”: 1"),
        ('{"version": 2, "findings": {}}', "it does not say “version”: 1"),
        ('{"version": 1}', "must lead from paths"),
        ('{"version": 1, "findings": []}', "must lead from paths"),
        ('{"version": 1, "findings": {"a": {"r": {"h": "1"}}}}', "must lead from paths"),
        ('{"version": 1, "findings": {"a": {"r": {"h": 0}}}}', "must lead from paths"),
    ],
)
def test_broken_file_is_one_sentence(text: str, reason: str) -> None:
    with pytest.raises(RuleError, match=reason) as caught:
        read_baseline(text, "old.json")
    assert str(caught.value).startswith("old.json: ")


def test_moved_article_is_known_by_its_findings_or_its_name() -> None:
    gone = Gone({"old/a.txt": entries_of(found("a:1", "b:1", "b:2")), "old/b.txt": entries_of(found("c:1"))})
    assert gone.find("new/z.txt", found("a:1", "b:1", "d:1")) == "old/a.txt"
    assert gone.find("new/b.txt", found("d:1")) == "old/b.txt"
    assert gone.find("new/z.txt", found("a:1", "d:1")) is None
    assert gone.find("new/z.txt", ()) is None


def test_a_name_that_many_articles_have_tells_nothing() -> None:
    gone = Gone({f"{folder}/index.md": entries_of(found("a:1")) for folder in "xyz"})
    assert gone.find("new/index.md", found("b:1")) is None
    assert gone.find("new/index.md", found("a:1")) == "x/index.md"


def test_findings_about_articles_do_not_tell_a_moved_one() -> None:
    whole = tuple(replace(each, scope=Scope.ARTICLE) for each in found("a:1"))
    assert Gone({"old.txt": entries_of(whole)}).find("new.txt", whole) is None


def test_a_folder_of_thousands_can_be_moved() -> None:
    gone = Gone({f"old/{n}/index.md": entries_of(found(f"{n:x}:1", "same:1")) for n in range(3000)})
    for n in range(0, 3000, 300):
        assert gone.find(f"new/{n}/index.md", found(f"{n:x}:1", "same:1")) == f"old/{n}/index.md"
