from __future__ import annotations

import spacy

import quotecheck
from quotecheck.document.annotator import NAME
from tests.builders import FERRY


def test_component_gives_the_audit_of_the_text() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(NAME)
    nlp.add_pipe("quotecheck")
    doc = nlp(FERRY)
    assert doc._.quotecheck == quotecheck.audit(FERRY)
    assert doc._.quotecheck.attributions


def test_component_bears_a_text_without_words() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(NAME)
    nlp.add_pipe("quotecheck")
    assert nlp("")._.quotecheck.attributions == ()
