"""The same words of one source, quoted twice and not alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import TypeAlias

from quotecheck.findings.subject import QUOTATION, Subject
from quotecheck.findings.view import View
from quotecheck.records import Attribution, Quotation, Source

Quoted: TypeAlias = tuple[Attribution, Quotation]
WORD = re.compile(r"\w+(?:['’]\w+)*")
RUN = 3  # words in a row that two wordings of one utterance share
CROWD = 8  # quotations with the same run of words: more than these are a refrain


def mismatched_quotations(view: View, settings: Mapping[str, float]) -> Iterator[Subject]:
    """Quotations of ``least_words`` or more that are nearly, by ``likeness``, what the same source says earlier."""
    outermost = {quotation.span for quotation in view.spoken}
    for source in view.audit.sources:
        quoted = [each for each in _quotations(source, settings["least_words"]) if each[1].span in outermost]
        yield from _of_source(view, source, quoted, settings["likeness"])


def _of_source(view: View, source: Source, quoted: list[Quoted], likeness: float) -> Iterator[Subject]:
    seen: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for attribution, quotation in quoted:
        words = [found.group().replace("’", "'").lower() for found in WORD.finditer(quotation.span.of(view.text))]
        runs = {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
        candidates = {id(other): other for run in sorted(runs) for other in seen[run][-CROWD:]}
        other = next((each for each in candidates.values() if _is_same(words, each, likeness)), None)
        if other is not None:
            found = {"other": f"“{' '.join(other)}”"}
            yield Subject(QUOTATION, quotation.span, source, attribution, quotation, found)
        for run in runs:
            seen[run].append(words)


def _quotations(source: Source, least_words: float) -> Iterator[Quoted]:
    for attribution in sorted(source.attributions, key=lambda each: each.statement):
        for quotation in attribution.quotations:
            if quotation.words >= least_words:
                yield attribution, quotation


def _is_same(words: list[str], other: list[str], likeness: float) -> bool:
    """Whether two wordings differ by little, and not only because one of them was cut."""
    if " ".join(words) in " ".join(other) or " ".join(other) in " ".join(words):
        return False
    return SequenceMatcher(None, words, other, autojunk=False).ratio() >= likeness
