"""Facts about the quotation that a subject is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quotecheck.findings.subject import Fact, Subject
from quotecheck.findings.view import View
from quotecheck.records import Quotation

MARKS = " \"“”‘’'«»„`\u00a0"
STOPS = ".!?…,"
SIGNED = re.compile(r"\s*(?:[-–—―(\[]|by\s)")
WORD = re.compile(r"\w")
DOUBLE = re.compile('["“”]')
NAME = re.compile(r"(?:[A-Z0-9][\w.'’-]*|a|an|and|at|for|in|of|on|the|to|with)(?:\W+|$)")
EDIT = re.compile(r"\[[^\]\n]{1,80}\]|(?:\.\s?){3,}|…")


def of_quotation(read: Callable[[View, Quotation], Fact]) -> Callable[[View, Subject], Fact]:
    return lambda view, subject: None if subject.quotation is None else read(view, subject.quotation)


def _sentences(view: View, quotation: Quotation) -> int:
    """Sentences that begin inside the marks, or reach into them."""
    return view.sentence_number(last_inside(quotation)) - view.sentence_number(quotation.span.start) + 1


def last_inside(quotation: Quotation) -> int:
    """The offset of the last word or stop before the closing mark."""
    return max(quotation.span.start, quotation.span.end - 2)


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
    """Whether a signature or a note in brackets follows the quotation, on the same line or the next."""
    return SIGNED.match(view.text, quotation.span.end) is not None


def _fills_paragraph(view: View, quotation: Quotation) -> Fact:
    """Whether nothing else stands in its paragraph, as with quotations that are set apart."""
    return len(quotation.span.of(view.text)) >= len(view.paragraph_at(quotation.span.start).of(view.text).strip())


def _is_closed_below(view: View, quotation: Quotation) -> Fact:
    """Whether the mark that is missing stands in the next paragraph, before any other begins."""
    following = view.audit.document.paragraphs[view.paragraph_number(quotation.span.end - 1) + 1 :][:1]
    if quotation.closing is not None or not following:
        return False
    marks = DOUBLE.findall(following[0].of(view.text))
    return bool(marks) and (marks[0] == "”" or (marks[0] == '"' and len(marks) % 2 == 1))


def _is_like_name(view: View, quotation: Quotation) -> Fact:
    """Whether all quoted words but small ones begin with a capital or a digit, as in names and titles."""
    words = quotation.span.of(view.text).strip(MARKS)
    return all(NAME.match(f"{word} ") for word in words.split())


QUOTATION_FACTS: Mapping[str, Callable[[View, Subject], Fact]] = {
    "quotation_kind": of_quotation(lambda _, each: each.kind.value),
    "quoted": of_quotation(lambda view, each: " ".join(each.span.of(view.text).split())),
    "words": of_quotation(lambda _, each: each.words),
    "quoted_sentences": of_quotation(_sentences),
    "quoted_paragraphs": of_quotation(lambda _, each: len(each.parts)),
    "opening": of_quotation(lambda _, each: each.opening),
    "is_closed": of_quotation(lambda _, each: each.closing is not None),
    "is_closed_below": of_quotation(_is_closed_below),
    "is_like_name": of_quotation(_is_like_name),
    "fills_paragraph": of_quotation(_fills_paragraph),
    "is_sentence": of_quotation(_is_sentence),
    "is_signed": of_quotation(_is_signed),
    "edits": of_quotation(lambda view, each: len(_edits(view, each))),
    "edited": of_quotation(lambda view, each: " ".join(_edits(view, each))),
    "is_first_quotation": of_quotation(lambda view, each: bool(view.spoken) and view.spoken[0] == each),
}
