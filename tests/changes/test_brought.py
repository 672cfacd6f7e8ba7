from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecheck.changes import brought
from quotecheck.changes.brought import touched
from quotecheck.findings.fingerprint import with_fingerprints
from quotecheck.records import Audit, Finding, Scope, Span
from tests.builders import attribution, audit, document, finding, quotation, source, span

OLD = """The pier will close.

Harbor master Tomas Quill said:

“It sinks.

“It has sunk for years.”

Some claimed otherwise.
"""
QUOTE = "“It sinks.\n\n“It has sunk for years.”"


def audited(text: str, who: str = "Harbor master Tomas Quill", name: str = "Tomas Quill", cue: str = "said") -> Audit:
    """An audit with a finding at the quotation, one at "claimed", and one about the article."""
    said = quotation(text, text[text.index("“") : text.rindex("”") + 1])
    made = attribution(text, who, cue, said.span.of(text), quotations=(said,))
    article = audit(document(text), (said,), (made,), (replace(source(name, made)),))
    found = [
        replace(finding("single-source", Span(0, 0)), scope=Scope.ARTICLE),
        replace(finding("late-speaker", said.span), attribution=made),
    ]
    if "claimed" in text:
        found.append(finding("loaded-cue", span(text, "claimed")))
    return replace(article, findings=with_fingerprints(article.document, found))


def rules(before: Audit, after: Audit) -> list[str]:
    return [each.rule for each in brought(before, after)]


BEFORE = audited(OLD)


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        "A paragraph more.\n\n" + OLD,
        OLD.replace("The pier will close.\n\n", ""),
        OLD.replace("The pier will close.", "The pier will close soon."),
        OLD.replace("Some claimed", "Some \u00a0 claimed"),
        "Some claimed otherwise.\n\n" + OLD.replace("Some claimed otherwise.\n", ""),
    ],
    ids=["nothing", "added", "deleted", "elsewhere", "spaced", "moved"],
)
def test_changes_elsewhere_bring_nothing(new: str) -> None:
    assert rules(BEFORE, audited(new)) == []


def test_a_change_in_the_second_paragraph_of_a_quotation_touches_all_of_it() -> None:
    assert rules(BEFORE, audited(OLD.replace("for years", "for ages"))) == ["late-speaker"]


def test_another_speaker_or_cue_reopens_the_quotation() -> None:
    renamed = OLD.replace("Tomas Quill", "Ann Poll")
    assert rules(BEFORE, audited(renamed, "Harbor master Ann Poll", "Ann Poll")) == ["late-speaker"]
    assert rules(BEFORE, audited(OLD.replace("said:", "wrote:"), cue="wrote")) == ["late-speaker"]


def test_a_quotation_traced_to_somebody_else_is_reopened_though_no_word_near_it_changed() -> None:
    pronoun = OLD.replace("Harbor master Tomas Quill said", "Then he said")
    before, after = (audited(pronoun, "he", name) for name in ("Tomas Quill", "Otto Brandt"))
    assert rules(before, before) == []
    assert rules(before, after) == ["late-speaker"]


def test_an_old_finding_in_a_changed_paragraph_is_touched() -> None:
    assert rules(BEFORE, audited(OLD.replace("otherwise.", "otherwise. He left."))) == ["loaded-cue"]


def test_what_is_new_counts_wherever_it_is() -> None:
    extra = with_fingerprints(BEFORE.document, [finding("no-name", span(OLD, "The pier"))])
    assert rules(BEFORE, replace(BEFORE, findings=(*BEFORE.findings, *extra))) == ["no-name"]
    assert rules(replace(BEFORE, findings=()), BEFORE) == ["single-source", "late-speaker", "loaded-cue"]


def test_equals_are_counted() -> None:
    twice = OLD + "\nSome claimed otherwise.\n"
    after = audited(twice)
    again = finding("loaded-cue", span(twice, "claimed", 1))
    after = replace(after, findings=with_fingerprints(after.document, (*after.findings, again)))
    assert [each.span for each in brought(BEFORE, after)] == [again.span]


def silenced(found: Audit, rule: str) -> Audit:
    def mark(each: Finding) -> Finding:
        return replace(each, suppression="agreed") if each.rule == rule else each

    return replace(found, findings=tuple(map(mark, found.findings)))


def test_what_was_silenced_before_and_is_no_longer_is_new() -> None:
    assert rules(silenced(BEFORE, "loaded-cue"), BEFORE) == ["loaded-cue"]
    assert rules(BEFORE, silenced(BEFORE, "loaded-cue")) == []


def test_touched_places_are_whole_paragraphs_and_quotations() -> None:
    after = audited(OLD.replace("for years", "for ages"))
    last, whole = "“It has sunk for ages.”", QUOTE.replace("years", "ages")
    assert [each.of(after.document.text) for each in touched(BEFORE, after)] == [whole, last]


def test_how_far_a_source_reaches_is_an_opinion_and_no_change() -> None:
    assert rules(BEFORE, audited("A paragraph more.\n\n" + OLD, "Tomas Quill")) == []


@given(st.lists(st.sampled_from(["The pier is old.", "Some claimed so.", "Nobody went.", "It rained."]), max_size=6))
def test_the_same_paragraphs_in_any_order_bring_nothing(paragraphs: list[str]) -> None:
    def made(order: list[str]) -> Audit:
        article = document("\n\n".join(order))
        found = [finding("any", Span(each.start, each.start + 3)) for each in article.paragraphs]
        return replace(audit(article), findings=with_fingerprints(article, found))

    assert brought(made(paragraphs), made(sorted(paragraphs))) == ()
