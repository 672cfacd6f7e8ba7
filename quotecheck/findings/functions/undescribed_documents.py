"""Papers "seen by" a newsroom of which the article tells neither author nor date nor origin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quotecheck.findings.noun_phrase import singular
from quotecheck.findings.source_phrases import phrase_at
from quotecheck.findings.subject import WORDING, Subject
from quotecheck.findings.view import View
from quotecheck.records import Span
from quotecheck.rulebook.wordings import index_of_list

PHRASE = re.compile(r"(?:[\w’'-]+\s+){0,3}?([\w-]+)\s*,?\s+$")
NEWSROOM = re.compile(r" (?:[Tt]he )?[\w’'-]+(?: [A-Z][\w’'-]*){0,3}")
LONGEST = 60  # characters of the words before
SEEN, PAPERS, DETAILS, DATES = "policy-seen-by", "policy-papers", "policy-document-details", "policy-dates"


def undescribed_documents(view: View, _: Mapping[str, float]) -> Iterator[Subject]:
    """Mentions of such papers with no author, date or origin in the same sentence or the next one."""
    for seen in index_of_list(SEEN, view.rulebook).find(view.text, view.words):
        start = max(view.sentence_at(seen.start).start, seen.start - LONGEST)
        phrase, newsroom = PHRASE.search(view.text, start, seen.start), NEWSROOM.match(view.text, seen.end)
        if phrase is None or newsroom is None or singular(phrase[1].lower()) not in view.rulebook.lexicon(PAPERS):
            continue
        place = Span(phrase.start(1), newsroom.end())
        if view.quotation_at(place.start) is None and not _is_described(view, Span(*phrase.span()), place):
            yield Subject(WORDING, place)


def _is_described(view: View, phrase: Span, place: Span) -> bool:
    if any(kind in ("name", "owner") for kind in phrase_at(view, phrase).kinds):
        return True
    number = view.sentence_number(place.start)
    last = view.audit.sentences[min(number + 1, len(view.audit.sentences) - 1)].end
    around = f"{view.text[view.sentence_at(place.start).start : place.start]} {view.text[place.end : last]}"
    return any(index_of_list(name, view.rulebook).occurs_in(around) for name in (DETAILS, DATES)) or _has_year(around)


def _has_year(words: str) -> bool:
    return re.search(r"\b(?:19|20)\d\d\b", words) is not None
