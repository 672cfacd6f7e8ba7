"""Quotations that the layout shows: block quotes, turns of a transcript, dialogue after dashes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from quotecheck.records import Span
from quotecheck.rulebook import Rulebook
from quotecheck.text.words import count_words

QUESTION_OR_ANSWER = re.compile(r"\**(Q|A|Question|Answer)(?:[:]|\.(?=\s))\**\s*(?=\S)")
NAME = r"[^\W\d_a-z][\w.’'-]*"
LABEL = re.compile(rf"\**((?:{NAME} ){{0,3}}{NAME})(?:, [^:\n]{{1,50}})?(?: \([^)\n]{{1,40}}\))?:\**\s+(?=\S)")
DASH = re.compile(r"(?:[—–―]|--)[ \t\u00a0]?(?=[^\W\d_]|[\"“‘'¿¡…])")
# Whose words they are, at the end of a block quote: on a line of its own, or after the last sentence.
SIGNED = re.compile(r"(?:^|(?<=[.!?…\"”'’)\]])\s+)(?:>[ \t]*)*(?:―|—|–|--)\s?(?=[A-Z])[^:;\n]{1,80}$")
SENTENCE_END = re.compile(r"[.!?…][\"”'’)\]]*(?=\s|$)")
QUESTION_LABELS = ("Q", "A", "Question", "Answer")
LEAST_WORDS = 4  # that a turn after a name in small letters must have
MOST_UNLABELLED = 3  # paragraphs that a turn may have after its first


@dataclass(frozen=True, slots=True)
class LayoutQuotation:
    """Quoted words that no marks surround; ``first`` and ``last`` are numbers of paragraphs."""

    parts: tuple[Span, ...]
    opening: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Turn:
    number: int  # of the paragraph
    label: str
    words: Span


def find_layout_quotations(text: str, paragraphs: Sequence[Span], rulebook: Rulebook) -> list[LayoutQuotation]:
    """All of them, by where they start; no two share a paragraph but for a resumed line of dialogue.

    A block quote with a paragraph that quotes somebody itself, marks and speaker included, is prose.
    """
    told = _told(rulebook)
    blocks = _block_quotes(text, paragraphs)
    found = [one for one in blocks if not any(told.match(text, part.start, part.end) for part in one.parts)]
    found.extend(_turns(text, paragraphs, rulebook))
    taken = {number for quotation in found for number in range(quotation.first, quotation.last + 1)}
    found.extend(one for one in _dialogue(text, paragraphs, rulebook) if one.first not in taken)
    return sorted(found, key=lambda quotation: quotation.parts[0])


def _block_quotes(text: str, paragraphs: Sequence[Span]) -> Iterator[LayoutQuotation]:
    """Paragraphs of lines that start with ``>``, the marks included."""
    first: int | None = None
    for number, paragraph in enumerate((*paragraphs, None)):
        quoted = paragraph is not None and text.startswith(">", paragraph.start)
        if first is not None and (not quoted or not _same_block(text, paragraphs, number)):
            parts = _without_signature(text, paragraphs[first:number])
            yield LayoutQuotation(parts, ">", first, first + len(parts) - 1)
            first = None
        if quoted and first is None:
            first = number


def _without_signature(text: str, parts: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs of a block quote without a last line such as "— Oskar Lind, porter", unless that is all."""
    *others, last = parts
    signed = SIGNED.search(last.of(text))
    if signed is None or (signed.start() == 0 and not others):
        return tuple(parts)
    return (*others, Span(last.start, last.start + signed.start())) if signed.start() else tuple(others)


def _same_block(text: str, paragraphs: Sequence[Span], number: int) -> bool:
    gap = text[paragraphs[number - 1].end : paragraphs[number].start]
    return ">" in gap or gap.count("\n") + gap.count("\r") <= 2


def _turns(text: str, paragraphs: Sequence[Span], rulebook: Rulebook) -> Iterator[LayoutQuotation]:
    """The words after labels such as ``SMITH:`` or ``Q.``, without the label, where the labels alternate."""
    turns = [turn for turn in _labelled(text, paragraphs, rulebook) if turn.words.start < turn.words.end]
    for group in (_questions(turns), _speakers(text, turns)):
        if not group:
            continue
        dense = 2 * len(group) >= group[-1].number - group[0].number + 1
        for turn, following in zip(group, (*group[1:], None), strict=True):
            last = turn.number
            if dense and following is not None and following.number - turn.number <= MOST_UNLABELLED + 1:
                last = following.number - 1
            yield LayoutQuotation((turn.words, *paragraphs[turn.number + 1 : last + 1]), "", turn.number, last)


def _labelled(text: str, paragraphs: Sequence[Span], rulebook: Rulebook) -> Iterator[_Turn]:
    no_speakers = frozenset(rulebook.lexicon("quotation-no-speakers"))
    for number, paragraph in enumerate(paragraphs):
        label = QUESTION_OR_ANSWER.match(text, paragraph.start, paragraph.end)
        label = label or LABEL.match(text, paragraph.start, paragraph.end)
        if label and label.group(1).casefold() not in no_speakers:
            yield _Turn(number, label.group(1), Span(label.end(), paragraph.end))


def _questions(turns: Sequence[_Turn]) -> list[_Turn]:
    group = [turn for turn in turns if turn.label in QUESTION_LABELS]
    return group if len({turn.label for turn in group}) > 1 else []


def _speakers(text: str, turns: Sequence[_Turn]) -> list[_Turn]:
    """Turns with names, in capitals if there are any: two at least, or four with names in small letters."""
    named = [turn for turn in turns if turn.label not in QUESTION_LABELS]
    capitals = [turn for turn in named if turn.label.isupper()]
    group = capitals or [turn for turn in named if count_words(turn.words.of(text)) >= LEAST_WORDS]
    turns_of = Counter(turn.label.split()[-1].casefold() for turn in group)
    repeated = [name for name, count in turns_of.items() if count > 1]
    if capitals and repeated and len(turns_of) > 1:
        return group
    if capitals:
        adjacent = any(two.number - one.number == 1 for one, two in pairwise(group))
        return group if adjacent and len(turns_of) == len(group) == 2 else []
    return [turn for turn in group if turn.label.split()[-1].casefold() in repeated] if len(repeated) > 1 else []


def _dialogue(text: str, paragraphs: Sequence[Span], rulebook: Rulebook) -> Iterator[LayoutQuotation]:
    """Paragraphs that start with a dash, where one of them or of their neighbours says who speaks."""
    run: list[int] = []
    for number, paragraph in enumerate((*paragraphs, Span(len(text), len(text)))):
        if DASH.match(text, paragraph.start, paragraph.end):
            run.append(number)
            continue
        yield from _dialogue_of_run(text, paragraphs, run, _reporting(rulebook))
        run = []


def _dialogue_of_run(
    text: str, paragraphs: Sequence[Span], run: list[int], reporting: re.Pattern[str]
) -> Iterator[LayoutQuotation]:
    clauses = [reporting.search(text, paragraphs[number].start, paragraphs[number].end) for number in run]
    if not any(clauses):
        return
    for number, clause in zip(run, clauses, strict=True):
        paragraph = paragraphs[number]
        dash = DASH.match(text, paragraph.start)
        opening = text[paragraph.start : paragraph.start + 1] if dash is None else dash.group().strip()
        if clause is None:
            yield LayoutQuotation((paragraph,), opening, number, number)
            continue
        yield LayoutQuotation((Span(paragraph.start, clause.start() + 1),), opening, number, number)
        end = SENTENCE_END.search(text, clause.end(), paragraph.end)
        resumed = text[end.end() : paragraph.end] if end else ""
        if resumed.strip():
            start = paragraph.end - len(resumed.lstrip())
            yield LayoutQuotation((Span(start, paragraph.end),), "", number, number)


@lru_cache(maxsize=8)
def _reporting(rulebook: Rulebook) -> re.Pattern[str]:
    """A comma or the end of a sentence, perhaps up to two words, and a word that tells the speaker."""
    return re.compile(rf"[,!?…]\s(?:[\w.’'-]+\s){{0,2}}(?:{_speech_words(rulebook)})\b")


@lru_cache(maxsize=8)
def _told(rulebook: Rulebook) -> re.Pattern[str]:
    """Marks around the start of a paragraph, and in what follows of the sentence a word that tells the speaker."""
    return re.compile(rf"(?:>[ \t]*)+[\"“][^\"“”]+[,!?…][\"”]\s[^.!?\"“”]*?\b(?:{_speech_words(rulebook)})\b")


def _speech_words(rulebook: Rulebook) -> str:
    speech = rulebook.lexicon("quotation-speech-words")
    return "|".join(re.escape(word) for word, entry in speech.items() if entry.fields["tells_speaker"])
