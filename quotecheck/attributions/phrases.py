"""Attributions by phrase: "according to", "in the words of"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quotecheck.attributions.draft import Draft
from quotecheck.attributions.origins import noun_phrase
from quotecheck.attributions.spans import runs, subtree
from quotecheck.attributions.syntax import Syntax
from quotecheck.document.parse import Parse, span_of
from quotecheck.records import Cue, CueFamily, CueForm
from quotecheck.rulebook.rulebook import Rulebook


def find_phrases(parse: Parse, rulebook: Rulebook, syntax: Syntax) -> Iterator[Draft]:
    """A draft for each phrase of the lexicon that has a noun after it and a clause to hang on."""
    phrases = {tuple(word.split()): entry for word, entry in rulebook.lexicon("cue-phrases").items()}
    firsts = {words[0] for words in phrases}
    doc = parse.doc
    for token in doc:
        if token.lower_ not in firsts:
            continue
        for words, entry in phrases.items():
            group = doc[token.i : token.i + len(words)]
            if tuple(t.lower_ for t in group) == words and token.i + len(words) < len(doc):
                cue = Cue(
                    span_of(group[0], group[-1]),
                    " ".join(words),
                    CueForm.PHRASE,
                    CueFamily(str(entry.fields["family"])),
                )
                draft = _draft(cue, group[0], group[-1], syntax)
                if draft is not None:
                    yield draft


def _draft(cue: Cue, first: Token, last: Token, syntax: Syntax) -> Draft | None:
    noun = _noun_after(first, last)
    if noun is None:
        return None
    source = noun_phrase(noun, cut=last, syntax=syntax)
    outer = first if first.is_ancestor(noun) else noun
    head = outer.head
    while head.i >= first.i and head.head != head and head.i <= noun.right_edge.i:
        head = head.head
    if source is None or head == outer or first.i <= head.i <= noun.right_edge.i:
        return None
    doc, sentence = first.doc, first.sent
    clause = _clause_of(head)
    phrase = range(first.i, max(t.i for t in noun.subtree) + 1)
    places = [i for i in subtree(clause) if i not in phrase and sentence.start <= i < sentence.end]
    content = runs(doc, places)
    return Draft("phrase", cue, source, content) if content else None


def _noun_after(first: Token, last: Token) -> Token | None:
    """The noun that the phrase governs: the highest word after it whose tree does not leave to its left."""
    doc, sentence = first.doc, first.sent
    if last.i + 1 >= sentence.end:
        return None
    token = doc[last.i + 1]
    while token.head.i > last.i and token.head != token and token.head.i < sentence.end:
        if token.head.pos_ in ("VERB", "AUX") and token.head.i > token.i and token.dep_ != "compound":
            break
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET") else None


def _clause_of(head: Token) -> Token:
    """The verb whose clause the phrase belongs to, when it hangs on a noun of it."""
    clause = head
    while clause.pos_ not in ("VERB", "AUX") and clause.head != clause and clause.dep_ not in ("parataxis", "conj"):
        if any(c.dep_ in ("cop", "nsubj") for c in clause.children):
            break
        clause = clause.head
    return clause
