"""Why an article's quotations and cues are attributed as they are, and to whom, in words for an editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotecheck.attributions.cues import CueVerb, find_cue_verbs
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.frames import find_hanging
from quotecheck.attributions.origins import source_of_verb
from quotecheck.attributions.quoted import spoken_pieces
from quotecheck.attributions.reader import read_drafts
from quotecheck.attributions.spans import runs
from quotecheck.attributions.syntax import Syntax, syntax_of
from quotecheck.document.parse import Parse
from quotecheck.records import Attribution, Audit, Cue, Quotation, Source, Span
from quotecheck.rulebook.rulebook import Rulebook
from quotecheck.text.lines import LineMap

SHOWN = 70  # characters of a passage


def explain(parse: Parse, audit: Audit, rulebook: Rulebook, *, line: int | None = None) -> str:
    """For every paragraph, or the one that holds ``line``: marks, cue candidates, decisions, and who is meant."""
    syntax, quotations = syntax_of(rulebook), audit.quotations
    verbs = list(find_cue_verbs(parse, rulebook, syntax))
    read = read_drafts(parse, rulebook)
    lines = LineMap.of(parse.document.source)
    blocks = []
    for paragraph in parse.document.paragraphs:
        place = parse.document.origin(paragraph)
        first, last = lines.position(place.start)[0], lines.position(place.end - 1)[0]
        if line is None or first <= line <= last:
            rows = [
                f"line {first}: {_shown(paragraph, parse)}",
                *_marks(paragraph, parse, quotations),
                *_candidates(
                    [v for v in verbs if paragraph.start <= v.token.idx < paragraph.end],
                    parse,
                    quotations,
                    syntax,
                ),
                *(_reading(draft, parse) for draft in read if paragraph.start <= draft.anchor < paragraph.end),
                *_decisions(paragraph, parse, audit, rulebook, lines),
            ]
            blocks.append("\n".join(rows))
    return "\n\n".join(blocks) + "\n" if blocks else f"line {line} holds no text\n"


def _marks(paragraph: Span, parse: Parse, quotations: Sequence[Quotation]) -> Iterator[str]:
    for quotation in quotations:
        if any(paragraph.covers(part) for part in quotation.parts):
            closing = "never closed" if quotation.closing is None else f"closed by {quotation.closing or 'layout'}"
            inner = ", inside another quotation" if quotation.depth else ""
            marks = f"opened by {quotation.opening or 'a label'}, {closing}{inner}"
            yield f"  marks      {quotation.kind:<9} {_shown(quotation.span, parse)} ({marks})"


def _candidates(verbs: list[CueVerb], parse: Parse, quotations: Sequence[Quotation], syntax: Syntax) -> Iterator[str]:
    pieces = [piece.span for piece in spoken_pieces(quotations)]
    for verb in verbs:
        if any(span.start <= verb.token.idx < span.end for span in pieces):
            yield f"  candidate  {verb.token.text}: inside a quotation, so no cue of the article's"
            continue
        source = source_of_verb(verb, syntax)
        hanging = find_hanging(verb, syntax)
        content = runs(parse.doc, hanging.places) if hanging is not None else ()
        said_by = f"subject {_shown(source, parse)}" if source is not None else "no subject"
        holds = (
            f"{hanging.rule} {_shown(content[0], parse)}" if hanging is not None and content else "nothing by syntax"
        )
        yield f"  candidate  {verb.token.text} ({verb.pattern.lemma}, {verb.pattern.family}): {said_by}; {holds}"


def _reading(draft: Draft, parse: Parse) -> str:
    return f"  reader     {_spans(draft.source, draft.cue, draft.content, parse)} (confidence {draft.confidence:.2f})"


def _spans(source: Span | None, cue: Cue | None, content: tuple[Span, ...], parse: Parse) -> str:
    said_by = _shown(source, parse) if source is not None else "none"
    by_cue = _shown(cue.span, parse) if cue is not None else "none"
    return f"source {said_by}; cue {by_cue}; content {' ... '.join(_shown(span, parse) for span in content)}"


def _decisions(paragraph: Span, parse: Parse, audit: Audit, rulebook: Rulebook, lines: LineMap) -> Iterator[str]:
    rules = rulebook.document("attributions/patterns.yaml")
    credited: set[Span] = set()
    for one in audit.attributions:
        credited.update(quotation.span for quotation in one.quotations)
        anchor = one.cue.span if one.cue is not None else one.content[0]
        if paragraph.covers(anchor):
            yield f"  decision   {one.kind}, {one.family}: {_spans(one.source, one.cue, one.content, parse)}"
            yield f"             by {one.rule}{_certainty(one)}: {rules.block(one.rule).text('description')}"
            sources = (source for source in audit.sources if _says(source, one))
            yield from (f"  source     {_who(source, one, parse, lines)}" for source in sources)
    for quotation in audit.quotations:
        if paragraph.covers(quotation.parts[0]) and quotation.span not in credited and quotation.depth == 0:
            yield f"  decision   {_shown(quotation.span, parse)} is credited to nobody"


def _certainty(one: Attribution) -> str:
    return "" if one.confidence is None else f" (confidence {one.confidence:.2f})"


def _says(source: Source, one: Attribution) -> bool:
    return any(each is one for each in source.attributions)


def _who(source: Source, one: Attribution, parse: Parse, lines: LineMap) -> str:
    """ "named person: Mara Vogt (first cited in line 3: Mayor Mara Vogt)"."""
    open_to = f", left open between {' and '.join(source.candidates)}" if source.candidates else ""
    first = min(source.mentions, default=None)
    known = ""
    if first is not None and one.source is not None and not first.overlaps(one.source):
        line = lines.position(parse.document.origin(first).start)[0]
        known = f" (first cited in line {line}: {_shown(first, parse)})"
    return f"{source.type.replace('_', ' ')}: {source.shown}{open_to}{known}"


def _shown(span: Span, parse: Parse) -> str:
    text = " ".join(span.of(parse.document.text).split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 28].rstrip()} ... {text[-22:].lstrip()}"
