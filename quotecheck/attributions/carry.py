"""Quotations without a cue of their own that go on from the speaker before them."""

from __future__ import annotations

from quotecheck.attributions.draft import Draft
from quotecheck.attributions.quoted import STOPS, Piece, Row
from quotecheck.records import CueForm, QuotationKind, Span

JOINING = frozenset({"and", "or", "but", ",", "—", "–", "--", "…", "...", "then"})
PRONOUNS = frozenset({"he", "she", "they", "it"})


def carries_on(row: Row, nth: int, before: Draft) -> bool:
    """Whether piece ``nth`` of ``row`` continues ``before``, found for piece ``nth - 1``: "A," she said. "B.".

    Not when another sentence with a subject of its own stands between ("A," X said. Y nodded. "C.").
    """
    tokens = row.gaps[nth].tokens
    if tokens and all(token.lower_ in JOINING for token in tokens):
        return True
    stops = [k for k, token in enumerate(tokens) if token.text in STOPS]
    if row.pieces[nth].quotation.kind is not QuotationKind.DIRECT:
        return False
    if not tokens:
        return True
    if not stops or stops[-1] != len(tokens) - 1:
        return False
    between = tokens[stops[0] + 1 :]
    subjects = {t.lower_ for t in between if t.dep_.startswith("nsubj")}
    return len(stops) == 1 or (len(stops) == 2 and bool(subjects) and subjects <= PRONOUNS)


def extend(draft: Draft, piece: Piece) -> Draft:
    """``draft`` with ``piece`` as a further content span."""
    return Draft(draft.rule, draft.cue, draft.source, tuple(sorted({*draft.content, piece.span})), (*draft.pieces, piece))


def carry_over(row: Row, before: Draft | None) -> Draft | None:
    """A paragraph that is one quotation and nothing else goes on from the paragraph before it."""
    if before is None or not before.pieces or any(gap.tokens for gap in row.gaps):
        return None
    if before.cue is not None and before.cue.form is CueForm.NOUN:
        return None
    spans: tuple[Span, ...] = tuple(piece.span for piece in row.pieces)
    return Draft("carried-quotation", None, before.source, spans, tuple(row.pieces))
