"""Refusals ("declined to comment", "did not respond"), which are disclosures and no attributions."""

from __future__ import annotations

import re

from quotecheck.attributions.draft import Draft
from quotecheck.rulebook.rulebook import Rulebook

NEGATION = re.compile(r"\bnot\b|n[’']t\b|\bnever\b")
FIRST_WORDS = 4  # words of the content in which the refused act stands


def is_refusal(draft: Draft, text: str, rulebook: Rulebook) -> bool:
    """Whether the source of ``draft`` only refuses to say something; quoted words are never a refusal."""
    entry = rulebook.lexicon("cue-refusals").get(draft.cue.lemma) if draft.cue is not None else None
    if entry is None or draft.cue is None or draft.pieces:
        return False
    if entry.fields["negated"]:
        return NEGATION.search(draft.cue.span.of(text).lower()) is not None
    refused = entry.fields["to"]
    words = draft.content[0].of(text).lower().split()[:FIRST_WORDS]
    return isinstance(refused, tuple) and any(word.strip(".,") in refused for word in words)
