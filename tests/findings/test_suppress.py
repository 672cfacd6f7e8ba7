from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.findings.suppress import NO_REASON, apply_directives
from quotecheck.records import Directive, Document, Finding, Scope, Severity, Span
from tests.builders import attribution, document, finding, quotation, span

TEXT = """The pier will close, a source said.

“It is sinking,” said Ann Poll. Others claimed that “all is well” with it.

“We go on.

“For ever.”

He left.
"""
KNOWN = ("late-speaker", "loaded-cue", "no-byline")
SINKING = quotation(TEXT, "“It is sinking,”")
WELL = quotation(TEXT, "“all is well”")
GO_ON = replace(
    quotation(TEXT, "“We go on.\n\n“For ever.”"), parts=(span(TEXT, "“We go on."), span(TEXT, "“For ever.”"))
)
QUOTATIONS = (SINKING, WELL, GO_ON)
LATE = finding("late-speaker", GO_ON.span)
LOADED = replace(
    finding("loaded-cue", span(TEXT, "claimed")),
    attribution=attribution(TEXT, "Others", "claimed", "“all is well”", quotations=(WELL,)),
)


def directed(words: str, before: str, **settings: bool) -> Document:
    offset = TEXT.index(before) if before else len(TEXT)
    return replace(document(TEXT), directives=(Directive(words, Span(offset, offset), offset, **settings),))


def shown(article: Document, *findings: Finding, **settings: bool) -> list[tuple[str, str | None]]:
    return [
        (each.rule, each.suppression) for each in apply_directives(article, QUOTATIONS, findings, KNOWN, **settings)
    ]


def messages(article: Document, *findings: Finding, **settings: bool) -> list[str]:
    found = apply_directives(article, QUOTATIONS, findings, KNOWN, **settings)
    return [each.message for each in found if each.rule not in KNOWN]


@pytest.mark.parametrize("separator", ["--", "—", "–"])
def test_the_paragraph_below_is_silenced_with_the_reason(separator: str) -> None:
    article = directed(f"ignore loaded-cue {separator} agreed with desk", "“It is sinking")
    assert shown(article, LOADED, LATE) == [("loaded-cue", "agreed with desk"), ("late-speaker", None)]


def test_no_reason_is_a_reason_unless_one_is_required() -> None:
    article = directed("ignore loaded-cue", "“It is sinking")
    assert shown(article, LOADED) == [("loaded-cue", NO_REASON)]
    assert shown(article, LOADED, require_reason=True) == [("bad-suppression", None), ("loaded-cue", None)]


def test_a_quotation_of_several_paragraphs_is_covered_to_its_end() -> None:
    later = finding("late-speaker", span(TEXT, "For ever"))
    article = directed("ignore late-speaker -- told above", "“We go on")
    assert shown(article, LATE, later) == [("late-speaker", "told above")] * 2
    beyond = finding("late-speaker", span(TEXT, "He left"))
    assert shown(article, LATE, beyond)[1] == ("late-speaker", None)


def test_before_a_quotation_inside_a_paragraph_only_its_statement_is_covered() -> None:
    article = directed("ignore loaded-cue, late-speaker -- fine", "“all is well")
    sinking = finding("late-speaker", SINKING.span)
    assert shown(article, sinking, LOADED) == [
        ("late-speaker", None),
        ("loaded-cue", "fine"),
        ("unused-suppression", None),
    ]


def test_spaces_and_line_breaks_may_follow_a_directive() -> None:
    offset = TEXT.index("\n\n“It is sinking")
    article = replace(document(TEXT), directives=(Directive("ignore loaded-cue", Span(0, 0), offset),))
    assert shown(article, LOADED) == [("loaded-cue", NO_REASON)]


def test_whole_articles_and_findings_about_them() -> None:
    whole = replace(finding("no-byline", Span(0, 0)), scope=Scope.ARTICLE)
    article = directed("ignore late-speaker, no-byline -- old", "The pier", for_article=True)
    assert shown(article, whole, LATE) == [("no-byline", "old"), ("late-speaker", "old")]
    assert shown(directed("ignore no-byline -- staff", "He left"), whole) == [("no-byline", "staff")]


def test_what_silences_nothing_is_told() -> None:
    article = directed("ignore loaded-cue, no-byline -- x", "He left")
    (found,) = apply_directives(article, QUOTATIONS, (), KNOWN)
    assert (found.rule, found.severity) == ("unused-suppression", Severity.WARNING)
    assert found.message == "Nothing here breaks “loaded-cue” or “no-byline”."
    assert found.fingerprint
    assert found.origin == article.directives[0].origin
    assert messages(directed("ignore loaded-cue", "")) == ["Nothing here breaks “loaded-cue”."]  # at the end


def test_rules_that_were_not_checked_are_not_called_unused() -> None:
    article = directed("ignore loaded-cue, no-byline -- x", "He left")
    (found,) = apply_directives(article, QUOTATIONS, (), KNOWN, checked_rules=("no-byline",))
    assert found.message == "Nothing here breaks “no-byline”."


@pytest.mark.parametrize(
    "words",
    [
        "",
        "ignore",
        "ignore -- because",
        "ignore loaded cue",
        "ignore loaded-cue,",
        "disable all",
        "ignore a;b",
        "ignore --",
    ],
)
def test_what_cannot_be_read_is_told(words: str) -> None:
    assert messages(directed(words, "He left")) == ["This comment to quotecheck does not say which rules to ignore."]


def test_unknown_rules_are_told_and_the_known_ones_followed() -> None:
    article = directed("ignore loadd-cue, late-speaker, zzz -- fine", "“We go on")
    assert messages(article, LATE) == [
        "There is no rule “loadd-cue”; did you mean “loaded-cue”? There is no rule “zzz”."
    ]
    assert ("late-speaker", "fine") in shown(article, LATE)


def test_what_is_suppressed_already_keeps_its_reason() -> None:
    article = directed("ignore loaded-cue -- mine", "“It is sinking")
    assert shown(article, replace(LOADED, suppression="baseline")) == [("loaded-cue", "baseline")]


def test_no_directives_no_change() -> None:
    findings = apply_directives(document(TEXT), QUOTATIONS, (LATE, LOADED), KNOWN)
    assert findings == (LOADED, LATE)


@given(st.text("“”ab. \n", max_size=40), st.data())
def test_no_finding_is_lost_wherever_a_directive_stands(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(0, len(text)))
    place = Span(start, data.draw(st.integers(start, len(text))))
    directive = Directive("ignore late-speaker", Span(0, 0), offset, data.draw(st.booleans()))
    article = replace(document(text), directives=(directive,))
    found = apply_directives(article, (), [finding("late-speaker", place)], KNOWN)
    (kept,) = (each for each in found if each.rule == "late-speaker")
    assert kept.span == place
    assert (kept.suppression is None) is any(each.rule == "unused-suppression" for each in found)
    assert not directive.for_article or kept.suppression == NO_REASON
