"""Quotations without a cue of their own that go on from the speaker before them."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from quotecheck.attributions.colons import introduced_by_colon, signature, turn
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.quoted import STOPS, Link, Piece, Row
from quotecheck.attributions.syntax import Syntax
from quotecheck.document.parse import Parse
from quotecheck.records import CueForm, QuotationKind

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


def is_bare(row: Row) -> bool:
    """Whether a paragraph is one quotation, or several, and nothing else."""
    return not any(gap.tokens for gap in row.gaps)


class Drafts:
    """Drafts by the place of their verb, or by a number below zero for those without one."""

    def __init__(self, table: dict[int, Draft]) -> None:
        self._table = table
        self._more: dict[int, list[Piece]] = {}

    def add(self, draft: Draft) -> int:
        """Keep a draft without a verb; its key."""
        key = -len(self._table) - 1
        self._table[key] = draft
        return key

    def extend(self, key: int, piece: Piece) -> int:
        """Give a draft a further piece; its key."""
        self._more.setdefault(key, []).append(piece)
        return key

    def goes_over(self, key: int) -> bool:
        """Whether a quoted paragraph after the one of this draft may go on from it."""
        draft = self._table[key]
        quotes = bool(draft.pieces) or key in self._more
        return quotes and (draft.cue is None or draft.cue.form is not CueForm.NOUN)

    def done(self) -> list[Draft]:
        """All drafts with all their pieces."""
        return [_extended(draft, self._more.get(key, [])) for key, draft in self._table.items()]


def _extended(draft: Draft, pieces: list[Piece]) -> Draft:
    if not pieces:
        return draft
    content = tuple(sorted({*draft.content, *(piece.span for piece in pieces)}))
    return replace(draft, content=content, pieces=(*draft.pieces, *pieces))


def _latest(row: Row, nth: int, by_verb: dict[int, Draft], syntax: Syntax) -> int | None:
    """The last cue between two quotations that has words of its own: "A," she said, adding that Lee knew. "B."."""
    verbs = (verb.token for verb in row.gaps[nth].verbs if verb.token.tag_ != "VBN")  # not "when asked if ..."
    places = [token.i for token in verbs if token.i in by_verb and not _is_aside(token, syntax)]
    return places[-1] if places else None


def _is_aside(verb: Token, syntax: Syntax) -> bool:
    """Whether a clause within says what somebody else says: "said Lee, because both have agreed to ..."."""
    return syntax.has_own_subject(verb) and (syntax.is_a(verb, "noun_clause") or syntax.is_a(verb, "adverbial_clause"))


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
    numbers = {paragraph: n for n, paragraph in enumerate(parse.document.paragraphs)}
    above = -1
    for row, links in zip(table, row_links, strict=True):
        number = numbers[row.paragraph]
        last = last if number == above + 1 else None  # others may have spoken in between
        above = number
        before: int | None = None
        for nth, (piece, one) in enumerate(zip(row.pieces, links, strict=True)):
            draft = one.verb.token.i if one is not None and one.verb.token.i in by_verb else None
            if draft is None:
                made = turn(piece, parse) or signature(row, nth, parse) or introduced_by_colon(row, nth, syntax)
                if made is not None:
                    draft = drafts.add(made)
                elif before is not None and carries_on(row, nth):
                    draft = drafts.extend(_latest(row, nth, by_verb, syntax) or before, piece)
            before = draft
        if before is None and last is not None and is_bare(row) and not any(links) and drafts.goes_over(last):
            for piece in row.pieces:
                before = drafts.extend(last, piece)
        last = before
    return drafts.done()
