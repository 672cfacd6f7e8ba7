from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from quotecheck.records import Failure, Report
from quotecheck.reports import render, to_sarif
from quotecheck.reports.uri import uri
from tests.builders import audit, document, sample_report, span
from tests.checked import CREDIT, FEW, THIN, checked, checked_report, ferry_checked, finding

SCHEMA = Draft4Validator(
    json.loads(Path(__file__).parents[1].joinpath("schemas", "sarif-2.1.0.json").read_text(encoding="utf-8"))
)


def run_of(report: Report) -> dict:
    found = json.loads(render(report, "sarif"))
    SCHEMA.validate(found)
    (run,) = found["runs"]
    return run


@pytest.mark.parametrize("report", [checked_report(), sample_report(), checked()])
def test_log_is_what_the_schema_asks_for(report: Report) -> None:
    run_of(report)


def test_columns_count_units_of_utf_16() -> None:
    run = run_of(checked_report())
    assert run["columnKind"] == "utf16CodeUnits"
    regions = [each["locations"][0]["physicalLocation"]["region"] for each in run["results"]]
    (feared,) = (each for each in regions if each.get("snippet", {}).get("text") == "“worse than feared 😬.”")
    assert feared["endColumn"] - feared["startColumn"] == len("“worse than feared 😬.”") + 1


def test_results_know_their_rule_and_the_most_severe_come_first() -> None:
    run = run_of(checked_report())
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    levels = [each["level"] for each in run["results"] if "suppressions" not in each]
    assert levels == ["error", "error", "warning", "warning", "warning", "note"]
    assert rules[0]["defaultConfiguration"]["level"] == "error"
    assert "- Example Agency" in rules[0]["help"]["markdown"]


def test_finding_of_a_rule_without_a_card_has_no_index() -> None:
    stranger = replace(finding(FEW, None, "Look.", 1), rule="unused-suppression")
    (result,) = run_of(checked(replace(audit(document("x")), findings=(stranger,))))["results"]
    assert "ruleIndex" not in result


def test_silenced_results_say_who_silenced_them_and_why() -> None:
    silenced = [each["suppressions"][0] for each in run_of(checked_report())["results"] if "suppressions" in each]
    assert [(each["kind"], each["justification"]) for each in silenced] == [
        ("external", "baseline"),
        ("inSource", "agreed with the desk"),
    ]


def test_failures_are_notifications_of_an_unsuccessful_run() -> None:
    (invocation,) = run_of(checked_report())["invocations"]
    gone, empty = invocation["toolExecutionNotifications"]
    assert not invocation["executionSuccessful"]
    assert "no such file" in gone["message"]["text"]
    assert (empty["level"], empty["descriptor"]["id"]) == ("note", "empty")
    assert run_of(checked())["invocations"][0]["executionSuccessful"]
    broken = checked(failures=(Failure("quotecheck.toml", "config", "there is no key “pak”", 3),))
    (note,) = run_of(broken)["invocations"][0]["toolExecutionNotifications"]
    assert note["locations"][0]["physicalLocation"]["region"] == {"startLine": 3}


def test_container_tells_the_place_in_place_of_lines() -> None:
    (result,) = (each for each in run_of(checked_report())["results"] if "mayor" in json.dumps(each["locations"]))
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "news/50%25%20mayor.docx"
    assert location["logicalLocations"] == [{"fullyQualifiedName": "paragraph 2"}]
    assert location["physicalLocation"]["region"] == {"startLine": 1}


def test_more_results_than_are_allowed_are_left_out_aloud(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_sarif, "MOST", 2)
    text = "One. Two. Three."
    findings = tuple(
        finding(card, span(text, words), "Look.", number)
        for number, (card, words) in enumerate([(FEW, "One"), (THIN, "Two"), (CREDIT, "Three")])
    )
    run = run_of(checked(replace(audit(document(text)), findings=findings)))
    assert [each["level"] for each in run["results"]] == ["error", "warning"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("1 result ")


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        ("news/a b.txt", "news/a%20b.txt"),
        ("a:b#c?.txt", "a%3Ab%23c%3F.txt"),
        ("/tmp/é.txt", "file:///tmp/%C3%A9.txt"),
        ("C:/news/a.txt", "file:///C:/news/a.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("odd\udcff.txt", "odd%FF.txt"),
        ("odd\ud800.txt", "odd%ED%A0%80.txt"),
    ],
)
def test_paths_become_references(path: str, reference: str) -> None:
    assert uri(path) == reference


def test_fingerprints_tell_the_findings_of_an_article_apart() -> None:
    results = run_of(checked(ferry_checked()))["results"]
    assert len({each["partialFingerprints"]["quotecheck/v1"] for each in results}) == len(results) == 5
