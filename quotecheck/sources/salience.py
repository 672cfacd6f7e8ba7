"""Whom a pronoun or an epithet means: everybody before it is weighed by how much attention they have."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from quotecheck.records import Attribution, Quotation, Span
from quotecheck.rulebook import Rulebook
from quotecheck.sources.callings import Calling
from quotecheck.sources.cast import Cast
from quotecheck.sources.figure import Figure
from quotecheck.sources.groups import Group
from quotecheck.sources.name import Name
from quotecheck.sources.reading import Reading

OBJECTS = frozenset({"obj", "dobj"})
Target = Figure | Group
FARTHEST = 5  # sentences back
MOST = 25  # names looked at
LONGEST_TITLE = 3  # tokens


@dataclass(frozen=True, slots=True)
class Candidate:
    """Whom it may be, and the weight of the best place where they were mentioned."""

    target: Target
    weight: float


@cache
def weights_of(rulebook: Rulebook) -> Mapping[str, float]:
    """The weights in ``pronouns.yaml``."""
    block = rulebook.document("sources/pronouns.yaml").block("weights")
    return {name: block.number(name) for name in block}


@dataclass(frozen=True, slots=True, eq=False)
class Salience:
    """What the weighing looks at."""

    reading: Reading
    cast: Cast
    callings: Sequence[Calling]
    weights: Mapping[str, float]
    quoted: Sequence[Span]  # what stands in quotation marks, in text order
    told: Sequence[Span]  # what the article says that somebody said or thought, in text order

    def rank(
        self,
        i: int,
        recent: Sequence[Group],
        attribution: Attribution,
        fits: Callable[[Target], bool],
        sex: str | None = None,
    ) -> list[Candidate]:
        """Everybody before token ``i`` whom it ``fits``, the likeliest first; being known to be of ``sex`` helps."""
        best: dict[int, Candidate] = {}
        for target, weight in self._figures(i, attribution):
            _keep(best, target, weight, fits)
        for nth, group in enumerate(reversed(recent[-4:])):
            weight = self.place(self._spoken(group), i) + self.weights["spoke_last"] / (1 + nth)
            if group.name is None:
                weight += self.weights["unnamed"]
            if self.reading.sentences[i] - self.reading.sentences[group.last] <= FARTHEST:
                _keep(best, group.figure or group, weight, fits)
        known = self.weights["sex_known"]
        ranked = [
            Candidate(each.target, each.weight + known if sex and each.target.sex == sex else each.weight)
            for each in best.values()
        ]
        return sorted(ranked, key=lambda candidate: -candidate.weight)

    def _figures(self, i: int, attribution: Attribution) -> list[tuple[Target, float]]:
        reading = self.reading
        found: list[tuple[Target, float]] = []
        for name in self.cast.names_before(i, MOST):
            figure = self.cast.figure_of.get(name)
            if figure is not None and reading.sentences[i] - reading.sentences[name.first] <= FARTHEST:
                weight = self._weight(name.first, self._core(name), name.end, i, attribution)
                found.append((figure, weight + self.weights["named_often"] * min(len(figure.names), 12) / 12))
        at = bisect_left(self.callings, i, key=lambda calling: calling.head)
        for calling in self.callings[max(0, at - MOST) : at]:
            if reading.sentences[i] - reading.sentences[calling.head] <= FARTHEST:
                weight = self._weight(calling.head, calling.head, calling.head + 1, i, attribution)
                found.append((calling.figure, weight + self.weights["called"]))
        return found

    def _weight(self, first: int, core: int, end: int, i: int, attribution: Attribution) -> float:
        """How much attention whoever is mentioned from ``first`` to before ``end`` has at token ``i``."""
        reading, weight = self.reading, self.place(core, i)
        start = reading.starts[first]
        if any(span.start <= start < span.end for span in attribution.content):
            weight += self.weights["in_own_content"]
        elif _covers(self.quoted, start):
            weight += self.weights["in_quotation"]
        elif _covers(self.told, start):
            weight += self.weights["in_content"]
        if end < len(reading) and reading.tags[end] == "POS":
            weight += self.weights["possessive"]
        return weight

    def place(self, j: int, i: int) -> float:
        """How much attention what stands at token ``j`` still has at token ``i``."""
        reading, weights = self.reading, self.weights
        weight = weights["sentence_back"] * (reading.sentences[i] - reading.sentences[j])
        if reading.paragraphs[i] == reading.paragraphs[j]:
            weight += weights["same_paragraph"]
        if reading.subjects[j]:
            weight += weights["subject"]
        elif reading.relations[j] in OBJECTS:
            weight += weights["object"]
        return weight + weights["token_back"] * min(i - j, 100)

    def _core(self, name: Name) -> int:
        """The token of a name that is a subject: its own, or the title before it that the tree makes the subject."""
        subjects, heads = self.reading.subjects, self.reading.heads
        own = next((i for i in range(name.first, name.end) if subjects[i]), None)
        if own is not None:
            return own
        title = heads[name.first]
        return title if name.first - LONGEST_TITLE <= title < name.first and subjects[title] else name.end - 1

    def _spoken(self, group: Group) -> int:
        """The token of the last mention of a group that is a subject, or its head."""
        last = group.mentions[-1]
        return next((i for i in range(last.first, last.end) if self.reading.subjects[i]), last.head)


def _covers(spans: Sequence[Span], start: int) -> bool:
    """Whether one of ``spans``, which rise, holds the character at ``start``."""
    at = bisect_right(spans, start, key=lambda span: span.end)
    return at < len(spans) and spans[at].start <= start


def told_spans(attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """What is said or thought, in text order."""
    told = (span for each in attributions for span in each.content)
    return tuple(sorted(told, key=lambda span: (span.end, span.start)))


def quoted_spans(quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """What is quoted, in text order."""
    spoken = (each.span for each in quotations if each.kind.is_spoken)
    return tuple(sorted(spoken, key=lambda span: (span.end, span.start)))


def _keep(best: dict[int, Candidate], target: Target, weight: float, fits: Callable[[Target], bool]) -> None:
    known = best.get(id(target))
    if (known is None or known.weight < weight) and fits(target):
        best[id(target)] = Candidate(target, weight)
