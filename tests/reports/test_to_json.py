from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from quotecheck import reports
from quotecheck.records import Metrics, Report, Summary, Tool
from quotecheck.reports import render
from quotecheck.reports.fields import lay_out
from tests.builders import NO_SHARES, audit, document, sample_report
from tests.checked import checked_report

SCHEMA = Path(reports.__file__).with_name("report.schema.json")
CONTRACT = Path(__file__).resolve().parents[3] / "shared" / "contract" / "report.schema.json"
NOTHING = Report(Tool("1.2.3", "sample_en"), (), Summary(Metrics(), NO_SHARES, ()))
SCALARS = st.none() | st.booleans() | st.integers() | st.text()
FIELDS = st.dictionaries(
    st.text(), SCALARS | st.lists(SCALARS) | st.lists(st.dictionaries(st.text(), SCALARS), max_size=3)
)


def without_additions(ours: object, contract: object) -> object:
    """``ours`` less the keys that ``contract`` does not have."""
    if isinstance(ours, dict) and isinstance(contract, dict):
        return {key: without_additions(ours[key], contract[key]) for key in contract if key in ours}
    return ours


def validate(text: str) -> dict:
    found = json.loads(text)
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(found)
    return found


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract does not lie beside this checkout")
def test_schema_is_that_of_the_contract_and_more() -> None:
    ours, contract = (json.loads(path.read_text(encoding="utf-8")) for path in (SCHEMA, CONTRACT))
    assert without_additions(ours, contract) == contract


def test_report_without_articles_is_valid() -> None:
    assert validate(render(NOTHING, "json"))["documents"] == []


def test_report_is_valid() -> None:
    found = validate(render(sample_report(), "json"))
    assert [each["path"] for each in found["documents"]] == ["news/ferry.txt", "news/empty.txt"]
    assert found["tool"] == {"name": "quotecheck", "version": "1.2.3", "model": "sample_en", "rules": []}
    assert found["errors"][0]["code"] == "missing"


def test_report_with_findings_is_valid() -> None:
    found = validate(render(checked_report(), "json"))
    assert found["summary"]["findings"] == {"error": 2, "warning": 3, "info": 1}
    assert (found["summary"]["suppressed"], found["summary"]["known"]) == (2, 1)
    assert [each["id"] for each in found["tool"]["rules"]] == [
        "uncredited-quotation",
        "few-sources",
        "thin-description",
    ]


def test_json_lines_are_the_documents_of_the_report() -> None:
    lines = render(sample_report(), "jsonl").splitlines()
    *documents, last = (json.loads(line) for line in lines)
    whole = json.loads(render(sample_report(), "json"))
    assert documents == whole["documents"]
    assert [last["error"]] == whole["errors"]


def test_letters_stay_as_they_are() -> None:
    assert "“worse than feared 😬.”" in render(sample_report(), "json")


@pytest.mark.parametrize("text", ["\u2028 \x85", "\ud800", '"\\', "‮right to left"])
def test_odd_characters_come_back(text: str) -> None:
    report = Report(Tool("1", "m"), (audit(document("x", title=text)),), NOTHING.summary)
    written = render(report, "json").encode("utf-8", "backslashreplace").decode("utf-8")
    assert validate(written)["documents"][0]["title"] == text


@given(FIELDS)
def test_layout_changes_nothing(fields: dict) -> None:
    assert json.loads(lay_out(fields, "  ")) == fields
