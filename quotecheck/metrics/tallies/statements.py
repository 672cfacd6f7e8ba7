"""Counts of statements: what was said, written or shown, and by whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from quotecheck.metrics.case import Case
from quotecheck.metrics.evidence import Evidence
from quotecheck.metrics.tallies.tally import Tally
from quotecheck.records import NAMED_TYPES, UNNAMED_TYPES, Attribution, CueForm, Source, SourceType

SIDE = "side"  # what raises the level of a description when it says where a source stands


def attributions(case: Case) -> Iterator[Evidence]:
    return (Evidence(each.statement) for each in case.audit.attributions if each.family.is_statement)


def statements(case: Case) -> Iterator[Evidence]:
    return (evidence(*each) for each in case.statements())


def top_source_statements(case: Case) -> Iterator[Evidence]:
    """Of the source that has most; of the first one where several have as many."""
    most: list[Evidence] = []
    for source in case.audit.sources:
        theirs = [evidence(source, each) for each in source.attributions if each.family.is_statement]
        most = max(most, theirs, key=len)
    return iter(most)


def cue_verbs(case: Case) -> Iterator[Evidence]:
    return (Evidence(each.cue.span) for each in _by_verb(case) if each.cue)


def neutral_verbs(case: Case) -> Iterator[Evidence]:
    neutral = case.scale.neutral_verbs
    return (Evidence(each.cue.span) for each in _by_verb(case) if each.cue and each.cue.lemma in neutral)


def nameless_statements(case: Case) -> Iterator[Evidence]:
    return (evidence(*each) for each in case.nameless_statements())


def nameless_vague_statements(case: Case) -> Iterator[Evidence]:
    return (evidence(*each) for each in case.nameless_statements() if _is_vaguest(case, each[0]))


def nameless_statements_with_side(case: Case) -> Iterator[Evidence]:
    return (
        Evidence(each.statement, source.motive or source.description)
        for source, each in case.nameless_statements()
        if source.motive or SIDE in source.dimensions
    )


def evidence(source: Source, attribution: Attribution) -> Evidence:
    """A statement and whose it is."""
    return Evidence(attribution.statement, source.shown)


def _of(types: Collection[SourceType]) -> Tally:
    return lambda case: (evidence(source, each) for source, each in case.statements() if source.type in types)


def _by_verb(case: Case) -> Iterator[Attribution]:
    """Each attribution once whose cue is a verb of saying or showing."""
    for each in case.audit.attributions:
        if each.family.is_statement and each.cue is not None and each.cue.form is CueForm.VERB:
            yield each


def _is_vaguest(case: Case, source: Source) -> bool:
    """S1, S2, or a bare "familiar with": how the source knows is all that is told, in the usual words."""
    is_bare = source.dimensions == ("basis",) and case.scale.formulas.occurs_in(source.basis or "")
    return is_bare or case.is_vague(source)


TALLIES: Mapping[str, Tally] = {
    "attributions": attributions,
    "statements": statements,
    **{f"statements_of_{each.value}": _of((each,)) for each in SourceType},
    "named_statements": _of(NAMED_TYPES),
    "unnamed_statements": _of(UNNAMED_TYPES),
    "top_source_statements": top_source_statements,
    "cue_verbs": cue_verbs,
    "neutral_verbs": neutral_verbs,
}
NAMELESS: Mapping[str, Tally] = {
    "nameless_statements": nameless_statements,
    "nameless_vague_statements": nameless_vague_statements,
    "nameless_statements_with_side": nameless_statements_with_side,
}
