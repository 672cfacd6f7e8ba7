"""Sources that are several at first and one later on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from quotecheck.findings.noun_phrase import read_phrase
from quotecheck.findings.subject import SOURCE, Subject
from quotecheck.findings.view import View
from quotecheck.records import Attribution, SourceType

HIDDEN = (SourceType.ANONYMOUS_SOURCE, SourceType.UNNAMED_PERSON, SourceType.UNNAMED_GROUP)
DEFINITE = re.compile(r"(?:the|this|that) (\w+)", re.IGNORECASE)
NOUNS, SINGLE = "policy-generic-nouns", "policy-one-of-many"


def plurals_for_one(view: View, _: Mapping[str, float]) -> Iterator[Subject]:
    """ "The source said" where before it only "sources" spoke, and no single one was introduced."""
    said = sorted(
        (each for each in view.statements if each.source is not None and view.sources_of(each)),
        key=lambda each: each.statement,
    )
    told: set[str] = set()
    for nth, attribution in enumerate(said):
        one = _single(view, attribution)
        if one is None or one in told:
            continue
        told.add(one)
        plurals = [n for n in range(nth) if _is_plural(view, said[n], one)]
        if plurals and not _is_introduced(view, one, attribution, said[plurals[-1] + 1 : nth]):
            found = {"plural": _words(view, said[plurals[0]]), "one": _words(view, attribution)}
            place = attribution.source or attribution.statement
            yield Subject(SOURCE, place, view.sources_of(attribution)[0], attribution, facts=found)


def _single(view: View, attribution: Attribution) -> str | None:
    """The noun of "the source", where the source has no name."""
    found = DEFINITE.fullmatch(_words(view, attribution))
    if found is None or view.sources_of(attribution)[0].type not in HIDDEN:
        return None
    noun = found.group(1).lower()
    return noun if noun in view.rulebook.lexicon(NOUNS) else None


def _is_plural(view: View, attribution: Attribution, noun: str) -> bool:
    words = _words(view, attribution)
    return read_phrase(words, view.rulebook).noun == noun and noun not in words.lower().split()


def _is_introduced(view: View, noun: str, attribution: Attribution, between: Sequence[Attribution]) -> bool:
    """Whether the noun stood in the singular before, or one person without a name spoke since the plural."""
    singles = view.rulebook.lexicon(SINGLE)
    return any(_words(view, each).lower().split(" ")[0] in singles for each in between) or any(
        start < attribution.statement.start for start in view.words.get(noun, ())
    )


def _words(view: View, attribution: Attribution) -> str:
    return " ".join(attribution.source.of(view.text).split()) if attribution.source is not None else ""
