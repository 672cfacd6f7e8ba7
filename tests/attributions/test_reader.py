"""From a reading to drafts, on readings made by hand."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from quotecheck.attributions.draft import Draft
from quotecheck.attributions.merge import merge
from quotecheck.attributions.reader import find_stretches, read_drafts
from quotecheck.document.build import build_document_from_text
from quotecheck.document.parse import Parse
from quotecheck.document.reading import NO_CUE, Reading
from quotecheck.records import Cue, CueFamily, CueForm, Span
from quotecheck.rulebook import Rulebook

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
VOCAB = spacy.blank("en").vocab


def reading(roles: str, cues: dict[int, int]) -> Reading:
    """``roles``: a letter a token, upper case where a span begins: s(ource), c(ue), x (content), - none."""
    letters = {"-": 0, "S": 1, "s": 2, "C": 3, "c": 4, "X": 5, "x": 6}
    links = np.full(len(roles), NO_CUE)
    for place, cue in cues.items():
        links[place] = cue
    return Reading(LABELS, np.array([letters[r] for r in roles]), np.full(len(roles), 0.9, dtype=np.float32), links)


def drafts(words: str, roles: str, cues: dict[int, int], rulebook: Rulebook) -> tuple[str, list[Draft]]:
    doc = Doc(VOCAB, words=words.split(), sent_starts=[True] + [False] * (len(words.split()) - 1))
    document = build_document_from_text(doc.text, rulebook)
    return doc.text, read_drafts(Parse(document, doc, reading(roles, cues)), rulebook)


def test_spans_hang_on_the_cue_that_they_name(rulebook: Rulebook) -> None:
    text, found = drafts("Lee said it sank ; Park denied it", "SCXx-SCX", {0: 1, 2: 1, 5: 6, 7: 6}, rulebook)
    assert [(d.source.of(text), d.cue.span.of(text), d.content[0].of(text)) for d in found if d.source and d.cue] == [
        ("Lee", "said", "it sank"),
        ("Park", "denied", "it"),
    ]


def test_a_span_that_names_no_cue_takes_the_nearest(rulebook: Rulebook) -> None:
    text, (found,) = drafts("It sank , Lee said", "Xx-SC", {}, rulebook)
    assert found.source is not None
    assert found.source.of(text) == "Lee"
    assert [span.of(text) for span in found.content] == ["It sank"]


def test_a_cue_without_content_is_no_draft(rulebook: Rulebook) -> None:
    assert drafts("Lee said nothing", "SC-", {0: 1}, rulebook)[1] == []


def test_no_reading_gives_no_drafts(rulebook: Rulebook) -> None:
    doc = Doc(VOCAB, words=["Lee", "said"])
    assert read_drafts(Parse(build_document_from_text(doc.text, rulebook), doc), rulebook) == []


def test_neighbouring_spans_of_one_role_stay_apart(rulebook: Rulebook) -> None:
    doc = Doc(VOCAB, words=["a", "b", "c"])
    parse = Parse(build_document_from_text(doc.text, rulebook), doc)
    found = list(find_stretches(parse, reading("XxX", {})))
    assert [(one.first, one.last) for one in found] == [(0, 1), (2, 2)]


@pytest.mark.parametrize(("text", "spans"), [("They said it\n\nsank .", 2), ("They said it\nsank .", 1)])
def test_a_span_ends_with_its_paragraph_not_with_a_line(text: str, spans: int, rulebook: Rulebook) -> None:
    wrapped = f"{text} The boat that they meant was old , and the\nharbour was shallow ."
    doc = spacy.blank("en").tokenizer(wrapped)
    roles = ["S", "C", "X", "-", "x", *"-" * (len(doc) - 5)]
    found = find_stretches(Parse(build_document_from_text(wrapped, rulebook), doc), reading("".join(roles), {}))
    assert sum(one.role == "content" for one in found) == spans


def draft(rule: str, cue: tuple[int, int], content: tuple[int, int], confidence: float | None = None) -> Draft:
    made = Cue(Span(*cue), "say", CueForm.VERB, CueFamily.SPEECH)
    return Draft(rule, made, None, (Span(*content),), confidence=confidence)


def sure(read: Draft) -> bool:
    return (read.confidence or 0) > 0.6


def test_where_both_speak_marks_keep_their_content_from_an_unsure_reader_and_other_rules_take_its_own() -> None:
    quoted, hanging = (
        draft("quotation-before-cue", (20, 24), (0, 18)),
        draft("verb-object", (40, 44), (45, 60)),
    )
    read = [draft("reader", (20, 24), (0, 12), 0.7), draft("reader", (40, 44), (45, 80), 0.8)]
    assert [(d.rule, d.content[0], d.confidence) for d in merge([quoted, hanging], read, sure)] == [
        ("quotation-before-cue", Span(0, 18), 0.7),
        ("verb-object", Span(45, 80), 0.8),
    ]


def test_a_doubtful_rule_needs_the_reader_and_an_unsure_reader_needs_a_rule() -> None:
    assert merge([draft("verb-object", (0, 4), (5, 9))], [draft("reader", (20, 24), (25, 30), 0.2)], sure) == []
