"""Tokens to spans: phrases without the punctuation around them, clauses without what is cut out of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Token

from quotecheck.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

EDGE = frozenset(",;:.!?—–-")
LINKING = frozenset({"CCONJ", "PUNCT", "SPACE"})  # "But, he said, ..." leaves a "But" that is no content


def trim(tokens: list[Token]) -> list[Token]:
    """``tokens`` without white space, commas and stops at either end."""
    start, end = 0, len(tokens)
    while start < end and (tokens[start].is_space or tokens[start].text[0] in EDGE):
        start += 1
    while end > start and (tokens[end - 1].is_space or tokens[end - 1].text in EDGE or tokens[end - 1].text == "--"):
        end -= 1
    return tokens[start:end]


def span_over(tokens: list[Token]) -> Span | None:
    """The characters from the first to the last of ``tokens``; ``None`` when nothing is left after trimming."""
    kept = trim(tokens)
    return Span(kept[0].idx, kept[-1].idx + len(kept[-1].text)) if kept else None


def runs(doc: Doc, places: Iterable[int]) -> tuple[Span, ...]:
    """Spans over the tokens at ``places``, rising; a gap of spaces and marks alone does not break a span."""
    found: list[list[int]] = []
    for i in places:
        if found and all(doc[j].is_space or doc[j].is_punct for j in range(found[-1][-1] + 1, i)):
            found[-1].append(i)
        else:
            found.append([i, i])
    pieces = ([doc[j] for j in range(run[0], run[-1] + 1)] for run in found)
    spans = (span_over(piece) for piece in pieces if any(t.pos_ not in LINKING for t in piece))
    return tuple(span for span in spans if span is not None)


def subtree(token: Token, *, without: Collection[Token] = ()) -> list[int]:
    """Places from the first to the last token under ``token``, but for what hangs on any of ``without``."""
    cut: set[int] = set()
    for other in without:
        cut.update(range(other.left_edge.i, other.right_edge.i + 1))
    return [i for i in range(token.left_edge.i, token.right_edge.i + 1) if i not in cut]
