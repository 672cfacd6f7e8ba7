"""Cue verbs of a text: which words may tie a source to a content, and how much of the verb group is the cue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from quotecheck.attributions.syntax import Syntax
from quotecheck.document.parse import Parse, span_of
from quotecheck.records import Cue, CueFamily, CueForm
from quotecheck.rulebook.block import Value
from quotecheck.rulebook.rulebook import Rulebook

VERBS, NOUNS = "cue-verbs", "cue-nouns"
VERBAL = frozenset({"VERB", "AUX"})
REACH = 4  # words that a verb group may hold before its verb


@dataclass(frozen=True, slots=True)
class Pattern:
    """What the lexicon says of a cue: its family and the shapes that its content may have."""

    lemma: str
    family: CueFamily
    frames: frozenset[str]
    prepositions: frozenset[str]
    tells: bool = False  # whether an object alone says what was said


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb of the text with its pattern."""

    token: Token
    pattern: Pattern


@cache
def patterns_of(rulebook: Rulebook, lexicon: str) -> dict[str, Pattern]:
    """The patterns of a lexicon of cues: lemma, or "lemma particle", to pattern."""
    return {
        word: Pattern(
            word,
            CueFamily(str(entry.fields["family"])),
            _words(entry.fields["frames"]),
            _words(entry.fields["prepositions"]),
            bool(entry.fields.get("tells")),
        )
        for word, entry in rulebook.lexicon(lexicon).items()
    }


def _words(value: Value) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, tuple) else frozenset()


def find_cue_verbs(parse: Parse, rulebook: Rulebook, syntax: Syntax) -> Iterator[CueVerb]:
    """The verbs of the lexicon, in text order."""
    patterns = patterns_of(rulebook, VERBS)
    for token in parse.doc:
        if token.pos_ not in VERBAL:
            continue
        pattern = patterns.get(token.lemma_.lower())
        particle = syntax.child(token, "particle")
        if particle is not None:
            pattern = patterns.get(f"{token.lemma_.lower()} {particle.lower_}", pattern)
        if pattern is not None:
            yield CueVerb(token, pattern)


def cue_of(verb: CueVerb, syntax: Syntax, *, preposition: Token | None = None) -> Cue:
    """The cue as written: the verb with its auxiliaries, negation, adverbs beside it, particle and preposition."""
    doc, token = verb.token.doc, verb.token
    wanted = {t.i for t in syntax.children(token, "auxiliary", "adverb", "negation", "marker") if t.i < token.i}
    first = token.i
    while first - 1 in wanted and token.i - first < REACH and doc[first - 1].lower_ not in ("that", "as", "when", "if"):
        first -= 1
    last = token.i
    particle = syntax.child(token, "particle")
    for after in (particle, preposition):
        if after is not None and after.i == last + 1:
            last = after.i
    return Cue(span_of(doc[first], doc[last]), verb.pattern.lemma, CueForm.VERB, verb.pattern.family)
