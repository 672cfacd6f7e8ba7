"""What somebody does and tells nothing: "the pilots boarded the ferry", "aides were reluctant to reveal more"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from quotecheck.records import Attribution, Cue, CueFamily, CueForm
from quotecheck.sources import groups as kinds
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Scope
from quotecheck.sources.reading import NOUN_TAGS, VERB_TAGS

QUALITY_TAGS = NOUN_TAGS | {"JJ", "JJR", "JJS"}  # "were wary of", "made the point"
PEOPLE = frozenset({kinds.PERSON, kinds.GROUP})
TOLD = frozenset({CueFamily.SPEECH, CueFamily.ACT})


def informing(scope: Scope, groups: Sequence[Group], attribution: Attribution) -> Sequence[Group]:
    """``groups`` without people who have no name where they tell nothing."""
    if not _tells_nothing(scope, attribution):
        return groups
    return [group for group in groups if group.name or group.candidates or group.kind not in PEOPLE]


def _tells_nothing(scope: Scope, attribution: Attribution) -> bool:
    """Whether the source only does something, keeps something back, or is the one who is talked to."""
    cue = attribution.cue
    if cue is None or cue.form is not CueForm.VERB or attribution.quotations:
        return False
    first, end = (bisect_left(scope.reading.starts, each) for each in (cue.span.start, cue.span.end))
    if attribution.family in TOLD:
        parts = scope.reading.lower[first:end]
        return not scope.words.unwilling.isdisjoint(parts) or _is_undergone(scope, cue)
    return (
        attribution.family is CueFamily.MENTAL and _is_deed(scope, first, end) and not _is_thought(scope, attribution)
    )


def _is_undergone(scope: Scope, cue: Cue) -> bool:
    """Whether the source of a cue is talked to or about: "was accused of"."""
    parts = cue.span.of(scope.reading.text).lower().split()
    return len(parts) > 1 and parts[-2] in scope.words.passives and parts[-1] in scope.words.undergone


def _is_deed(scope: Scope, first: int, end: int) -> bool:
    """Whether the verb of a cue is in no list of verbs of saying and thinking, and does not say how somebody is."""
    reading, words = scope.reading, scope.words
    verbs = [i for i in range(first, end) if reading.tags[i] in VERB_TAGS]
    if not verbs or any(reading.tags[i] in QUALITY_TAGS or reading.lemmas[i] in words.cues for i in range(first, end)):
        return False
    last = verbs[-1]
    if reading.tags[last] in ("VBD", "VBN") and reading.lemmas[last] == reading.lower[last]:
        return False  # the parse does not know the verb
    is_passive = reading.tags[last] == "VBN" and any(reading.lower[i] in words.passives for i in verbs[:-1])
    return reading.lemmas[last] not in words.states and not is_passive


def _is_thought(scope: Scope, attribution: Attribution) -> bool:
    """Whether what follows is a thought, whatever the verb: "made out that they would stay"."""
    reading = scope.reading
    firsts = (bisect_left(reading.starts, each.start) for each in attribution.content)
    return any(reading.lower[i] in scope.words.tellers for i in firsts)
