"""Counts of those who are accused, and of those among them who have a word in the article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from quotecheck.metrics.case import Case
from quotecheck.metrics.evidence import Evidence
from quotecheck.metrics.tallies.tally import Tally
from quotecheck.records import Attribution, Name, Span

WORD = re.compile(r"\w+")


def accused(case: Case) -> Iterator[Evidence]:
    """Each name once, where it is accused first."""
    return (Evidence(name.span, by) for name, by in _accused(case).values())


def answered(case: Case) -> Iterator[Evidence]:
    """Those who speak anywhere, or of whom the article says that they denied it, or would not comment."""
    heard = _heard(case)
    return (Evidence(name.span, by) for last, (name, by) in _accused(case).items() if last in heard)


def _accused(case: Case) -> dict[str, tuple[Name, str]]:
    """Last word of a name -> the name where it is accused first, and by whom."""
    found: dict[str, tuple[Name, str]] = {}
    starts = [each.span.start for each in case.audit.names]
    for source, attribution in sorted(case.statements(), key=lambda pair: pair[1].statement):
        name = _named_in(case, attribution, starts)
        if name is not None:
            found.setdefault(_last_word(case, name.span), (name, source.shown))
    return found


def _named_in(case: Case, attribution: Attribution, starts: Sequence[int]) -> Name | None:
    """The first name in what is said, where the verb accuses and the words name a grave wrong.

    ``starts`` are the offsets of all names.
    """
    scale, text = case.scale, case.audit.document.text
    if attribution.cue is None or attribution.cue.lemma not in scale.accusing_verbs:
        return None
    names = case.audit.names
    for content in attribution.content:
        at = bisect_left(starts, content.start)
        if at < len(names) and content.covers(names[at].span) and scale.wrongs.occurs_in(content.of(text)):
            return names[at]
    return None


def _heard(case: Case) -> set[str]:
    """Last words of the names of those who speak, and all words of sentences that tell of a denial or a refusal."""
    text, sentences = case.audit.document.text, case.audit.sentences
    heard = {words[-1] for source, _ in case.statements() if (words := WORD.findall(source.name or ""))}
    starts = [each.start for each in sentences]
    places = [span.start for span in case.scale.responses.find(text, case.words)]
    for place in (*places, *(each.cue.start for each in case.audit.refusals)):
        at = bisect_right(starts, place) - 1
        if at >= 0:
            heard.update(WORD.findall(sentences[at].of(text)))
    return heard


def _last_word(case: Case, span: Span) -> str:
    words = WORD.findall(span.of(case.audit.document.text).removesuffix("'s").removesuffix("’s"))
    return words[-1] if words else ""


TALLIES: Mapping[str, Tally] = {"accused": accused, "answered": answered}
