"""Facts about the speaker of the quotation that a subject is, and when readers learn who it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quotecheck.findings.facts.about_quotations import MARKS, last_inside, of_quotation
from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View, bare_words
from quotecheck.records import Quotation, QuotationKind, Source, SourceKind, Span

PERSON = re.compile(r"\b(?:I|he|she|him|her)\b", re.IGNORECASE)
PRONOUN = re.compile("i|he|she|it|they|we|him|her|them")
DEFINITE = re.compile("the|this|that|these|those|his|her|its|their")
SUFFIX = re.compile(r"[JS]r\.?|I{1,3}|IV")


def _sentences_before_source(view: View, quotation: Quotation) -> Fact:
    """Sentences of the quotation that readers have read when they learn who speaks."""
    attribution = view.attribution_of(quotation)
    first = attribution is not None and quotation == attribution.quotations[0]
    if not first or attribution is None or attribution.source is None:
        return None
    if attribution.source.start < quotation.span.start:
        return 0
    return view.sentence_number(last_inside(quotation)) - view.sentence_number(quotation.span.start) + 1


def _is_speaker_known(view: View, quotation: Quotation) -> Fact:
    """Whether the speaker is mentioned in the two sentences before, or is the one quoted last, a paragraph before.

    Whoever put a question in between counts as nobody. A speaker who is called only "he" or "it" must have been
    mentioned, and so must "the note", where a note is spoken of in the two sentences before.
    """
    attribution = view.attribution_of(quotation)
    if attribution is None:
        return None
    number = view.sentence_number(quotation.span.start)
    before = Span(view.audit.sentences[max(0, number - 2)].start, quotation.span.start)
    if attribution.source is not None and _is_taken_up(attribution.source.of(view.text), before.of(view.text)):
        return True
    sources = view.sources_of(attribution)
    if not sources:
        return None
    if number and _is_mentioned(view, sources[0], before):
        return True
    last = view.quotation_before(quotation)
    if last is not None and _is_question(view, last) and not _same_source(view, last, sources):
        last = view.quotation_before(last)
        return last is not None and _is_near(view, last, quotation, 2) and _same_source(view, last, sources)
    return last is not None and _is_near(view, last, quotation, 1) and _same_source(view, last, sources)


def _is_taken_up(source: str, before: str) -> bool:
    """Whether words such as "he" or "the note" stand for what the words before speak of."""
    first, *others = source.casefold().split()
    if not others:
        return PRONOUN.fullmatch(first) is not None
    return DEFINITE.fullmatch(first) is not None and others[-1] in re.findall(r"\w+", before.casefold())


def _is_question(view: View, quotation: Quotation) -> bool:
    return quotation.span.of(view.text).rstrip(MARKS).endswith("?")


def _is_mentioned(view: View, source: Source, before: Span) -> bool:
    """Whether the words before have a mention of the source, or the surname of its name."""
    if any(before.covers(mention) for mention in source.mentions):
        return True
    parts = [part for part in (source.name or "").split() if not SUFFIX.fullmatch(part)]
    return bool(parts) and parts[-1] in before.of(view.text)


def _is_near(view: View, first: Quotation, second: Quotation, paragraphs: int) -> bool:
    return view.paragraph_number(second.span.start) - view.paragraph_number(first.span.end - 1) <= paragraphs


def _same_source(view: View, quotation: Quotation, sources: tuple[Source, ...]) -> bool:
    attribution = view.attribution_of(quotation)
    return attribution is not None and any(each in sources for each in view.sources_of(attribution))


def _follows_other_speaker(view: View, quotation: Quotation) -> Fact:
    """Whether the quotation before, in the same paragraph, is credited to somebody else."""
    attribution, last = view.attribution_of(quotation), view.quotation_before(quotation)
    if attribution is None or last is None:
        return None
    if not _is_in_same_paragraph(view, last, quotation):
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


def _is_in_same_paragraph(view: View, first: Quotation, second: Quotation) -> bool:
    return view.paragraph_number(first.span.end - 1) == view.paragraph_number(second.span.start)


def _follows_person(view: View, quotation: Quotation) -> Fact:
    """Whether a person is named or meant, or a source speaks, in the sentence before or beside the quotation."""
    last = view.quotation_before(quotation)
    if last is not None and _is_in_same_paragraph(view, last, quotation) and view.attribution_of(last) is not None:
        return True
    number = view.sentence_number(quotation.span.start)
    first = view.audit.sentences[max(0, number - 1)].start if view.audit.sentences else 0
    around = (Span(first, quotation.span.start), Span(quotation.span.end, view.sentence_at(quotation.span.end - 1).end))
    return any(
        PERSON.search(span.of(view.text)) or any(name.kind is SourceKind.PERSON for name in view.names_in(span))
        for span in around
    ) or bool(view.statements_in(number - 1, number))


def _is_credited_elsewhere(view: View, quotation: Quotation) -> Fact:
    """Whether the same words stand in another quotation, which somebody is credited with."""
    words = bare_words(quotation.span.of(view.text))
    itself = view.attribution_of(quotation) is not None and quotation in view.spoken
    return bool(words.strip()) and view.credited_words.count(words) > itself


SPEAKER_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    "is_credited_elsewhere": of_quotation(_is_credited_elsewhere),
    "follows_person": of_quotation(_follows_person),
    "is_attributed": of_quotation(lambda view, each: view.attribution_of(each) is not None),
    "sentences_before_source": of_quotation(_sentences_before_source),
    "is_speaker_known": of_quotation(_is_speaker_known),
    "follows_other_speaker": of_quotation(_follows_other_speaker),
    "is_credited_before": of_quotation(_is_credited_before),
}
