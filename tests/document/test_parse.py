"""The bridge between characters and tokens, with the bundled pipeline: offsets, trees, paragraphs, hostile runs."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecheck.document.build import build_document_from_text
from quotecheck.document.parse import Parse, parse, sentences_of, tokenize
from quotecheck.document.pipeline import load_pipeline
from quotecheck.errors import ModelError
from quotecheck.records import Span
from quotecheck.rulebook import Rulebook, load_rulebook

RULES = load_rulebook()
ARTICLE = (
    "Ferry sinks\n\n“We left,” said Mira Tolland. She told reporters that the pier was old.\n\nNobody was hurt 🙂."
)
texts = st.text(alphabet=st.sampled_from("abAB .,?!\"“”‘’'’—\n\r\té́🙂\u200f0"), max_size=80)


def parsed(text: str, rulebook: Rulebook = RULES) -> Parse:
    return parse(build_document_from_text(text, rulebook), load_pipeline())


def test_pipeline_sets_what_matchers_and_displacy_need() -> None:
    doc = parsed(ARTICLE).doc
    assert doc.text == ARTICLE
    assert doc.has_annotation("TAG")
    assert doc.has_annotation("DEP")
    assert doc.has_annotation("SENT_START")
    assert {ent.label_ for ent in doc.ents if ent.text == "Mira Tolland"} == {"PERSON"}
    assert next(token.lemma_ for token in doc if token.text == "told") == "tell"


def test_no_sentence_crosses_a_paragraph() -> None:
    read = parsed(ARTICLE)
    for sentence in read.doc.sents:
        words = [token for token in sentence if not token.is_space]
        assert (
            len({next(n for n, p in enumerate(read.document.paragraphs) if p.start <= t.idx < p.end) for t in words})
            == 1
        )


def test_the_same_text_reads_the_same_beside_other_texts() -> None:
    nlp = load_pipeline()
    alone = [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in nlp(ARTICLE)]
    among = list(nlp.pipe(["Something else. " * 30, ARTICLE, "x"]))[1]
    assert [(t.tag_, t.dep_, t.head.i, t.ent_type_) for t in among] == alone


@given(texts)
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_and_tokens_cut_it_out(text: str) -> None:
    read = parsed(text)
    assert read.doc.text == text
    for token in read.doc:
        assert text[token.idx : token.idx + len(token.text)] == token.text
    for sentence in read.doc.sents:
        roots = [t for t in sentence if t.head.i == t.i]
        assert len(roots) == 1


@pytest.mark.parametrize("text", ["“" * 10_000, "a" * 30_000, "word " * 3_000, "x\u0000y", "\n" * 500, "👩‍👩‍👧" * 800])
def test_runs_without_end_are_cut_and_kept(text: str) -> None:
    assert tokenize(text, load_pipeline()).text == text


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("boats!”Former", ["boats", "!", "”", "Former"]),
        ("said,“Go", ["said", ",", "“", "Go"]),
        ('said:"Go', ["said", ":", '"', "Go"]),
        ('5.5"wide', ['5.5"wide']),
    ],
)
def test_squeezed_quotation_mark_stands_alone(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text, load_pipeline())] == tokens


def test_a_paragraph_longer_than_a_window_is_read_whole() -> None:
    text = " ".join(f"Clerk number {n} said that the pier was old." for n in range(150))
    doc = parsed(text).doc
    assert sum(t.lemma_ == "say" for t in doc) == 150
    assert all(t.tag_ for t in doc)


def test_tokens_in_a_span() -> None:
    read = parsed(ARTICLE)
    start = ARTICLE.index("Mira")
    assert read.tokens_in(Span(start, start + len("Mira Tolland"))).text == "Mira Tolland"
    assert read.token_at(start + 2).text == "Mira"


def test_an_unknown_pipeline_is_one_sentence() -> None:
    with pytest.raises(ModelError, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")


def test_break_inside_a_paragraph_after_no_stop_is_no_end_of_a_sentence() -> None:
    text = "Mr. Lind spoke (at length) to\nTerrie Rizzo. She left – he stayed.\n\nA headline without a stop\nThe end."
    doc = spacy.blank("en")(text)
    doc[0].is_sent_start = True
    for token in doc[1:]:
        token.is_sent_start = token.text in ("spoke", "Terrie", "She", "he", "A", "The")
    spans = sentences_of(Parse(build_document_from_text(text, load_rulebook()), doc))
    assert [span.of(text).split()[0] for span in spans] == ["Mr.", "She", "A", "The"]
