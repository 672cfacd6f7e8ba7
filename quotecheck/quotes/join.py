"""Joins quotations of several paragraphs: each paragraph opens them again, only the last closes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quotecheck.quotes.stretches import Stretch, leading
from quotecheck.records import Span


@dataclass(slots=True)
class Chain:
    """The stretches of one quotation, one a paragraph."""

    stretches: list[Stretch] = field(default_factory=list)

    @property
    def parts(self) -> tuple[Span, ...]:
        """Where the words stand, marks included."""
        return tuple(stretch.span for stretch in self.stretches)


def join_paragraphs(
    text: str, paragraphs: Sequence[Span], stretches: Sequence[Sequence[Stretch]], breaks: frozenset[int]
) -> list[Chain]:
    """One chain a quotation, given the stretches of each paragraph.

    ``breaks`` holds the numbers of paragraphs that go on with nothing before them.
    """
    chains: list[Chain] = []
    waiting: list[Chain] = []
    for nth, (paragraph, found) in enumerate(zip(paragraphs, stretches, strict=True)):
        heirs: dict[int, Chain] = {}
        if waiting and nth not in breaks:
            for chain, stretch in zip(waiting, leading(text, paragraph, found), strict=False):
                if chain.stretches[-1].family != stretch.family:
                    break
                heirs[id(stretch)] = chain
        waiting = []
        for stretch in found:
            chain = heirs.get(id(stretch)) or Chain()
            if not chain.stretches:
                chains.append(chain)
            chain.stretches.append(stretch)
            if stretch.ends_paragraph:
                waiting.append(chain)
    return chains
