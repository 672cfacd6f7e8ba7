"""Attributions by noun: "her claim that the vote was rigged", "calls for a recount"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from quotecheck.attributions.cues import NOUNS, Pattern, patterns_of
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.origins import noun_phrase
from quotecheck.attributions.spans import runs, subtree
from quotecheck.attributions.syntax import Syntax
from quotecheck.document.parse import Parse, span_of
from quotecheck.records import Cue, CueForm, Span
from quotecheck.rulebook.rulebook import Rulebook


def find_nouns(parse: Parse, rulebook: Rulebook, syntax: Syntax) -> Iterator[Draft]:
    """A draft for each noun of the lexicon that has a content hanging on it."""
    patterns = patterns_of(rulebook, NOUNS)
    for token in parse.doc:
        if token.pos_ != "NOUN":
            continue
        pattern = patterns.get(token.lemma_.lower())
        places = _content(token, pattern, syntax) if pattern is not None else []
        content = runs(parse.doc, places) if places else ()
        if pattern is not None and content:
            cue = Cue(span_of(token, token), pattern.lemma, CueForm.NOUN, pattern.family)
            yield Draft("noun", cue, owner_of(token, syntax), content)


def _content(noun: Token, pattern: Pattern, syntax: Syntax) -> list[int]:
    for clause in (c for c in noun.children if c.dep_ in ("acl", "ccomp", "appos", "dep", "xcomp")):
        marks = {t.lower_ for t in clause.children if t.dep_ in ("mark", "aux") or t.tag_ == "TO"}
        if clause.i > noun.i and (
            ("that" in marks and "clause" in pattern.frames) or ("to" in marks and "to" in pattern.frames)
        ):
            return subtree(clause)
    if "preposition" in pattern.frames:
        for phrase in syntax.children(noun, "noun_complement"):
            case = phrase if phrase.dep_ == "prep" else syntax.child(phrase, "preposition")
            if case is not None and case.lower_ in pattern.prepositions and phrase.i > noun.i:
                return [i for i in subtree(phrase) if i > case.i]
    return []


def owner_of(noun: Token, syntax: Syntax) -> Span | None:
    """Whose claim it is: "her claim", "the claim of the mayor", "the claim by the mayor", "made the claim that"."""
    own = syntax.child(noun, "possessive")
    if own is not None:
        return (
            span_of(own.left_edge, own) if own.right_edge.tag_ == "POS" else noun_phrase(own, cut=noun, syntax=syntax)
        )
    for phrase in syntax.children(noun, "noun_complement"):
        case = phrase if phrase.dep_ == "prep" else syntax.child(phrase, "preposition")
        if case is not None and case.lower_ in ("of", "by", "from") and phrase.i > noun.i:
            inner = syntax.child(phrase, "prepositional_object") or phrase
            return noun_phrase(inner, cut=case, syntax=syntax)
    if syntax.is_a(noun, "object"):
        subject = syntax.subject(noun.head)
        return noun_phrase(subject, cut=noun.head, syntax=syntax) if subject is not None else None
    return None
