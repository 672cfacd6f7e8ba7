"""What an article discloses about a source without a name: that the name is withheld, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quotecheck.sources import groups as kinds
from quotecheck.sources.groups import Group
from quotecheck.sources.mention import Scope
from quotecheck.sources.reading import COMMAS, FINITE_TAGS, MARKS, Reading

BACK = 4  # sentences between a source and the words that say that its name is withheld


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Words that say that a name is withheld, and the reason beside them."""

    first: int  # the token where they begin
    reason: str | None
    is_rote: bool
    is_for_all: bool = False  # "like all who took part, he answered anonymously"


def find_disclosures(scope: Scope) -> tuple[Disclosure, ...]:
    """Every place where the article says that a name is withheld."""
    return tuple(_disclosures(scope))


def _disclosures(scope: Scope) -> Iterator[Disclosure]:
    reading, words = scope.reading, scope.words
    sentence_before, open_one = -1, None
    for match in words.signals.finditer(reading.text):
        first = max(0, bisect_right(reading.starts, match.start()) - 1)
        last = max(0, bisect_right(reading.starts, match.end() - 1) - 1)
        is_rote_signal = words.rote.match(match.group()) is not None
        reason = _reason(scope, first, last, is_itself=is_rote_signal)
        found = Disclosure(
            first, reason, reason is not None and _is_rote(scope, reason), _is_for_all(scope, first, last)
        )
        if open_one is not None and reading.sentences[first] == sentence_before and first - open_one.first < 25:
            open_one = open_one if open_one.reason else Disclosure(open_one.first, found.reason, found.is_rote)
            continue
        if open_one is not None:
            yield open_one
        open_one, sentence_before = found, reading.sentences[first]
    if open_one is not None:
        yield open_one


def _is_for_all(scope: Scope, first: int, last: int) -> bool:
    """Whether the sentence says that everybody in the article is treated so."""
    reading = scope.reading
    start = reading.first_of_sentence[reading.sentences[first]]
    said = reading.lower[start : last + 1]
    return any(a in ("all", "every", "each") and b in scope.words.respondents for a, b in pairwise(said))


def _reason(scope: Scope, first: int, last: int, *, is_itself: bool) -> str | None:
    """The words behind the signal that begin as a reason does; the signal itself where it is one."""
    reading, words = scope.reading, scope.words
    end = _reason_end(reading, last + 1)
    if is_itself:
        start = first if reading.lower[first] != "n't" else first - 1
        return reading.said(start, end)
    at = last + 1
    if at < len(reading) and reading.words[at] == ",":
        at += 1
        end = _reason_end(reading, at)
    if at < end and words.reasons.match(reading.text, reading.starts[at]):
        return reading.said(at, end)
    return _reason_before(scope, first)


def _reason_before(scope: Scope, first: int) -> str | None:
    """ "Because the talks are private, the officials asked not to be named"."""
    reading = scope.reading
    start = reading.first_of_sentence[reading.sentences[first]]
    if reading.lower[start] not in ("because", "citing", "fearing", "since", "given") and not (
        reading.lower[start] == "for" and reading.lower[start + 1] == "fear"
    ):
        return None
    end = _reason_end(reading, start)
    return reading.said(start, end) if end < first else None


def _reason_end(reading: Reading, at: int) -> int:
    end = at
    while (
        end < len(reading)
        and reading.words[end] not in COMMAS
        and reading.words[end] not in MARKS
        and (reading.words[end] not in (".", "!", "?", ")", "''"))
        and reading.sentences[end] == reading.sentences[at]
    ):
        if end > at and reading.tags[end] in FINITE_TAGS and reading.lower[end] in ("said", "told", "added"):
            break
        end += 1
    return end


def _is_rote(scope: Scope, reason: str) -> bool:
    """Whether the formula is all: no danger is named beside it."""
    has_danger = any(part in reason.lower() for part in scope.words.dangers)
    return scope.words.rote.search(reason) is not None and not has_danger


def disclose(scope: Scope, groups: Sequence[Group], disclosures: Sequence[Disclosure]) -> dict[int, Disclosure]:
    """id of a group -> what the article says about its name."""
    places = sorted(((mention.head, n) for n, group in enumerate(groups) for mention in group.mentions))
    heads = [head for head, _ in places]
    found: dict[int, Disclosure] = {}
    for each in disclosures:
        at = bisect_right(heads, each.first)
        group = _owner(scope, groups, places, at, each)
        if group is not None:
            known = found.get(id(group))
            if known is None or known.reason is None:
                found[id(group)] = each
    for each in disclosures:
        if each.is_for_all:
            for group in groups:
                if _is_open(group) and group.noun_class in ("people", "confidential", "crowd"):
                    found.setdefault(id(group), each)
    return found


def _owner(
    scope: Scope, groups: Sequence[Group], places: Sequence[tuple[int, int]], at: int, disclosure: Disclosure
) -> Group | None:
    """The unnamed group that speaks in the same sentence, before or behind; else the one before."""
    reading = scope.reading
    sentence = reading.sentences[disclosure.first]
    for head, n in reversed(places[max(0, at - 6) : at]):
        if reading.sentences[head] != sentence:
            break
        if _is_open(groups[n]):
            return groups[n]
        if groups[n].figure is not None:
            break
    for head, n in places[at : at + 3]:
        if reading.sentences[head] == sentence and _is_open(groups[n]):
            return groups[n]
    for head, n in reversed(places[max(0, at - 8) : at]):
        if sentence - reading.sentences[head] > BACK:
            break
        if _is_open(groups[n]):
            return groups[n]
    return None


def _is_open(group: Group) -> bool:
    return group.figure is None and group.kind in (kinds.PERSON, kinds.GROUP) and not group.candidates
