"""Phrases for sources where they stand in an article."""

from __future__ import annotations

import re

from quotecheck.findings.noun_phrase import NounPhrase, read_phrase
from quotecheck.findings.view import View
from quotecheck.records import Span

FOLLOWING = re.compile(r"(?:\s*,\s*(?=who)|\s+)([a-z]\w*)")
LONGEST = 80  # characters of what follows a phrase


def phrase_at(view: View, place: Span) -> NounPhrase:
    """The parts of the phrase at ``place``; a capital that begins a sentence makes no name."""
    words = place.of(view.text)
    if place.start == view.sentence_at(place.start).start and not view.names_in(Span(place.start, place.start + 1)):
        words = words[:1].lower() + words[1:]
    return read_phrase(words, view.rulebook)


def whole_phrase_at(view: View, place: Span) -> NounPhrase:
    """The same, with what follows the noun beyond ``place``: ", who sat on the board"."""
    phrase = phrase_at(view, place)
    end = max(place.end, min(view.sentence_at(place.start).end, place.end + LONGEST))
    if phrase.complement is None and (next_word := FOLLOWING.match(view.text, place.end, end)):
        following = read_phrase(f"{phrase.noun} {view.text[next_word.start(1) : end]}", view.rulebook)
        if following.noun == phrase.noun and following.complement:
            return NounPhrase(phrase.noun, phrase.numbers, phrase.modifiers, phrase.kinds, following.complement)
    return phrase
