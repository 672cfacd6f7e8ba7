"""Facts about the quotation that a subject is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import Quotation, QuotationKind, Source, Span

MARKS = " \"“”‘’'«»„`\u00a0"
STOPS = ".!?…,"
SIGNED = re.compile(r"\s*(?:[-–—(\[]|by\s)")
WORD = re.compile(r"\w")
EDIT = re.compile(r"\[[^\]\n]{1,80}\]|(?:\.\s?){3,}|…")


def _of(read: Callable[[View, Quotation], Fact]) -> Callable[[View, Subject], Fact]:
    return lambda view, subject: None if subject.quotation is None else read(view, subject.quotation)


def _sentences(view: View, quotation: Quotation) -> int:
    """Sentences that begin inside the marks, or reach into them."""
    return view.sentence_number(last_inside(quotation)) - view.sentence_number(quotation.span.start) + 1


def _sentences_before_source(view: View, quotation: Quotation) -> Fact:
    """Sentences of the quotation that readers have read when they learn who speaks."""
    attribution = view.attribution_of(quotation)
    first = attribution is not None and quotation == attribution.quotations[0]
    if not first or attribution is None or attribution.source is None:
        return None
    if attribution.source.start < quotation.span.start:
        return 0
    return view.sentence_number(last_inside(quotation)) - view.sentence_number(quotation.span.start) + 1


def last_inside(quotation: Quotation) -> int:
    """The offset of the last word or stop before the closing mark."""
    return max(quotation.span.start, quotation.span.end - 2)


def _is_speaker_known(view: View, quotation: Quotation) -> Fact:
    """Whether the speaker is mentioned in the sentence before, or is the one quoted last in the paragraph before."""
    attribution = view.attribution_of(quotation)
    sources = view.sources_of(attribution) if attribution is not None else ()
    if not sources:
        return None
    number = view.sentence_number(quotation.span.start)
    before = view.sentence_at(view.audit.sentences[number - 1].start) if number else None
    if before is not None and _is_mentioned(view, sources[0], before):
        return True
    last = view.quotation_before(quotation)
    return last is not None and _is_near(view, last, quotation) and _same_source(view, last, sources)


def _is_mentioned(view: View, source: Source, sentence: Span) -> bool:
    """Whether a sentence has a mention of the source, or the last word of its name."""
    if any(sentence.covers(mention) for mention in source.mentions):
        return True
    return source.name is not None and source.name.split()[-1] in sentence.of(view.text)


def _is_near(view: View, first: Quotation, second: Quotation) -> bool:
    return view.paragraph_number(second.span.start) - view.paragraph_number(first.span.end - 1) <= 1


def _same_source(view: View, quotation: Quotation, sources: tuple[Source, ...]) -> bool:
    attribution = view.attribution_of(quotation)
    return attribution is not None and any(each in sources for each in view.sources_of(attribution))


def _follows_other_speaker(view: View, quotation: Quotation) -> Fact:
    """Whether the quotation before, in the same paragraph, is credited to somebody else."""
    attribution, last = view.attribution_of(quotation), view.quotation_before(quotation)
    if attribution is None or last is None:
        return None
    if view.paragraph_number(last.span.end - 1) != view.paragraph_number(quotation.span.start):
        return False
    earlier, sources = view.attribution_of(last), view.sources_of(attribution)
    if earlier is None or not sources or not view.sources_of(earlier):
        return False
    return last.kind is QuotationKind.DIRECT and not _same_source(view, last, sources)


def _is_credited_before(view: View, quotation: Quotation) -> Fact:
    attribution = view.attribution_of(quotation)
    if attribution is None or attribution.source is None:
        return None
    return attribution.source.start < quotation.span.start


def _edits(view: View, quotation: Quotation) -> tuple[str, ...]:
    """Square brackets, and dots that leave something out; dots at either end only trail off."""
    words = quotation.span.of(view.text)
    return tuple(
        found.group() for found in EDIT.finditer(words) if found.group().startswith("[") or _is_inside(found, words)
    )


def _is_inside(found: re.Match[str], words: str) -> bool:
    return bool(WORD.search(words[: found.start()]) and WORD.search(words[found.end() :]))


def _is_sentence(view: View, quotation: Quotation) -> Fact:
    """Whether the quoted words begin with a capital letter and end with a stop."""
    words = quotation.span.of(view.text).strip(MARKS)
    return bool(words) and words[0].isupper() and words[-1] in STOPS


def _is_signed(view: View, quotation: Quotation) -> Fact:
    """Whether a signature or a note in brackets follows the quotation in its paragraph."""
    paragraph = view.paragraph_at(quotation.span.start)
    return SIGNED.match(view.text[quotation.span.end : paragraph.end]) is not None


QUOTATION_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    "quotation_kind": _of(lambda _, each: each.kind.value),
    "quoted": _of(lambda view, each: " ".join(each.span.of(view.text).split())),
    "words": _of(lambda _, each: each.words),
    "quoted_sentences": _of(_sentences),
    "quoted_paragraphs": _of(lambda _, each: len(each.parts)),
    "is_closed": _of(lambda _, each: each.closing is not None),
    "is_attributed": _of(lambda view, each: view.attribution_of(each) is not None),
    "sentences_before_source": _of(_sentences_before_source),
    "is_speaker_known": _of(_is_speaker_known),
    "follows_other_speaker": _of(_follows_other_speaker),
    "is_credited_before": _of(_is_credited_before),
    "is_sentence": _of(_is_sentence),
    "is_signed": _of(_is_signed),
    "edits": _of(lambda view, each: len(_edits(view, each))),
    "edited": _of(lambda view, each: " ".join(_edits(view, each))),
    "is_first_quotation": _of(lambda view, each: bool(view.spoken) and view.spoken[0] == each),
}
