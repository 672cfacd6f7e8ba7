"""The same words of one source, quoted twice and not alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from quotecheck.findings.subject import QUOTATION, Subject
from quotecheck.findings.view import View
from quotecheck.records import Attribution, Quotation, Source

WORD = re.compile(r"\w+(?:['’]\w+)*")
RUN = 3  # words in a row that two wordings of one utterance share
CROWD = 8  # quotations with the same run of words: more than these are a refrain


def mismatched_quotations(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """Quotations of ``least_words`` or more that are nearly, by ``likeness``, what the same source says earlier."""
    for source in view.audit.sources:
        yield from _of_source(view, source, settings)


def _of_source(view: View, source: Source, settings: Mapping[str, float]) -> Iterator[Subject]:
    seen: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for attribution, quotation in _quotations(source, settings["least_words"]):
        words = [found.group().replace("’", "'").lower() for found in WORD.finditer(quotation.span.of(view.text))]
        runs = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
        candidates = {id(other): other for run in sorted(runs) for other in seen[run][-CROWD:]}
        other = next((each for each in candidates.values() if _is_same(words, each, settings["likeness"])), None)
        if other is not None:
            found = {"other": f"“{' '.join(other)}”"}
            yield Subject(QUOTATION, quotation.span, source, attribution, quotation, found)
        for run in runs:
            seen[run].append(words)


def _quotations(source: Source, least_words: float) -> Iterator[tuple[Attribution, Quotation]]:
    for attribution in sorted(source.attributions, key=lambda each: each.statement):
        for quotation in attribution.quotations:
            if quotation.words >= least_words:
                yield attribution, quotation


def _is_same(words: list[str], other: list[str], likeness: float) -> bool:
    """Whether two wordings differ, and by little."""
    return words != other and SequenceMatcher(None, words, other, autojunk=False).ratio() >= likeness
