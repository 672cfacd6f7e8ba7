"""The statement of an attribution: the full sentences that the article hangs on its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span as Sentence
from spacy.tokens import Token

from quotecheck.attributions.syntax import Syntax, syntax_of
from quotecheck.document.parse import Parse
from quotecheck.records import Attribution, CueFamily, CueForm, Span
from quotecheck.rulebook.rulebook import Rulebook

DOCUMENT = "attributions/follow-ups.yaml"
LEADING = frozenset({"verb-clause", "quotation-before-cue", "quotation-after-cue", "reader"})
PAST, PRESENT, MODAL = frozenset({"VBD"}), frozenset({"VBZ", "VBP"}), frozenset({"MD"})


def statement_over(spans: list[Span], parse: Parse) -> Span:
    """The run of whole sentences over ``spans``; spaces trimmed off."""
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    first = parse.token_at(start).sent.start_char
    last = parse.token_at(max(start, end - 1)).sent.end_char
    return _trimmed(Span(min(first, start), max(last, end)), parse.document.text)


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))


@dataclass(frozen=True, slots=True)
class _Words:
    """What ``follow-ups.yaml`` says of subjects."""

    parts_of_speech: frozenset[str]
    pronouns: frozenset[str]
    sources: frozenset[str]


@cache
def _words(rulebook: Rulebook) -> _Words:
    block = rulebook.document(DOCUMENT)
    return _Words(
        frozenset(block.texts("subjects_of_others")),
        frozenset(block.texts("pronouns_of_others")),
        frozenset(block.texts("pronouns_of_sources")),
    )


def with_follow_ups(
    attributions: Sequence[Attribution], taken: Sequence[Span], parse: Parse, rulebook: Rulebook
) -> tuple[Attribution, ...]:
    """``attributions``, with sentences after a statement that go on from it; none that overlaps ``taken``."""
    out = list(attributions)
    occupied = _Taken([*taken, *(each.statement for each in attributions)])
    leads: dict[int, int] = {}  # end of a statement -> the last attribution that ends there
    for nth, each in enumerate(attributions):
        leads[each.statement.end] = nth
    before: Span | None = None
    for sentence, span in _sentences(parse):
        lead = leads.get(before.end) if before is not None else None
        if lead is not None and before is not None and not occupied.touches(span):
            is_near = not parse.crosses_paragraphs(before.start, span.start)
            if is_near and _follows(sentence, out[lead], parse, rulebook):
                out[lead] = replace(out[lead], statement=Span(out[lead].statement.start, span.end))
                leads[span.end] = lead
        before = span
    return tuple(out)


def _sentences(parse: Parse) -> Iterator[tuple[Sentence, Span]]:
    for sentence in parse.doc.sents:
        span = _trimmed(Span(sentence.start_char, sentence.end_char), parse.document.text)
        if span.start < span.end:
            yield sentence, span


class _Taken:
    """Whether a span touches any of some spans, which may overlap each other."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            self._starts.append(span.start)
            self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def touches(self, span: Span) -> bool:
        """Whether they share a character."""
        at = bisect_right(self._starts, span.end - 1) - 1
        return at >= 0 and self._ends[at] > span.start


def _follows(sentence: Sentence, lead: Attribution, parse: Parse, rulebook: Rulebook) -> bool:
    if lead.cue is None or lead.family is not CueFamily.SPEECH:
        return False
    if lead.cue.form is CueForm.PHRASE:
        return True
    syntax, words = syntax_of(rulebook), _words(rulebook)
    subject = syntax.child(sentence.root, "subject")
    if lead.rule not in LEADING or subject is None:
        return False
    if subject.pos_ in words.parts_of_speech or subject.lower_ in words.pronouns:
        return False
    tense = _tense(sentence.root, syntax)
    said_in_past = any(token.tag_ in PAST for token in parse.tokens_in(lead.cue.span))
    return tense in MODAL or (tense in PRESENT and said_in_past and subject.lower_ not in words.sources)


def _tense(root: Token, syntax: Syntax) -> str:
    """The tag of the first finite word of a main clause, "" where it has none."""
    group = sorted((root, *syntax.children(root, "auxiliary", "copula")), key=lambda token: token.i)
    return next((token.tag_ for token in group if token.tag_ in PAST | PRESENT | MODAL), "")
