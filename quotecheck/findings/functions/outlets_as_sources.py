"""Newsrooms that have "learned" something and do not say from whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quotecheck.findings.subject import WORDING, Subject
from quotecheck.findings.view import View
from quotecheck.records import Span
from quotecheck.rulebook.wordings import index_of_list

NAME = re.compile(r"(?:(?:[Tt]he\s+)?(?:[A-Z][\w.’'&-]*\s+){1,4}|[Ww]e\s+)$")
LONGEST = 80  # characters of a name
LEARNED, OUTLETS = "policy-learned", "policy-outlet-words"


def outlets_as_sources(view: View, _: Mapping[str, float]) -> Iterator[Subject]:
    """ "The Harbour Post has learned", where nobody else speaks in the sentence or the next one."""
    for learned in index_of_list(LEARNED, view.rulebook).find(view.text, view.words):
        name = NAME.search(view.text, max(0, learned.start - LONGEST), learned.start)
        if name is None or not _is_outlet(view, name.group()):
            continue
        place = Span(name.start(), learned.end)
        if view.quotation_at(place.start) is None and not _has_other_source(view, place):
            yield Subject(WORDING, place)


def _is_outlet(view: View, words: str) -> bool:
    last = words.split()[-1]
    return last.lower() == "we" or last in view.rulebook.lexicon(OUTLETS)


def _has_other_source(view: View, place: Span) -> bool:
    number = view.sentence_number(place.start)
    around = view.statements_in(number, number + 1)
    others = (each for each in around if each.source is None or not each.source.overlaps(place))
    return any(view.sources_of(each) for each in others)
