"""Articles with tags, names and subjects set by hand, so that no model is needed."""

from __future__ import annotations

from collections.abc import Sequence

import spacy
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.util import filter_spans

from quotecheck.document.build import build_document_from_text
from quotecheck.document.parse import Parse, parse
from quotecheck.document.pipeline import load_pipeline
from quotecheck.records import Attribution, AttributionKind, Cue, CueFamily, CueForm, Source, Span
from quotecheck.rulebook import Rulebook
from quotecheck.sources.identify import identify_sources
from tests.builders import document, span

TOKENIZER = spacy.blank("en").tokenizer
TAGS = {
    "the": "DT", "a": "DT", "an": "DT", "one": "CD", "two": "CD", "another": "DT", "some": "DT", "both": "DT",
    "of": "IN", "for": "IN", "with": "IN", "at": "IN", "on": "IN", "by": "IN", "to": "TO", "in": "IN", "from": "IN",
    "who": "WP", "which": "WDT", "and": "CC", "he": "PRP", "she": "PRP", "they": "PRP", "it": "PRP", "her": "PRP$",
    "his": "PRP$", "said": "VBD", "spoke": "VBD", "asked": "VBD", "was": "VBD", "attended": "VBD", "briefed": "VBN",
    "not": "RB", "'s": "POS", "familiar": "JJ", "senior": "JJ", "reported": "VBD", "citing": "VBG", "found": "VBD",
    "because": "IN", "be": "VB", "named": "VBN", ".": ".", ",": ",", "diplomatic": "JJ", "reliable": "JJ",
    "more": "JJR", "boarded": "VBD", "boarding": "VBG", "were": "VBD", "are": "VBP", "told": "VBN", "outraged": "VBN",
    "reluctant": "JJ", "wary": "JJ", "seem": "VBP", "fear": "VBP", "declined": "VBD", "reveal": "VB", "revealed": "VBD",
    "praise": "VB", "each": "DT", "like": "IN", "former": "JJ", "presidential": "JJ", "vice": "JJ", "democratic": "JJ",
    "during": "IN", "after": "IN", "obtained": "VBD", "sold": "VBD", "reminding": "VBG",
    "republican": "JJ", "other": "JJ", "host": "NNS",
    "met": "VBD", "released": "VBD", "published": "VBD", "is": "VBZ", "that": "IN", "(": "-LRB-", ")": "-RRB-",
}  # fmt: skip
LEMMAS = {
    "is": "be", "released": "release", "published": "publish", "boarded": "board", "boarding": "board",
    "told": "tell", "outraged": "outrage", "revealed": "reveal", "obtained": "obtain",
}  # fmt: skip
PLURALS = frozenset(
    {"officials", "people", "men", "aides", "pilots", "senators", "friends", "protesters", "sources", "talks"}
)


def parsed(text: str, names: Sequence[tuple[str, str]]) -> Parse:
    """The parse of ``text``: a token before "said" is its subject, ``names`` are words and labels."""
    doc = TOKENIZER(text)
    is_name = {
        token.i for words, _ in names for each in _places(text, words) for token in doc if each.overlaps(_of(token))
    }
    tags = [_tag(token.text, token.i in is_name) for token in doc]
    starts = [i == 0 or doc[i - 1].text == "." for i in range(len(doc))]
    deps = ["nsubj" if i + 1 < len(doc) and tags[i + 1] == "VBD" else "dep" for i in range(len(doc))]
    deps = ["advcl" if tag == "VBG" else dep for tag, dep in zip(tags, deps, strict=True)]
    deps = ["ROOT" if start else dep for start, dep in zip(starts, deps, strict=True)]
    lemmas = [_lemma(token.text.lower(), tags[token.i]) for token in doc]
    roots = [max(j for j in range(i + 1) if starts[j]) for i in range(len(doc))]
    made = Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc], tags=tags, lemmas=lemmas,
        deps=deps, heads=roots,
    )  # fmt: skip
    made.ents = filter_spans(
        made.char_span(place.start, place.end, label=label) or DocSpan(made, 0, 1, label=label)
        for words, label in names
        for place in _places(text, words)
    )
    return Parse(document(text), made)


def said(text: str, source: str, nth: int = 0, *, family: CueFamily = CueFamily.SPEECH) -> Attribution:
    """An attribution whose source is the ``nth`` place of ``source``; the cue and content are its sentence."""
    place = span(text, source, nth)
    end = text.find(".", place.end)
    rest = Span(place.end, end if end > 0 else len(text))
    statement = Span(place.start, rest.end)
    cue = Cue(rest, "say", CueForm.VERB, family)
    return Attribution(AttributionKind.INDIRECT, place, cue, (rest,), statement, (), family, "test")


def sources_of(
    text: str, said_by: Sequence[Attribution], rulebook: Rulebook, *, names: Sequence[tuple[str, str]] = ()
) -> tuple[Source, ...]:
    """The sources of a text."""
    return identify_sources(parsed(text, names), (), said_by, rulebook).sources


def read(text: str, rulebook: Rulebook, *phrases: str) -> tuple[Source, ...]:
    """The sources of a text that the bundled pipeline has read, in which each of ``phrases`` says what follows it."""
    parse_ = parse(build_document_from_text(text, rulebook, verbatim=True), load_pipeline())
    return identify_sources(parse_, (), [said(text, phrase) for phrase in phrases], rulebook).sources


def _places(text: str, words: str) -> list[Span]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


def _of(token) -> Span:
    return Span(token.idx, token.idx + len(token.text))


def _lemma(word: str, tag: str) -> str:
    return word.removesuffix("s") if tag == "NNS" else LEMMAS.get(word, word)


def _tag(word: str, is_name: bool) -> str:
    if is_name:
        return "NNP"
    low = word.lower()
    return TAGS.get(low) or ("NNS" if low in PLURALS else "NN")
