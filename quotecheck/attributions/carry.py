"""Quotations without a cue of their own that go on from the speaker before them."""

from __future__ import annotations

from quotecheck.attributions.colons import introduced_by_colon, signature, turn
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.quoted import STOPS, Link, Piece, Row
from quotecheck.attributions.syntax import Syntax
from quotecheck.document.parse import Parse
from quotecheck.records import CueForm, QuotationKind, Span

JOINING = frozenset({"and", "or", "but", ",", "—", "–", "--", "…", "...", "then"})
PRONOUNS = frozenset({"he", "she", "they", "it"})


def carries_on(row: Row, nth: int) -> bool:
    """Whether piece ``nth`` of ``row`` goes on from piece ``nth - 1``: "A," she said. "B.".

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
    if not row.gaps[nth].ends_sentence:
        return False
    between = tokens[stops[0] + 1 :] if stops else []
    subjects = {t.lower_ for t in between if t.dep_.startswith("nsubj")}
    return len(stops) <= 1 or (len(stops) == 2 and bool(subjects) and subjects <= PRONOUNS)


def extend(draft: Draft, piece: Piece) -> Draft:
    """``draft`` with ``piece`` as a further content span."""
    return Draft(
        draft.rule,
        draft.cue,
        draft.source,
        tuple(sorted({*draft.content, piece.span})),
        (*draft.pieces, piece),
    )


def goes_over(row: Row, before: Draft | None) -> bool:
    """Whether a paragraph that is one quotation and nothing else goes on from the paragraph before it."""
    if before is None or not before.pieces or any(gap.tokens for gap in row.gaps):
        return False
    return before.cue is None or before.cue.form is not CueForm.NOUN


class Drafts:
    """Drafts by the place of their verb, or by a number below zero for those without one."""

    def __init__(self, table: dict[int, Draft]) -> None:
        self.table = table

    def add(self, draft: Draft) -> int:
        """Keep a draft without a verb; its key."""
        key = -len(self.table) - 1
        self.table[key] = draft
        return key


def carried(
    table: list[Row],
    row_links: list[list[Link | None]],
    by_verb: dict[int, Draft],
    parse: Parse,
    syntax: Syntax,
) -> list[Draft]:
    """All drafts, with quotations that no cue claims tied to the speaker before them, or to layout."""
    drafts = Drafts(by_verb)
    last: int | None = None
    for row, links in zip(table, row_links, strict=True):
        before: int | None = None
        for nth, (piece, one) in enumerate(zip(row.pieces, links, strict=True)):
            draft = one.verb.token.i if one is not None and one.verb.token.i in by_verb else None
            if draft is None:
                made = turn(piece, parse) or signature(row, nth, parse) or introduced_by_colon(row, nth, syntax)
                if made is not None:
                    draft = drafts.add(made)
                elif before is not None and carries_on(row, nth):
                    drafts.table[before] = extend(drafts.table[before], piece)
                    draft = before
            before = draft
        if before is None and all(one is None for one in links):
            if last is not None and goes_over(row, drafts.table[last]):
                for piece in row.pieces:
                    drafts.table[last] = extend(drafts.table[last], piece)
                before = last
        last = before
    return list(drafts.table.values())
