"""Attributions by layout: turns of a transcript, a colon that introduces words, headlines of the form "Name: claim"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from quotecheck.attributions.draft import Draft
from quotecheck.attributions.origins import noun_phrase
from quotecheck.attributions.quoted import FINITE, Piece, Row
from quotecheck.attributions.syntax import Syntax
from quotecheck.document.parse import Parse, span_of
from quotecheck.records import Cue, CueFamily, CueForm, Span

NOMINAL = frozenset({"NOUN", "PROPN", "X"})
LABEL = re.compile(r"([^\s:][^:\n]{0,80}?)(:|\.)\s*$")
SIGNED = re.compile(r"\s?(?:>[ \t]*)*(―|—|–|--|-)\s?((?=[A-Z])[^\s:;](?:[^:;\n]{1,80}[^\s.,:;])?)[.,\s]*")
HEADLINE = re.compile(r"((?:[\w.’'&-]+ ){0,4}[\w.’'&-]+)(:)\s+(?=\S)")


def turn(piece: Piece, parse: Parse) -> Draft | None:
    """A turn of a transcript ("SMITH: ..."): the label is the source, its colon the cue."""
    if piece.quotation.opening:
        return None
    text, start = parse.document.text, piece.quotation.span.start
    line = text.rfind("\n", 0, start) + 1
    label = LABEL.search(text[line:start])
    if label is None:
        return None
    source = Span(line + label.start(1), line + label.end(1))
    cue = Cue(Span(line + label.start(2), line + label.end(2)), label.group(2), CueForm.COLON, CueFamily.SPEECH)
    return Draft("turn", cue, source, piece.quotation.parts, (piece,))


def signature(row: Row, nth: int, parse: Parse) -> Draft | None:
    """Words signed with a dash and a name, beside them or below: "We waited." — Oskar Lind, porter."""
    if nth + 1 < len(row.pieces):
        return None
    piece, end = row.pieces[nth], row.paragraph.end
    match = SIGNED.fullmatch(parse.document.text, piece.span.end, end) or _signature_below(row, piece, parse)
    if match is None or any(token.tag_ in FINITE for token in parse.tokens_in(Span(*match.span()))):
        return None
    cue = Cue(Span(*match.span(1)), match.group(1), CueForm.COLON, CueFamily.SPEECH)
    return Draft("signature", cue, Span(*match.span(2)), piece.quotation.parts, (piece,))


def _signature_below(row: Row, piece: Piece, parse: Parse) -> re.Match[str] | None:
    """The paragraph after one that is quoted as a whole, where it is a dash and a name."""
    text, paragraphs = parse.document.text, parse.document.paragraphs
    following = bisect_right(paragraphs, row.paragraph)
    if any(gap.tokens for gap in row.gaps) or following == len(paragraphs):
        return None
    match = SIGNED.fullmatch(text, paragraphs[following].start, paragraphs[following].end)
    is_item = match is not None and match.group(1) == "-" and piece.quotation.opening == ">"  # of a list
    return None if is_item else match


def introduced_by_colon(row: Row, nth: int, syntax: Syntax) -> Draft | None:
    """A sentence without a cue verb that ends in a colon before a quotation: its subject speaks."""
    tokens, piece = row.gap_before(nth).tokens, row.pieces[nth]
    if not tokens or tokens[-1].text != ":":
        return None
    colon = tokens[-1]
    root = colon.sent.root
    subject = syntax.subject(root)
    source = None
    if subject is not None and subject.i < colon.i:
        source = noun_phrase(subject, cut=root, syntax=syntax)
    elif all(t.pos_ in ("PROPN", "NOUN", "DET", "ADJ", "PUNCT", "ADP") for t in tokens):
        source = span_of(tokens[0], tokens[-2]) if len(tokens) > 1 else None
    cue = Cue(span_of(colon, colon), ":", CueForm.COLON, CueFamily.SPEECH)
    return Draft("colon", cue, source, (piece.span,), (piece,))


def headline(parse: Parse, names: Sequence[Span]) -> Draft | None:
    """ "Mayor: Bridge is safe" as the first line; only after a name, since any word may precede a colon."""
    paragraphs = parse.document.paragraphs
    if len(paragraphs) < 2:
        return None
    first = paragraphs[0]
    match = HEADLINE.match(parse.document.text, first.start, first.end)
    if match is None:
        return None
    source = Span(match.start(1), match.end(1))
    if not any(name.start == source.start and name.end <= source.end for name in names):
        return None
    if parse.token_at(source.end - 1).pos_ not in NOMINAL:
        return None  # "Storm Brandt live: ..."
    cue = Cue(Span(match.start(2), match.end(2)), ":", CueForm.COLON, CueFamily.SPEECH)
    return Draft("headline", cue, source, (Span(match.end(), first.end),))
