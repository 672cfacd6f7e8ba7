"""What each metric is: its formula and what can be said about it, as ``rules/metrics.yaml`` has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from quotecheck.metrics.scale import FILE
from quotecheck.metrics.tallies import BY_CONVENTION, TALLIES
from quotecheck.metrics.weights import SCORE, Weight, read_weights
from quotecheck.records import CONTRACT_SHARES
from quotecheck.rulebook import Block, Rulebook
from quotecheck.rulebook.block import unknown_word

# Metrics with a field of their own in the report contract.
CONTRACT = (
    "words",
    "statements",
    "direct_quotations",
    "quoted_words",
    "unattributed_quotations",
    "sources",
    "named_sources",
    "anonymous_sources",
    *(each for each in CONTRACT_SHARES if each != SCORE),
    "single_source",
    "anonymous_only",
    "anonymous_in_lead",
)


class Unit(StrEnum):
    """What the value of a metric is."""

    COUNT = "count"  # the numerator alone
    SHARE = "share"  # 0 to 1
    RATE = "rate"  # so many per 100, or per 1,000
    MEAN = "mean"
    MEDIAN = "median"  # of levels of description


UNITS = tuple(each.value for each in Unit)


@dataclass(frozen=True, slots=True)
class Definition:
    """One metric; numerator and denominator are names of tallies."""

    id: str
    title: str
    unit: Unit
    numerator: str
    denominator: str | None  # None for a plain count
    per: int
    used_by: tuple[str, ...]
    limits: str

    @property
    def is_of_contract(self) -> bool:
        """Whether the report contract has a field for it."""
        return self.id in CONTRACT

    @property
    def is_by_convention(self) -> bool:
        """Whether it depends on whom the convention counts as unnamed."""
        return self.numerator in BY_CONVENTION or self.denominator in BY_CONVENTION


@dataclass(frozen=True, slots=True)
class Omission:
    """A metric that the article alone does not show."""

    metric: str
    why: str


@dataclass(frozen=True, slots=True, eq=False)
class Definitions:
    """All metrics in the order of the file, what the tallies count, and the weights of the score."""

    metrics: Mapping[str, Definition]
    tallies: Mapping[str, str]  # name -> what it counts
    left_out: tuple[Omission, ...]
    weights: tuple[Weight, ...]


@cache
def read_definitions(rulebook: Rulebook) -> Definitions:
    """The definitions; raises RuleError for an unknown tally or unit, or a metric of the contract that is missing."""
    document = rulebook.document(FILE)
    document.expect_keys(required=("settings", "conventions", "tallies", "metrics", "left_out", SCORE))
    tallies = document.block("tallies")
    tallies.expect_keys(required=tuple(TALLIES))
    metrics: dict[str, Definition] = {}
    for nth, block in enumerate(document.blocks("metrics")):
        definition = _definition(block)
        if definition.id in metrics or definition.id == SCORE:
            raise document.error(f"the metric '{definition.id}' stands here twice", "metrics", nth)
        metrics[definition.id] = definition
    for each in CONTRACT:
        if each not in metrics:
            raise document.error(f"the metric '{each}' is missing, which every report has", "metrics")
    return Definitions(
        metrics,
        {name: tallies.text(name) for name in tallies},
        tuple(_omission(block) for block in document.blocks("left_out")),
        read_weights(document),
    )


def _definition(block: Block) -> Definition:
    block.expect_keys(
        required=("id", "title", "unit", "numerator", "limits"), optional=("denominator", "per", "used_by")
    )
    unit = block.text("unit")
    if unit not in UNITS:
        raise block.error(unknown_word("unit", unit, UNITS), "unit")
    if (unit == Unit.COUNT) == ("denominator" in block):
        raise block.error("a count has no denominator, everything else has one", "unit")
    return Definition(
        id=block.text("id"),
        title=block.text("title"),
        unit=Unit(unit),
        numerator=_tally(block, "numerator"),
        denominator=_tally(block, "denominator") if "denominator" in block else None,
        per=int(block.number("per", 1)),
        used_by=block.texts("used_by"),
        limits=block.text("limits"),
    )


def _tally(block: Block, key: str) -> str:
    name = block.text(key)
    if name not in TALLIES:
        raise block.error(unknown_word("count", name, tuple(TALLIES)), key)
    return name


def _omission(block: Block) -> Omission:
    block.expect_keys(required=("metric", "why"))
    return Omission(block.text("metric"), block.text("why"))
