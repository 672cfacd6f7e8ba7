"""Every example of every rule, read by the whole engine with this one rule on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quotecheck.cli.rule_examples import TODO, examples_of, run_example
from quotecheck.findings.card import Card, read_cards
from quotecheck.rulebook import Rulebook, load_rulebook
from quotecheck.rulebook.examples import Example

GAP = pytest.mark.xfail(strict=True, reason="a known gap")


def cases() -> Iterator[object]:
    for card in read_cards(load_rulebook()).values():
        for kind, example in examples_of(card):
            name = f"{card.id}-{kind}-{example.line}"
            yield pytest.param(card, kind, example, id=name, marks=GAP if kind == TODO else ())


@pytest.mark.parametrize(("card", "kind", "example"), list(cases()))
def test_example(card: Card, kind: str, example: Example, rulebook: Rulebook) -> None:
    assert run_example(card, kind, example, rulebook).complaint == "", f"{card.path}:{example.line}"
