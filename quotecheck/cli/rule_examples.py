"""Runs the examples of rules through the whole engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quotecheck.findings import find
from quotecheck.findings.card import Card
from quotecheck.findings.judge import complaint, example_path, only
from quotecheck.rulebook import Rulebook
from quotecheck.rulebook.examples import Example

FLAG, PASS, TODO = "flag", "pass", "todo"


@dataclass(frozen=True, slots=True)
class Trial:
    """An example, what it asks for, and what was wrong: empty where nothing was."""

    card: Card
    kind: str  # FLAG, PASS or TODO
    example: Example
    complaint: str

    @property
    def has_failed(self) -> bool:
        """A known gap that works is to be moved, so it fails too."""
        return bool(self.complaint) != (self.kind == TODO)


def examples_of(card: Card) -> Iterator[tuple[str, Example]]:
    """All examples of a rule with what each asks for."""
    for kind, examples in ((FLAG, card.examples.flag), (PASS, card.examples.passes), (TODO, card.examples.todo)):
        for example in examples:
            yield kind, example


def run_example(card: Card, kind: str, example: Example, rulebook: Rulebook) -> Trial:
    """Read one example with this rule alone; an example to do asks for a flag where it has marked words."""
    from quotecheck.document.build import build_document
    from quotecheck.document.pipeline import load_pipeline
    from quotecheck.layers import audit_document

    document = build_document(example_path(example), example.text.encode(), rulebook)
    findings = find(audit_document(document, load_pipeline(None), rulebook), only(card, rulebook))
    must_pass = kind == PASS or (kind == TODO and not example.marks)
    return Trial(card, kind, example, complaint(example, document, findings, must_pass=must_pass))
