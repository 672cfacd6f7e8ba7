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
from quotecheck.findings.functions.outlets_as_sources import outlets_as_sources
from quotecheck.findings.functions.plurals_for_one import plurals_for_one
from quotecheck.findings.functions.refused_and_quoted import refused_and_quoted
from quotecheck.findings.functions.repeated_formulas import repeated_formulas
from quotecheck.findings.functions.unanswered_allegations import unanswered_allegations
from quotecheck.findings.functions.uncountable_sources import uncountable_sources
from quotecheck.findings.functions.undescribed_documents import undescribed_documents
from quotecheck.findings.functions.unsourced_headline import unsourced_headline
from quotecheck.findings.subject import Subject
from quotecheck.findings.view import View

Function: TypeAlias = Callable[[View, Mapping[str, float]], Iterator[Subject]]

FUNCTIONS: Mapping[str, Function] = {
    "ambiguous_pronouns": ambiguous_pronouns,
    "crowds": crowds,
    "fragments": fragments,
    "headline_quotations": headline_quotations,
    "mismatched_quotations": mismatched_quotations,
    "outlets_as_sources": outlets_as_sources,
    "plurals_for_one": plurals_for_one,
    "refused_and_quoted": refused_and_quoted,
    "repeated_formulas": repeated_formulas,
    "unanswered_allegations": unanswered_allegations,
    "uncountable_sources": uncountable_sources,
    "undescribed_documents": undescribed_documents,
    "unsourced_headline": unsourced_headline,
}
FOUND: Mapping[str, tuple[str, ...]] = {  # function -> the facts that it adds
    "ambiguous_pronouns": ("people",),
    "fragments": ("fragments",),
    "mismatched_quotations": ("other",),
    "plurals_for_one": ("one", "plural"),
    "refused_and_quoted": ("refuser",),
    "repeated_formulas": ("formula", "times"),
    "unanswered_allegations": ("accused",),
    "uncountable_sources": ("descriptions", "number"),
}
