"""From parse and quotations to attributions: find by rules and by reading, merge, settle what overlaps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quotecheck.attributions.agentless import without_false_source
from quotecheck.attributions.by_rules import find_by_rules
from quotecheck.attributions.confidence import scales_of
from quotecheck.attributions.datelines import below_datelines
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.merge import merge
from quotecheck.attributions.origins import settled
from quotecheck.attributions.overlaps import Cover, outermost, with_whole_pieces, words_outside
from quotecheck.attributions.quoted import Piece, spoken_pieces
from quotecheck.attributions.reader import read_drafts
from quotecheck.attributions.refusals import is_refusal
from quotecheck.attributions.statements import statement_over, with_follow_ups
from quotecheck.document.parse import Parse
from quotecheck.records import Attribution, AttributionKind, CueFamily, Quotation, QuotationKind, Refusal, Span
from quotecheck.rulebook.rulebook import Rulebook

ARTICLES = frozenset({"a", "an", "the"})
ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
NESTED = 4  # quotations that may have begun before a place and still be open there


@dataclass(frozen=True, slots=True)
class Attributed:
    """Who says what, and who refuses to."""

    attributions: tuple[Attribution, ...]
    refusals: tuple[Refusal, ...]


def attribute(parse: Parse, quotations: Sequence[Quotation], rulebook: Rulebook) -> Attributed:
    """Every attribution of the article, by where it is made; none lies within the content of another."""
    pieces = spoken_pieces(quotations)
    scales, with_reader = scales_of(rulebook), parse.reading is not None
    marked = MarkedParts(quotations)
    kept, refused = settle(parse, pieces, rulebook, scales.accepts)
    found = [_finish(draft, scales.confidence(draft, with_reader=with_reader), parse, marked) for draft in kept]
    refusals = sorted((_refusal(draft, parse) for draft in refused), key=lambda each: each.statement)
    taken = [*(each.statement for each in refusals), *(piece.span for piece in pieces)]
    return Attributed(with_follow_ups(found, taken, parse, rulebook), tuple(refusals))


def settle(
    parse: Parse, pieces: list[Piece], rulebook: Rulebook, accepts: Callable[[Draft], bool]
) -> tuple[list[Draft], list[Draft]]:
    """The drafts that stay and the refusals, by where they are made; ``accepts`` as for ``merge``."""
    ruled = with_whole_pieces(find_by_rules(parse, pieces, rulebook), pieces)
    read = with_whole_pieces(_without_inner(read_drafts(parse, rulebook), pieces), pieces)
    drafts = merge(ruled, read, accepts) if parse.reading is not None else ruled
    drafts = [without_false_source(draft, parse, rulebook) for draft in drafts]
    drafts = [draft for draft in below_datelines(drafts, parse.document) if _tells(draft, parse)]
    refusing = [is_refusal(draft, parse.document.text, rulebook) for draft in drafts]
    kept = outermost([draft for draft, refuses in zip(drafts, refusing, strict=True) if not refuses])
    refused = [draft for draft, refuses in zip(drafts, refusing, strict=True) if refuses]
    return sorted(kept, key=lambda draft: (draft.anchor, draft.content)), refused


def _without_inner(drafts: list[Draft], pieces: list[Piece]) -> list[Draft]:
    """Without what somebody who is quoted reports: its source is not the quotation's."""
    cover = Cover(piece.span for piece in pieces if piece.quotation.kind is QuotationKind.DIRECT)
    return [draft for draft in drafts if draft.cue is None or not cover.holds(draft.cue.span.start)]


def _tells(draft: Draft, parse: Parse) -> bool:
    """Whether the content is more than an article, or the word that asks for it: "What do pilots say?"."""
    words = (token for span in draft.content for token in parse.tokens_in(span))
    return any(token.tag_ not in ASKING and token.lower_ not in ARTICLES for token in words)


class MarkedParts:
    """The parts of all quotations by where they start, for quick looking up."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._parts = sorted(((part, nth) for nth, q in enumerate(quotations) for part in q.parts))
        self._starts = [part.start for part, _ in self._parts]
        self._quotations = quotations

    def within(self, spans: Iterable[Span]) -> tuple[list[Span], tuple[Quotation, ...]]:
        """The parts that share a character with ``spans``, and their quotations in text order."""
        found = []
        for span in spans:
            first = max(0, bisect_right(self._starts, span.start) - NESTED)
            last = bisect_right(self._starts, span.end)
            found += [pair for pair in self._parts[first:last] if pair[0].overlaps(span)]
        numbers = sorted({nth for _, nth in found})
        return [part for part, _ in found], tuple(self._quotations[nth] for nth in numbers)


def _refusal(draft: Draft, parse: Parse) -> Refusal:
    spans = [*draft.content, *([draft.source] if draft.source else [])]
    cue = draft.cue.span if draft.cue else draft.content[0]
    return Refusal(draft.source, cue, statement_over([*spans, cue], parse))


def _finish(draft: Draft, confidence: float, parse: Parse, marked: MarkedParts) -> Attribution:
    text = parse.document.text
    source = settled(draft.source, draft.content, parse) if draft.source is not None else None
    if source is not None and draft.cue is not None and source.overlaps(draft.cue.span):
        source = None  # nobody is named by the cue itself
    inside = marked.within(draft.content)[1]
    bare = all(not words_outside(span, marked.within([span])[0], text) for span in draft.content)
    kind = AttributionKind.DIRECT if bare else AttributionKind.MIXED if inside else AttributionKind.INDIRECT
    spans = [
        *draft.content,
        *([draft.cue.span] if draft.cue else []),
        *([source] if source else []),
    ]
    statement = statement_over(spans, parse)
    family = draft.cue.family if draft.cue else CueFamily.SPEECH
    if family is CueFamily.ACT and inside:
        family = CueFamily.SPEECH  # what is quoted was said
    return Attribution(kind, source, draft.cue, draft.content, statement, inside, family, draft.rule, confidence)
