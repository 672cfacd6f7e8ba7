"""What rules can ask: one name a fact, for the conditions and the messages of the cards.

A fact about a record that the subject has not (the cue of a source) is ``None``, as is one that the article
does not give.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from quotecheck.findings.facts.about_antecedents import ANTECEDENT_FACTS
from quotecheck.findings.facts.about_articles import ARTICLE_FACTS
from quotecheck.findings.facts.about_attributions import ATTRIBUTION_FACTS
from quotecheck.findings.facts.about_descriptions import DESCRIPTION_FACTS
from quotecheck.findings.facts.about_introductions import INTRODUCTION_FACTS
from quotecheck.findings.facts.about_places import PLACE_FACTS
from quotecheck.findings.facts.about_quotations import QUOTATION_FACTS
from quotecheck.findings.facts.about_sources import SOURCE_FACTS
from quotecheck.findings.facts.about_speakers import SPEAKER_FACTS
from quotecheck.findings.facts.about_support import SUPPORT_FACTS
from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import AttributionKind, CueFamily, CueForm, QuotationKind, Signal, SourceKind, SourceType

FactReader: TypeAlias = Callable[[View, Subject], Fact]

FACTS: Mapping[str, FactReader] = {
    **SOURCE_FACTS,
    **DESCRIPTION_FACTS,
    **ANTECEDENT_FACTS,
    **INTRODUCTION_FACTS,
    **ATTRIBUTION_FACTS,
    **QUOTATION_FACTS,
    **SPEAKER_FACTS,
    **PLACE_FACTS,
    **SUPPORT_FACTS,
    **ARTICLE_FACTS,
}

# Facts that are one of a few words: a card that asks for another would never speak.
WORDS_OF: Mapping[str, tuple[str, ...]] = {
    "type": tuple(each.value for each in SourceType),
    "source_kind": tuple(each.value for each in SourceKind),
    "signal": tuple(each.value for each in Signal),
    "kind": tuple(each.value for each in AttributionKind),
    "family": tuple(each.value for each in CueFamily),
    "cue_form": tuple(each.value for each in CueForm),
    "quotation_kind": tuple(each.value for each in QuotationKind),
}


def fact(name: str, view: View, subject: Subject) -> Fact:
    """The fact called ``name``, which is one of FACTS or one that a function found out."""
    return subject.facts[name] if name in subject.facts else FACTS[name](view, subject)
