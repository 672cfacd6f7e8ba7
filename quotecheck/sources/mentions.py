"""The phrase beside a cue: one mention, or a list of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from quotecheck.sources.mention import Mention, Scope
from quotecheck.sources.name import PERSON
from quotecheck.sources.reading import COMMAS, FINITE_TAGS, RELATIVE_TAGS, Reading
from quotecheck.sources.single import read_single, trim

EXAMPLES = frozenset({"like", "such", "including"})
DESCRIBING = frozenset({"amod", "compound"})
JOINERS = frozenset({"and", "or", "&"})


def read_mention(scope: Scope, first: int, end: int) -> Mention | None:
    """The mention in the tokens from ``first`` to before ``end``; ``None`` where there is no noun and no pronoun."""
    first, end = trim(scope.reading, first, end)
    if first >= end:
        return None
    members = _examples(scope, first, end) or _members(scope, first, end)
    if len(members) > 1:
        return replace(members[0], end=members[-1].end, whole_end=end, members=tuple(members), is_plural=True)
    return read_single(scope, first, end)


def _examples(scope: Scope, first: int, end: int) -> list[Mention]:
    """Those who are named as some of many people, if several: "critics, like Ilse Brandt and Karl Moor"."""
    reading, cast = scope.reading, scope.cast
    at = next((i for i in range(first + 1, end) if reading.lower[i] in EXAMPLES), None)
    whole = read_single(scope, first, at) if at is not None else None
    if at is None or whole is None or not _are_people(scope, whole):
        return []
    if whole.head != at - 1 and reading.words[at - 1] not in COMMAS:
        return []  # "friends of senators like Ilse Brandt and Karl Moor"
    people = {id(cast.figure_of[name]): name for name in cast.names_in(at, end) if name.label == PERSON}
    found = [read_single(scope, name.first, name.end) for name in people.values()]
    return [each for each in found if each is not None] if len(found) > 1 else []


def _are_people(scope: Scope, mention: Mention) -> bool:
    """Whether a phrase is for several people; "the leadership" speaks as one."""
    return mention.is_plural and scope.words.kind_of_class.get(mention.noun_class) == "person"


def _members(scope: Scope, first: int, end: int) -> list[Mention]:
    """The parts of a list of sources: "A and B", "A, B and their aides"."""
    reading = scope.reading
    inside = {i for name in scope.cast.names_in(first, end) for i in range(name.first + 1, name.end)}
    cuts = []
    for i in range(first, end):
        if reading.tags[i] in RELATIVE_TAGS or (i > first and reading.tags[i] in FINITE_TAGS):
            break
        if i not in inside and reading.lower[i] in JOINERS and i > first:
            cuts.append(i)
    if len(cuts) != 1 or _is_of_one_noun(reading, cuts[0], end):
        return []
    stop = next((i for i in range(cuts[0], end) if reading.tags[i] in RELATIVE_TAGS), end)
    edges = [
        first,
        *(i for i in range(first, cuts[0]) if reading.words[i] == "," and i not in inside),
        cuts[0],
        stop,
    ]
    pieces = [(trim(reading, a + (n > 0), b)) for n, (a, b) in enumerate(pairwise(edges))]
    found = [read_single(scope, a, b) for a, b in pieces if a < b]
    if _is_name_and_others(found):
        return [each for each in (found[0], found[-1]) if each]
    if not _is_list(scope, found):
        return []
    members = [each for each in found if each]
    return members[1:] if _is_heading(members) else members


def _is_of_one_noun(reading: Reading, joiner: int, end: int) -> bool:
    """Whether what is joined only describes the noun behind it: "Norvik and Halden leaders"."""
    before = joiner - 1
    return reading.relations[before] in DESCRIBING and joiner < reading.heads[before] < end


def _is_name_and_others(found: list[Mention | None]) -> bool:
    """Whether a list begins with a name and ends in the rest: "Ilse Brandt, head of the port, and other pilots"."""
    first, last = (found[0], found[-1]) if len(found) > 1 else (None, None)
    return (
        first is not None
        and last is not None
        and first.form == "name"
        and last.determiner == "another"
        and last.is_plural
    )


def _is_heading(members: list[Mention]) -> bool:
    """Whether the first part says what the others are: "two senators, Ilse Brandt and Karl Moor"."""
    first, *others = members
    is_of_all = first.form == "description" and first.is_plural and first.count in (None, len(others))
    return is_of_all and len(others) > 1 and all(each.form == "name" for each in others)


def _is_list(scope: Scope, found: list[Mention | None]) -> bool:
    """Whether every part can stand alone, and the last one is no more than the rest of a title."""
    parts = [part for part in found if part is not None]
    if (
        len(parts) != len(found)
        or len(parts) < 2
        or any(part.form == "pronoun" and part is not parts[0] for part in parts)
    ):
        return False
    reading = scope.reading
    first, last = parts[0], parts[-1]
    has_comma = any(reading.words[part.first - 1] == "," for part in parts[1:])
    if has_comma and first.form == "name" and any(part.form != "name" for part in parts[1:-1]):
        return False
    if all(part.form == "name" for part in parts):
        return True
    if first.form == "description" and last.form == "name" and first.owners and first.owners[-1].first > first.head:
        return False
    if (
        first.form == "description"
        and not first.is_plural
        and last.determiner in ("none", "definite")
        and (reading.lower[last.first] not in ("the", "a", "an"))
    ):
        return False
    return first.form == "name" or (first.determiner != "none" and last.determiner != "none")
