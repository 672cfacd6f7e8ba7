"""How likely a draft is to be right: from the network's own certainty and the shape of what it found, or from its rule.

The constants are data, in ``rules/attributions/confidence.yaml``; ``benchmarks/confidence.py`` measures them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log

from quotecheck.attributions.draft import Draft
from quotecheck.records import CueFamily
from quotecheck.rulebook.block import Block
from quotecheck.rulebook.rulebook import Rulebook

DOCUMENT = "attributions/confidence.yaml"
READER = "reader"
LAYOUT = frozenset({"quotation-before-cue", "quotation-after-cue", "turn", "signature", "colon"})
LEAST, MOST = 0.02, 0.995  # the network's certainty is cut off here
TYPICAL, LONGEST = 50, 82  # characters of a content; a longer one is no surer
TRAITS = ("always", "certainty", "layout", "unseconded", "no_source", "length", "split", "thought")
KEYS = ("content", "attribution", "accepted_from", "believed_from", "unseconded", "rules_alone")


@dataclass(frozen=True, slots=True)
class Scale:
    """What each trait of a draft adds to the odds that it is right, in logarithms."""

    weights: tuple[float, ...]  # as in ``TRAITS``

    def likelihood(self, draft: Draft) -> float:
        """From 0 to 1, for a draft that the reader found or seconded."""
        return 1 / (1 + exp(-sum(w * t for w, t in zip(self.weights, traits(draft), strict=True))))


@dataclass(frozen=True, slots=True, eq=False)
class Scales:
    """The likelihoods that decide and those that are reported."""

    content: Scale  # that people mark the same words as content, nearly to the letter
    attribution: Scale  # that people mark this attribution, and the same source
    accepted_from: float  # of ``content``, for what only the reader finds
    believed_from: float  # of ``attribution``, likewise
    unseconded: Mapping[str, float]  # share of right ones, by rule, where the reader sees nothing
    rules_alone: Mapping[str, float]  # the same without a reader

    def accepts(self, read: Draft) -> bool:
        """Whether a draft that only the reader found is to be kept."""
        good = self.content.likelihood(read) >= self.accepted_from
        return good and self.attribution.likelihood(read) >= self.believed_from

    def confidence(self, draft: Draft, *, with_reader: bool) -> float:
        """How often an attribution like this one is right, from 0 to 1."""
        if draft.confidence is not None:
            return self.attribution.likelihood(draft)
        return (self.unseconded if with_reader else self.rules_alone)[draft.rule]


@cache
def scales_of(rulebook: Rulebook) -> Scales:
    """The scales of a rulebook; raises RuleError for one that is incomplete."""
    block = rulebook.document(DOCUMENT)
    block.expect_keys(required=KEYS)
    return Scales(
        _scale(block.block("content")),
        _scale(block.block("attribution")),
        block.number("accepted_from"),
        block.number("believed_from"),
        _shares(block.block("unseconded")),
        _shares(block.block("rules_alone")),
    )


def _scale(block: Block) -> Scale:
    block.expect_keys(required=TRAITS)
    return Scale(tuple(block.number(trait) for trait in TRAITS))


def _shares(block: Block) -> dict[str, float]:
    return {rule: block.number(rule) for rule in block}


def traits(draft: Draft) -> tuple[float, ...]:
    """The traits of a draft that has a confidence of the network's, in the order of ``TRAITS``."""
    certainty = min(max(draft.confidence or 0, LEAST), MOST)
    length = min(sum(span.end - span.start for span in draft.content), LONGEST)
    thought = draft.cue is not None and draft.cue.family in (CueFamily.MENTAL, CueFamily.INTENTION)
    return (
        1,
        log(certainty / (1 - certainty)),
        draft.rule in LAYOUT,
        draft.rule == READER,
        draft.source is None,
        log(max(length, 1) / TYPICAL),
        len(draft.content) > 1,
        thought,
    )
