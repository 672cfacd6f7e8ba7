"""Facts about the quotation that a subject is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import Quotation


def _of(read: Callable[[View, Quotation], Fact]) -> Callable[[View, Subject], Fact]:
    return lambda view, subject: None if subject.quotation is None else read(view, subject.quotation)


def _sentences(view: View, quotation: Quotation) -> int:
    """Sentences that begin inside the marks, or reach into them."""
    last = max(quotation.span.start, quotation.span.end - 2)
    return view.sentence_number(last) - view.sentence_number(quotation.span.start) + 1


QUOTATION_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    "quotation_kind": _of(lambda _, each: each.kind.value),
    "quoted": _of(lambda view, each: " ".join(each.span.of(view.text).split())),
    "words": _of(lambda _, each: each.words),
    "quoted_sentences": _of(_sentences),
    "quoted_paragraphs": _of(lambda _, each: len(each.parts)),
    "is_closed": _of(lambda _, each: each.closing is not None),
    "is_attributed": _of(lambda view, each: view.attribution_of(each) is not None),
    "is_first_quotation": _of(lambda view, each: bool(view.spoken) and view.spoken[0] == each),
}
