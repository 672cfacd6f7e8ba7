"""Where ``rules/metrics.yaml`` and the word lists draw the lines between what counts and what does not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quotecheck.records import Convention, SourceType
from quotecheck.rulebook import Block, Rulebook
from quotecheck.rulebook.block import unknown_word
from quotecheck.rulebook.phrases import compile_phrases

FILE = "metrics.yaml"
TYPES = tuple(each.value for each in SourceType)
HEARSAY = ("policy-hearsay", "policy-agentless")
CORROBORATION, NEUTRAL = "metric-corroboration", "metric-neutral-verbs"
DISCLOSURES, SPOKESPEOPLE = "source-anonymity-signals", "source-spokespeople"


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Whom a convention counts as unnamed."""

    about: str
    types: frozenset[SourceType]
    has_spokespeople: bool  # those without a name who speak for a named organization


@dataclass(frozen=True, slots=True)
class Scale:
    """Thresholds and words that tallies go by."""

    fully_identified: int  # level of description
    high_transparency: int  # sources
    vague: int  # level of description
    quotation_words: int
    bare_bases: tuple[str, ...]
    opinion: frozenset[str]  # sections
    unnamed: Mapping[Convention, Unnamed]
    hearsay: re.Pattern[str]
    corroboration: re.Pattern[str]
    disclosures: re.Pattern[str]
    spokespeople: re.Pattern[str]
    neutral_verbs: frozenset[str]


@cache
def read_scale(rulebook: Rulebook) -> Scale:
    """The lines as the rulebook draws them; raises RuleError for what is missing or unknown."""
    document = rulebook.document(FILE)
    settings, conventions = document.block("settings"), document.block("conventions")
    levels = ("fully_identified", "high_transparency", "vague", "quotation_words")
    settings.expect_keys(required=(*levels, "bare_bases", "opinion"))
    conventions.expect_keys(required=tuple(each.value for each in Convention))
    return Scale(
        fully_identified=int(settings.number("fully_identified")),
        high_transparency=int(settings.number("high_transparency")),
        vague=int(settings.number("vague")),
        quotation_words=int(settings.number("quotation_words")),
        bare_bases=settings.texts("bare_bases"),
        opinion=frozenset(settings.texts("opinion")),
        unnamed={each: _unnamed(conventions.block(each.value)) for each in Convention},
        hearsay=compile_phrases(word for name in HEARSAY for word in rulebook.lexicon(name)),
        corroboration=compile_phrases(rulebook.lexicon(CORROBORATION)),
        disclosures=compile_phrases(rulebook.lexicon(DISCLOSURES)),
        spokespeople=compile_phrases(rulebook.lexicon(SPOKESPEOPLE)),
        neutral_verbs=frozenset(rulebook.lexicon(NEUTRAL)),
    )


def _unnamed(block: Block) -> Unnamed:
    block.expect_keys(required=("about", "types"), optional=("spokespeople",))
    types = block.texts("types")
    for nth, each in enumerate(types):
        if each not in TYPES:
            raise block.error(unknown_word("type of source", each, TYPES), "types", nth)
    return Unnamed(block.text("about"), frozenset(map(SourceType, types)), block.get("spokespeople") is True)
