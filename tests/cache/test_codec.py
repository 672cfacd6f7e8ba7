from __future__ import annotations

import json
from dataclasses import replace

import pytest

from quotecheck.cache.codec import decode, encode
from quotecheck.records import Directive, Note, Place, Segment, Span
from tests.builders import empty_audit, ferry_audit


def test_audit_comes_back_as_it_was() -> None:
    for audit in (ferry_audit(), empty_audit()):
        assert decode(encode(audit)) == audit


def test_document_with_everything_comes_back() -> None:
    audit = ferry_audit()
    document = replace(
        audit.document,
        markup="<p>😬 \udcff</p>",
        notes=(Note("code", "Message.", Span(1, 2)),),
        segments=(Segment(Span(0, 1), Span(3, 4)),),
        places=(Place(Span(0, 1), "paragraph 1"),),
        directives=(Directive("ignore x", Span(0, 3), 0, True),),
    )
    assert decode(encode(replace(audit, document=document))).document == document


def test_records_that_were_shared_are_shared_again() -> None:
    audit = decode(encode(ferry_audit()))
    attributions = {id(each) for each in audit.attributions}
    quotations = {id(each) for each in audit.quotations}
    assert {id(each) for source in audit.sources for each in source.attributions} <= attributions
    assert {id(each) for attribution in audit.attributions for each in attribution.quotations} <= quotations


def test_encoding_is_one_line_of_ascii() -> None:
    line = encode(ferry_audit())
    assert line.isascii()
    assert "\n" not in line


@pytest.mark.parametrize(
    "line",
    ["", "[]", "{}", "null", "3", "[1, 2, 3]", "[" * 100_000, '{"version": 1}', json.dumps([[]] * 11), "NaN"],
    ids=lambda line: line[:12],
)
def test_what_is_no_audit_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="no audit"):
        decode(line)


def test_every_field_that_is_lost_is_refused() -> None:
    whole = json.loads(encode(ferry_audit()))
    for at in range(len(whole)):
        with pytest.raises(ValueError, match="fields"):
            decode(json.dumps([*whole[:at], *whole[at + 1 :]]))
