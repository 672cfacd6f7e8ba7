"""Every fact, asked of everything in an article, answers with what conditions can compare; none stumbles."""

from __future__ import annotations

import pytest

from quotecheck.findings.facts import FACTS, fact
from quotecheck.findings.subjects import SUBJECTS_OF
from quotecheck.findings.view import View
from quotecheck.records import Audit
from tests.builders import RULEBOOK, empty_audit, ferry_audit

AUDITS = {"ferry": ferry_audit(), "empty": empty_audit()}


@pytest.mark.parametrize("audit", AUDITS.values(), ids=AUDITS.keys())
@pytest.mark.parametrize("name", FACTS)
def test_fact_is_known_of_every_subject(name: str, audit: Audit) -> None:
    view = View(audit, RULEBOOK)
    found = [fact(name, view, subject) for subjects in SUBJECTS_OF.values() for subject in subjects(view)]
    assert found
    for each in found:
        members = each if isinstance(each, tuple) else (each,)
        assert all(member is None or isinstance(member, bool | int | float | str) for member in members)
