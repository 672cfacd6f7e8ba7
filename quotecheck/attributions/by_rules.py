"""Attributions as the rules find them: quotations beside cues, what hangs on a verb, phrases, nouns, headlines."""

from __future__ import annotations

from dataclasses import replace

from quotecheck.attributions.carry import carried
from quotecheck.attributions.colons import headline
from quotecheck.attributions.cues import CueVerb, cue_of, find_cue_verbs
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.frames import find_hanging
from quotecheck.attributions.nouns import find_nouns
from quotecheck.attributions.origins import source_beside, source_of_verb
from quotecheck.attributions.overlaps import Cover, union, words_outside
from quotecheck.attributions.phrases import find_phrases
from quotecheck.attributions.quoted import Link, Piece, link, rows
from quotecheck.attributions.spans import runs
from quotecheck.attributions.syntax import Syntax, syntax_of
from quotecheck.document.parse import Parse
from quotecheck.records import CueFamily, Span
from quotecheck.rulebook.rulebook import Rulebook


def find_by_rules(parse: Parse, pieces: list[Piece], rulebook: Rulebook) -> list[Draft]:
    """The drafts of all rules, for an article whose quotations are ``pieces``; they may overlap."""
    syntax = syntax_of(rulebook)
    inside = Cover([piece.span for piece in pieces])
    verbs = [v for v in find_cue_verbs(parse, rulebook, syntax) if not inside.holds(v.token.idx)]
    drafts = _quoted_and_hanging(parse, pieces, verbs, syntax)
    others = [*find_phrases(parse, rulebook, syntax), *find_nouns(parse, rulebook, syntax)]
    drafts += [d for d in others if not inside.holds(d.anchor)]
    top = headline(parse, [Span(e.start_char, e.end_char) for e in parse.doc.ents[:5]])
    return [*drafts, top] if top is not None else drafts


def _quoted_and_hanging(parse: Parse, pieces: list[Piece], verbs: list[CueVerb], syntax: Syntax) -> list[Draft]:
    """A draft for each cue verb that has a content, and for quotations that need none."""
    linked: dict[int, list[Link]] = {}
    table = list(rows(parse, pieces, verbs))
    row_links = [link(row, parse.document.text, syntax) for row in table]
    for links in row_links:
        for one in links:
            if one is not None:
                linked.setdefault(one.verb.token.i, []).append(one)
    known = {verb.token.i for verb in verbs}
    strange = [one.verb for links in row_links for one in links if one is not None and one.verb.token.i not in known]
    by_verb: dict[int, Draft] = {}
    for verb in [*verbs, *strange]:
        draft = _draft(verb, linked.get(verb.token.i, []), parse, syntax)
        if draft is not None:
            by_verb[verb.token.i] = draft
    return carried(table, row_links, by_verb, parse, syntax)


def _draft(verb: CueVerb, links: list[Link], parse: Parse, syntax: Syntax) -> Draft | None:
    if _is_command(verb, syntax) and not links:
        return None
    hanging = find_hanging(verb, syntax)
    content = runs(parse.doc, hanging.places) if hanging is not None else ()
    strong = [one for one in links if one.rule != "quotation-in-clause"]
    if strong:
        content = _with_words_beside(content, strong, parse)
        source = source_beside(verb, strong[0], syntax) or source_of_verb(verb, syntax)
        return Draft(strong[0].rule, cue_of(verb, syntax), source, content, tuple(one.piece for one in strong))
    if hanging is None or not content:
        return _held(verb, links, syntax)
    cue = cue_of(verb, syntax, preposition=hanging.preposition)
    if hanging.rule == "verb-object" and cue.family.is_statement and not verb.pattern.tells:
        cue = replace(cue, family=CueFamily.ACT)
    return Draft(hanging.rule, cue, source_of_verb(verb, syntax), content)


def _held(verb: CueVerb, links: list[Link], syntax: Syntax) -> Draft | None:
    """What follows a verb of saying up to the quotations of its clause, where the tree shows nothing."""
    source = source_of_verb(verb, syntax)
    if not links or "clause" not in verb.pattern.frames or source is None:
        return None
    last = verb.token.i + 1
    spans = [one.piece.span for one in links]
    content = Span(verb.token.doc[last].idx, max(span.end for span in spans))
    return Draft("verb-clause", cue_of(verb, syntax), source, (content,), tuple(one.piece for one in links))


def _is_command(verb: CueVerb, syntax: Syntax) -> bool:
    """ "Read more here": a verb in the base form at the head of its sentence, said of nobody."""
    token = verb.token
    return token.tag_ == "VB" and token.dep_ == "ROOT" and syntax.child(token, "subject", "auxiliary") is None


def _with_words_beside(content: tuple[Span, ...], links: list[Link], parse: Parse) -> tuple[Span, ...]:
    """The quotations, and the rest of the clause where a quotation is only a part of it."""
    text = parse.document.text
    spans = [one.piece.span for one in links]
    for span in content:
        for one in links:  # a stop before the marks ends what the marks do not hold
            if span.start < one.piece.span.start < span.end and _stops_before(one.piece.span.start, text):
                span = Span(one.piece.span.start, span.end)
        outside = words_outside(span, spans, text)
        if outside and any(span.overlaps(s) for s in spans) and len(outside.split()) > 1:
            spans = [
                *(s for s in spans if not s.overlaps(span)),
                union([span, *(s for s in spans if s.overlaps(span))]),
            ]
    return tuple(sorted(set(spans)))


def _stops_before(offset: int, text: str) -> bool:
    before = text[max(0, offset - 8) : offset].rstrip(" \t\u00a0")
    return before[-1:] in ".?!:\n\r" if before else True
