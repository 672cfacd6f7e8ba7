"""Where ``rules/metrics.yaml`` and the word lists draw the lines between what counts and what does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quotecheck.records import Convention, SourceType
from quotecheck.rulebook import Block, Rulebook
from quotecheck.rulebook.block import unknown_word
from quotecheck.rulebook.wordings import WordIndex, index_of_lists

FILE = "metrics.yaml"
TYPES = tuple(each.value for each in SourceType)
CORROBORATION, NEUTRAL = "metric-corroboration", "metric-neutral-verbs"


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
    opinion: frozenset[str]  # sections
    unnamed: Mapping[Convention, Unnamed]
    formulas: WordIndex  # how a source knows, in the usual words
    hearsay: WordIndex
    corroboration: WordIndex
    disclosures: WordIndex
    spokespeople: WordIndex
    neutral_verbs: frozenset[str]
    accusing_verbs: frozenset[str]
    wrongs: WordIndex
    responses: WordIndex


@cache
def read_scale(rulebook: Rulebook) -> Scale:
    """The lines as the rulebook draws them; raises RuleError for what is missing or unknown."""
    document = rulebook.document(FILE)
    settings, conventions = document.block("settings"), document.block("conventions")
    levels = ("fully_identified", "high_transparency", "vague", "quotation_words")
    settings.expect_keys(required=(*levels, "opinion"))
    conventions.expect_keys(required=tuple(each.value for each in Convention))
    return Scale(
        fully_identified=int(settings.number("fully_identified")),
        high_transparency=int(settings.number("high_transparency")),
        vague=int(settings.number("vague")),
        quotation_words=int(settings.number("quotation_words")),
        opinion=frozenset(settings.texts("opinion")),
        unnamed={each: _unnamed(conventions.block(each.value)) for each in Convention},
        formulas=_phrases(rulebook, "policy-familiar"),
        hearsay=_phrases(rulebook, "policy-hearsay", "policy-agentless"),
        corroboration=_phrases(rulebook, CORROBORATION),
        disclosures=_phrases(rulebook, "source-anonymity-signals"),
        spokespeople=_phrases(rulebook, "source-spokespeople"),
        neutral_verbs=frozenset(rulebook.lexicon(NEUTRAL)),
        accusing_verbs=frozenset(rulebook.lexicon("policy-accusing-verbs")),
        wrongs=_phrases(rulebook, "policy-allegations"),
        responses=_phrases(rulebook, "policy-responses"),
    )


def _phrases(rulebook: Rulebook, *lexicons: str) -> WordIndex:
    return index_of_lists(lexicons, rulebook)


def _unnamed(block: Block) -> Unnamed:
    block.expect_keys(required=("about", "types"), optional=("spokespeople",))
    types = block.texts("types")
    for nth, each in enumerate(types):
        if each not in TYPES:
            raise block.error(unknown_word("type of source", each, TYPES), "types", nth)
    return Unnamed(block.text("about"), frozenset(map(SourceType, types)), block.get("spokespeople") is True)
