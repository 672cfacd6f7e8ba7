from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from quotecheck.metrics.count import measure
from quotecheck.metrics.scale import read_scale
from quotecheck.records import Name, Refusal, SourceKind, Span
from tests.builders import RULEBOOK, attribution, audit, document, source, span

ACCUSES = "A clerk accused Peter Harl of taking bribes."


def tallies_of(more: str, *, verb: str = "accuse", wrong: str = "bribes", refuses: bool = False) -> Counter[str]:
    """The counts of an article in which somebody is accused, and then something more is said."""
    text = f"{ACCUSES.replace('bribes', wrong)} {more}"
    says = attribution(text, "A clerk", "accused", f"Peter Harl of taking {wrong}")
    says = replace(says, cue=replace(says.cue, lemma=verb)) if says.cue else says
    attributions = [says]
    sources = [source("a clerk", says)]
    if "I never" in more:
        denies = attribution(text, "Harl", None, "I never did")
        attributions.append(denies)
        sources.append(source("Peter Harl", denies))
    end = text.index(".") + 1
    article = replace(
        audit(document(text), (), tuple(attributions), tuple(sources)),
        sentences=(Span(0, end), Span(end + 1, len(text))),
        names=(Name(span(text, "Peter Harl"), SourceKind.PERSON),),
        refusals=(Refusal(None, span(text, "silent"), Span(end + 1, len(text))),) if refuses else (),
    )
    return measure(article, read_scale(RULEBOOK)).tallies


@pytest.mark.parametrize(
    ("more", "answered"),
    [
        ("The court was closed.", 0),
        ("“I never did,” Harl said.", 1),
        ("Harl denied it.", 1),
        ("Harl did not respond to a letter.", 1),
        ("The mayor did not respond to a letter.", 0),
    ],
)
def test_accused_have_a_word_or_not(more: str, answered: int) -> None:
    found = tallies_of(more)
    assert (found["accused"], found["answered"]) == (1, answered)


def test_refusal_is_an_answer() -> None:
    assert tallies_of("Harl kept silent.", refuses=True)["answered"] == 1


@pytest.mark.parametrize(("verb", "wrong"), [("tell", "bribes"), ("accuse", "walks")])
def test_it_takes_an_accusing_verb_and_a_grave_wrong(verb: str, wrong: str) -> None:
    assert tallies_of("Nobody came.", verb=verb, wrong=wrong)["accused"] == 0
