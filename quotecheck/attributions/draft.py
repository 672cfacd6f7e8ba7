"""An attribution in the making, before sources, sentences and quotations are settled."""

from __future__ import annotations

from dataclasses import dataclass

from quotecheck.attributions.quoted import Piece
from quotecheck.records import Cue, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A content with its cue and source.

    ``pieces`` are the quotations that it holds; ``confidence`` is the network's, ``None`` for a rule's own draft.
    """

    rule: str
    cue: Cue | None
    source: Span | None
    content: tuple[Span, ...]
    pieces: tuple[Piece, ...] = ()
    confidence: float | None = None

    @property
    def anchor(self) -> int:
        """Where the attribution is made: the first character of its cue, else of its content."""
        return self.cue.span.start if self.cue else self.content[0].start
