"""Passives that name nobody: "It was claimed that ...", "The firm is understood to be for sale"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from quotecheck.attributions.cues import VERBAL, VERBS, patterns_of
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.origins import EMPTY
from quotecheck.attributions.overlaps import merged
from quotecheck.attributions.syntax import Syntax, syntax_of
from quotecheck.document.parse import Parse, span_of
from quotecheck.records import CueForm
from quotecheck.rulebook.rulebook import Rulebook

BEING = frozenset({"be", "get"})


def without_false_source(draft: Draft, parse: Parse, rulebook: Rulebook) -> Draft:
    """``draft`` without the subject of such a passive for its source; that of an infinitive is part of the content."""
    if draft.source is None or draft.cue is None or draft.cue.form is not CueForm.VERB:
        return draft
    syntax = syntax_of(rulebook)
    verb = next((token for token in parse.tokens_in(draft.cue.span) if _is_passive(token, syntax)), None)
    subject = syntax.child(verb, "subject") if verb is not None else None
    if verb is None or subject is None or not draft.source.start <= subject.idx < draft.source.end:
        return draft
    if subject.lower_ in EMPTY:
        return replace(draft, source=None)
    pattern = patterns_of(rulebook, VERBS).get(verb.lemma_.lower())
    if pattern is None or "passive-to" not in pattern.frames or not _has_infinitive(verb, syntax):
        return draft
    whole = span_of(subject.left_edge, subject.right_edge)
    return replace(draft, source=None, content=merged([whole, *draft.content]))


def _is_passive(token: Token, syntax: Syntax) -> bool:
    if token.pos_ not in VERBAL or token.tag_ != "VBN" or next(syntax.children(token, "agent"), None) is not None:
        return False
    return any(child.lemma_.lower() in BEING for child in syntax.children(token, "auxiliary"))


def _has_infinitive(verb: Token, syntax: Syntax) -> bool:
    clauses = syntax.children(verb, "open_clause", "clause")
    return any(child.tag_ == "TO" for clause in clauses for child in clause.children)
