"""Facts about the place of a subject, and about what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import NAMED_TYPES, Attribution, Source, Span

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHARE = re.compile(r"\d\s?%|per\s?cent\b|\b(?:two|one|nine|three|four) in \w+")
NEAR = 3  # sentences after a statement within which somebody may follow it up by name


def _words(view: View, subject: Subject) -> Fact:
    return " ".join(subject.span.of(view.text).split())


def _sentence(view: View, subject: Subject) -> Fact:
    return " ".join(view.sentence_at(subject.span.start).of(view.text).split())


def _paragraph(view: View, subject: Subject) -> Fact:
    return " ".join(view.paragraph_at(subject.span.start).of(view.text).split())


def _place(view: View, subject: Subject) -> Span:
    return subject.attribution.statement if subject.attribution is not None else subject.span


def _in_lead(view: View, subject: Subject) -> Fact:
    return _place(view, subject).overlaps(view.lead)


def _in_headline(view: View, subject: Subject) -> Fact:
    return view.headline is not None and _place(view, subject).overlaps(view.headline)


def _in_quotation(view: View, subject: Subject) -> Fact:
    """Whether it stands in somebody's quoted words."""
    quotation = view.quotation_at(subject.span.start)
    return quotation is not None and quotation.kind.is_spoken


def _in_marks(view: View, subject: Subject) -> Fact:
    """Whether it stands between quotation marks of any kind."""
    return view.quotation_at(subject.span.start) is not None


def _in_content(view: View, subject: Subject) -> Fact:
    """Whether it stands in what somebody is said to have said or shown."""
    return any(
        content.covers(subject.span) for each in _statements_around(view, subject, 0, 0) for content in each.content
    )


def _has_source_here(view: View, subject: Subject) -> Fact:
    """Whether a source speaks in the same sentence."""
    return any(view.sources_of(each) for each in _statements_around(view, subject, 0, 0))


def _has_source_near(view: View, subject: Subject) -> Fact:
    """Whether a source speaks in the same sentence, the one before or the one after."""
    return any(view.sources_of(each) for each in _statements_around(view, subject, 1, 1))


def _is_followed_by_name(view: View, subject: Subject) -> Fact:
    """Whether somebody with a name speaks in the same sentence or one of the next three."""
    return any(_is_named(source) for source in _sources_around(view, subject, 0, NEAR))


def _is_named(source: Source) -> bool:
    return source.type in NAMED_TYPES


def _has_name_near(view: View, subject: Subject) -> Fact:
    """Whether the same sentence, or the next, names a person or an institution."""
    return bool(view.names_in(_here_and_next(view, subject)))


def _has_year_near(view: View, subject: Subject) -> Fact:
    """Whether the same sentence, or the next, names a year."""
    return YEAR.search(_here_and_next(view, subject).of(view.text)) is not None


def _here_and_next(view: View, subject: Subject) -> Span:
    number = view.sentence_number(subject.span.start)
    following = view.audit.sentences[number : number + 2]
    return Span(view.sentence_at(subject.span.start).start, following[-1].end if following else subject.span.end)


def _is_thought_reported(view: View, subject: Subject) -> Fact:
    """Whether the same sentence says who found out: a poll, or somebody who tells of it."""
    if SHARE.search(view.sentence_at(subject.span.start).of(view.text)):
        return True
    return any(each != subject.attribution for each in _statements_around(view, subject, 0, 0))


def _sources_around(view: View, subject: Subject, before: int, after: int) -> Iterator[Source]:
    for each in _statements_around(view, subject, before, after):
        yield from view.sources_of(each)


def _statements_around(view: View, subject: Subject, before: int, after: int) -> tuple[Attribution, ...]:
    number = view.sentence_number(subject.span.start)
    return view.statements_in(number - before, number + after)


PLACE_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    "wording": _words,
    "sentence": _sentence,
    "paragraph": _paragraph,
    "in_lead": _in_lead,
    "in_headline": _in_headline,
    "in_quotation": _in_quotation,
    "in_marks": _in_marks,
    "in_content": _in_content,
    "has_source_here": _has_source_here,
    "has_source_near": _has_source_near,
    "has_name_near": _has_name_near,
    "has_year_near": _has_year_near,
    "is_thought_reported": _is_thought_reported,
    "is_followed_by_name": _is_followed_by_name,
}
