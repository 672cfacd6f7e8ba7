"""Whether a rule did with an example what the example asks for."""

from __future__ import annotations

from collections.abc import Sequence

from quotecheck.findings.card import Card
from quotecheck.findings.packs import Check, Checks
from quotecheck.records import Document, Finding, Scope, Span
from quotecheck.rulebook import Rulebook
from quotecheck.rulebook.examples import Example

MARKDOWN_HEAD = "---\n"  # an example with front matter is read as Markdown


def only(card: Card, rulebook: Rulebook) -> Checks:
    """One rule alone, as its card has it."""
    return Checks(rulebook, "", (Check(card, card.severity, card.settings),))


def example_path(example: Example) -> str:
    """A file name from which the format of the example can be told."""
    return "example.md" if example.text.startswith(MARKDOWN_HEAD) else "example.txt"


def complaint(example: Example, document: Document, findings: Sequence[Finding], *, must_pass: bool) -> str:
    """What is wrong with ``findings``, empty where nothing is.

    An example to flag must be flagged on all its marked words and nowhere else; without marks, anywhere.
    """
    found = [Span(0, 0) if each.scope is Scope.ARTICLE else document.origin(each.span) for each in findings]
    shown = "; ".join(f"'{place.of(document.source)}'" if place.end else "the article" for place in found)
    if must_pass:
        return f"must pass, and was flagged at {shown}" if found else ""
    if not found:
        return "must be flagged, and was not"
    for mark in example.marks:
        if not any(place.overlaps(mark.span) for place in found):
            return f"must be flagged at '{mark.span.of(example.text)}', and was at {shown}"
    if example.marks and not all(any(place.overlaps(mark.span) for mark in example.marks) for place in found):
        return f"must be flagged at the marked words only, and was at {shown}"
    return ""
