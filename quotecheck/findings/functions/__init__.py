"""Rules that conditions cannot say: the card names a function, which looks for subjects itself.

A function gets the article and the numbers of the card's ``settings``, and yields subjects in any order; facts
that it found out itself go into ``Subject.facts`` and must be declared in ``FOUND``, so that cards can use them
in conditions and messages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from quotecheck.findings.functions.ambiguous_pronouns import ambiguous_pronouns
from quotecheck.findings.functions.crowds import crowds
from quotecheck.findings.functions.fragments import fragments
from quotecheck.findings.functions.headline_quotations import headline_quotations
from quotecheck.findings.functions.mismatched_quotations import mismatched_quotations
from quotecheck.findings.functions.plurals_for_one import plurals_for_one
from quotecheck.findings.functions.repeated_formulas import repeated_formulas
from quotecheck.findings.functions.unanswered_allegations import unanswered_allegations
from quotecheck.findings.functions.uncountable_sources import uncountable_sources
from quotecheck.findings.functions.unsourced_headline import unsourced_headline
from quotecheck.findings.subject import Subject
from quotecheck.findings.view import View

Function: TypeAlias = Callable[[View, Mapping[str, float]], Iterator[Subject]]

FUNCTIONS: Mapping[str, Function] = {
    "crowds": crowds,
    "ambiguous_pronouns": ambiguous_pronouns,
    "fragments": fragments,
    "headline_quotations": headline_quotations,
    "mismatched_quotations": mismatched_quotations,
    "plurals_for_one": plurals_for_one,
    "repeated_formulas": repeated_formulas,
    "unanswered_allegations": unanswered_allegations,
    "unsourced_headline": unsourced_headline,
    "uncountable_sources": uncountable_sources,
}
FOUND: Mapping[str, tuple[str, ...]] = {  # function -> the facts that it adds
    "fragments": ("fragments",),
    "mismatched_quotations": ("other",),
    "ambiguous_pronouns": ("people",),
    "repeated_formulas": ("formula", "times"),
    "unanswered_allegations": ("accused",),
    "plurals_for_one": ("one", "plural"),
    "uncountable_sources": ("descriptions", "number"),
}
