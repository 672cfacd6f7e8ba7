"""Ties quotations to cue verbs by what stands between them: a parse near quotation marks is not to be trusted.

In each paragraph the words outside quotations form gaps. A quotation takes the cue of the gap after it ("A," she
said), of the gap before it (She said: "A"), or, in the middle of a sentence, the cue whose clause holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from quotecheck.attributions.cues import CueVerb, Pattern
from quotecheck.attributions.syntax import Syntax
from quotecheck.document.parse import Parse
from quotecheck.records import CueFamily, Quotation, QuotationKind, Span

STOPS = frozenset(".?!")
LEADS_ON = frozenset(",?!—–-…:;")
FAR = 45  # tokens between a quotation and its cue
NEAR = 14  # tokens between a cue and a quotation with no comma or colon before it
UNKNOWN_NEAR = 6  # tokens after a quotation in which a verb that no lexicon knows may be its cue
FINITE = frozenset({"VBD", "VBZ", "VBP"})
EMBEDDED = frozenset({"acl:relcl", "relcl", "acl", "advcl"})


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a quotation that stands in one paragraph."""

    quotation: Quotation
    span: Span


@dataclass(slots=True)
class Gap:
    """The tokens between two pieces of a paragraph, and the cue verbs among them."""

    tokens: list[Token]
    verbs: list[CueVerb] = field(default_factory=list)

    @property
    def ends_sentence(self) -> bool:
        """Whether the last token is a stop or holds one ("a rally in Tulsa, Okla.")."""
        return bool(self.tokens) and self.tokens[-1].text.endswith((".", "?", "!"))


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph as pieces and gaps in turn: gap, piece, gap, piece ... gap."""

    paragraph: Span
    pieces: list[Piece]
    gaps: list[Gap]
    before: Gap  # the last sentence of the paragraph before, when it ends with a colon

    def gap_before(self, nth: int) -> Gap:
        """The words that may introduce piece ``nth``."""
        return self.before if nth == 0 and not self.gaps[0].tokens else self.gaps[nth]


def spoken_pieces(quotations: Sequence[Quotation]) -> list[Piece]:
    """Outermost quotations that quote somebody, a piece a paragraph, in text order."""
    pieces = [
        Piece(quotation, part)
        for quotation in quotations
        if quotation.depth == 0 and quotation.kind.is_spoken
        for part in quotation.parts
    ]
    return sorted(pieces, key=lambda piece: piece.span)


def rows(parse: Parse, pieces: Sequence[Piece], verbs: Sequence[CueVerb]) -> Iterator[Row]:
    """The paragraphs that hold a quotation."""
    at = nth = 0
    text, earlier = parse.document.text, Gap([])
    for paragraph in parse.document.paragraphs:
        inside: list[Piece] = []
        while at < len(pieces) and pieces[at].span.start < paragraph.end:
            inside.append(pieces[at])
            at += 1
        while nth < len(verbs) and verbs[nth].token.idx < paragraph.start:
            nth += 1
        last = nth
        while last < len(verbs) and verbs[last].token.idx < paragraph.end:
            last += 1
        if inside:
            yield _row(parse, paragraph, inside, verbs[nth:last], earlier)
        earlier = _lead_in(parse, paragraph, verbs[nth:last]) if text[paragraph.end - 1] == ":" else Gap([])
        nth = last


def _lead_in(parse: Parse, paragraph: Span, verbs: Sequence[CueVerb]) -> Gap:
    tokens = [t for t in parse.tokens_in(paragraph) if not t.is_space]
    start = _last_sentence(tokens)
    return Gap([t for t in tokens if t.i >= start], [v for v in verbs if v.token.i >= start])


def _row(parse: Parse, paragraph: Span, pieces: list[Piece], verbs: Sequence[CueVerb], before: Gap) -> Row:
    edges = [
        paragraph.start,
        *(edge for piece in pieces for edge in (piece.span.start, piece.span.end)),
        paragraph.end,
    ]
    gaps = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        tokens = [t for t in parse.tokens_in(Span(start, max(start, end))) if not t.is_space]
        gaps.append(Gap(tokens, [v for v in verbs if start <= v.token.idx < end]))
    return Row(paragraph, pieces, gaps, before)


@dataclass(frozen=True, slots=True)
class Link:
    """A piece and the cue that introduces or follows it."""

    piece: Piece
    verb: CueVerb
    rule: str


def link(row: Row, text: str, syntax: Syntax) -> list[Link | None]:
    """For every piece of a row its link, or ``None``."""
    links: list[Link | None] = []
    for nth, piece in enumerate(row.pieces):
        before, after = row.gap_before(nth), row.gaps[nth + 1]
        introduced, followed = _introduced(piece, before, syntax), _followed(piece, after, text, syntax)
        if introduced is not None and followed is not None and before.tokens[-1].text not in (",", ":"):
            introduced = None if _is_reporting(followed.verb, after) else introduced
        held = _held(piece, before, syntax)
        if held is not None and followed is not None and not _is_reporting(followed.verb, after):
            followed = None  # Lee said it was "A," adding that ...
        links.append(introduced or followed or held)
    return links


def _introduced(piece: Piece, gap: Gap, syntax: Syntax) -> Link | None:
    """She said: "A" or She said, "A" or told reporters that "A"."""
    if not gap.tokens:
        return None
    last = gap.tokens[-1]
    sentence = _last_sentence(gap.tokens)
    verbs = [v for v in gap.verbs if v.token.i >= sentence and "quotation" in v.pattern.frames]
    beside = _verb_before(gap.tokens)  # "Asked about the pier, he demurred: "A"
    verbs = beside if beside and verbs and verbs[-1].token.i < beside[0].token.i else verbs or beside
    if not verbs:
        return None
    verb = verbs[-1]
    if last.text in (":", ",") or last.lower_ == "that" or last == verb.token:
        rule = "quotation-after-cue"
        if last.text == "," and _is_closed(verb, gap, syntax):
            return None
        return Link(piece, verb, rule)
    return None


def _is_reporting(verb: CueVerb, gap: Gap) -> bool:
    """Whether the verb has a subject of its own in the gap, on either side."""
    first, last = gap.tokens[0].i, gap.tokens[-1].i
    return any(c.dep_.startswith("nsubj") and first <= c.i <= last for c in verb.token.children)


def _is_closed(verb: CueVerb, gap: Gap, syntax: Syntax) -> bool:
    """Whether the verb already has its words in the gap ("Lee said no, "), so that the comma leads elsewhere."""
    clause = syntax.child(verb.token, "clause")
    return clause is not None and clause.i > verb.token.i and clause.idx < gap.tokens[-1].idx


def _followed(piece: Piece, gap: Gap, text: str, syntax: Syntax) -> Link | None:
    """ "A," she said, or "A," said Lee, who was there."""
    if not gap.tokens:
        return None
    inner = text[piece.span.start : piece.span.end].rstrip("\"”’'»“ ")
    leads_on = inner[-1:] in LEADS_ON or gap.tokens[0].text in (",", "—", "–", "--", "-")
    end = _first_stop(gap.tokens)
    verbs = [v for v in gap.verbs if v.token.i <= end and "quotation" in v.pattern.frames]
    whole = piece.quotation.kind is QuotationKind.DIRECT
    verbs = verbs or (_any_verb(gap.tokens, end) if leads_on and whole else [])
    if not verbs:
        return None
    start = gap.tokens[0].i
    first = verbs[0]
    if first.token.i - start <= 1 and (leads_on or inner[-1:] not in STOPS):
        return Link(piece, first, "quotation-before-cue")
    if not leads_on:
        return None
    main = next((v for v in verbs if v.token.dep_ not in EMBEDDED), first)
    subject = syntax.child(main.token, "subject")
    if subject is not None and subject.left_edge.idx < piece.span.start < subject.idx:
        return None  # the words in marks are part of what the verb is said of
    return Link(piece, main, "quotation-before-cue") if main.token.i - start <= FAR else None


def _any_verb(tokens: list[Token], end: int) -> list[CueVerb]:
    """ "A," he grinned: beside a comma any finite verb with a subject right before it may bring the words."""
    for token in tokens[:UNKNOWN_NEAR]:
        subject = next((c for c in token.children if c.dep_ == "nsubj" and c.i < token.i), None)
        if token.i <= end and token.tag_ in FINITE and subject is not None and subject.i >= tokens[0].i:
            return [_unknown(token)]
    return []


def _verb_before(tokens: list[Token]) -> list[CueVerb]:
    """Lee cracked, "A": any finite verb with its subject before it and nothing but a comma or colon after it."""
    if len(tokens) < 3 or tokens[-1].text not in (",", ":"):
        return []
    verb = tokens[-2]
    if verb.tag_ not in FINITE and verb.head == tokens[-3] and tokens[-3].dep_ not in EMBEDDED:
        verb = tokens[-3]  # Lee shot back: "A"
    has_subject = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    return [_unknown(verb)] if verb.tag_ in FINITE and has_subject else []


def _unknown(token: Token) -> CueVerb:
    return CueVerb(token, Pattern(token.lemma_.lower(), CueFamily.SPEECH, frozenset(), frozenset()))


def _held(piece: Piece, gap: Gap, syntax: Syntax) -> Link | None:
    """A fragment whose sentence begins with its cue: She called the plan "a mistake"."""
    if not gap.tokens or gap.ends_sentence or gap.tokens[-1].text == ":":
        return None
    sentence, place = _last_sentence(gap.tokens), gap.tokens[-1].i
    for verb in reversed(gap.verbs):
        if verb.token.i >= sentence and place - verb.token.i <= NEAR:
            return Link(piece, verb, "quotation-in-clause")
    return None


def _last_sentence(tokens: list[Token]) -> int:
    """Place of the first token after the last stop."""
    for token in reversed(tokens[:-1]):
        if token.text in STOPS:
            return token.i + 1
    return tokens[0].i


def _first_stop(tokens: list[Token]) -> int:
    """Place of the first stop, or of the last token."""
    return next((t.i for t in tokens if t.text in STOPS), tokens[-1].i)
