"""The metrics as a page of the manual, in Markdown, made of ``rules/metrics.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import fill

from quotecheck.metrics.definitions import Definition, Definitions, read_definitions
from quotecheck.metrics.formula import formula
from quotecheck.metrics.scale import Scale, read_scale
from quotecheck.records import Convention
from quotecheck.reports.markdown import table
from quotecheck.rulebook import Rulebook

WIDTH = 120
NAME = re.compile(r"\w+_\w+")
HEAD = """\
# The metrics

What each number in a report is, how it is reckoned, who else counts so, and what it does not say. Made of
`rules/metrics.yaml` by `quotecheck rules manual --metrics`. `quotecheck report --explain METRIC PATH` shows the same
for one metric, and then every place in your articles that the number is made of.

A share needs something to divide by; where there is nothing it is `null`, neither 0 nor 1. In JSON every metric stands
with its two counts: those of the contract as fields of their own, the others under `metrics.more`. Counts of many
articles are the sums of the counts of each, and their shares are made of the sums. What somebody is said to think or to
want is no statement, and neither is a refusal to comment.

Compare figures only within one convention and one kind of article: desks differ widely. Where articles tell their
section, as web pages and agency formats do, the summary also gives each section by itself. Articles whose section is
opinion are left out of the metrics about *stories*.
"""
CONVENTIONS = """\
## Whom one counts as unnamed

Studies differ in this, so `--convention` chooses, and the summary of a report gives all four. It bears on the metrics
marked so below; the fields of the contract are the same under each. *Anonymous* is a source whose name is withheld,
*unnamed* one whose name is merely not given.
"""
SCORE = """\
## The transparency score

How much of what an article reports a reader can trace to somebody, from 0 to 100:

    score = 100 × sum of (weight × value) ÷ sum of weights

The value is the share itself where more of it is better, and 1 less the share where less is better. Where a share does
not exist there is nothing to fault, and the value is 1: an article without anonymous sources owes nobody a reason. So a
name that is given always scores higher than the same name withheld, with a reason or without. An article without
statements has no score.
"""
SCORE_LIMITS = """\
It says how openly sources are named, not whether they are right, well chosen, or fairly heard. Witnesses and sources in
danger are often rightly left without a name, and cost points all the same. The score of a short text hangs on very few
statements. Do not rank reporters by it, and compare only like with like. The weights are a starting point: copy
`rules/`, change them in `metrics.yaml`, and give the folder with `--rules`.
"""
LEFT_OUT = """\
## What is not counted

Some figures of studies and policies cannot be had from the article alone:
"""


def metrics_page(rulebook: Rulebook) -> str:
    """Every metric, the conventions, the score and what is left out."""
    definitions, scale = read_definitions(rulebook), read_scale(rulebook)
    return "\n".join(
        [HEAD, *_conventions(scale), *_metrics(definitions), *_score(definitions), *_left_out(definitions)]
    )


def _conventions(scale: Scale) -> Iterator[str]:
    yield CONVENTIONS
    yield table(("Convention", "Counts as unnamed"), [(f"`{each}`", scale.unnamed[each].about) for each in Convention])


def _metrics(definitions: Definitions) -> Iterator[str]:
    for heading, of_contract in (("In every report", True), ("Further metrics", False)):
        yield f"## {heading}\n"
        for metric in definitions.metrics.values():
            if metric.is_of_contract is of_contract:
                yield "\n".join(_metric(metric, definitions)) + "\n"


def _metric(metric: Definition, definitions: Definitions) -> Iterator[str]:
    yield f"### {metric.id}\n"
    yield _filled(f"{metric.title} = {formula(metric, definitions)}.")
    if metric.is_by_convention:
        yield "Depends on the convention."
    if metric.used_by:
        yield _filled(f"Used by {', '.join(metric.used_by)}.")
    yield _filled(f"*Mind:* {metric.limits}")


def _score(definitions: Definitions) -> Iterator[str]:
    yield SCORE
    rows = [
        (f"{each.weight:g}", f"`{each.share}`", "more" if each.more_is_better else "less", each.why)
        for each in definitions.weights
    ]
    yield table((" Weight", "Share", "Better", "Why"), rows)
    yield SCORE_LIMITS


def _left_out(definitions: Definitions) -> Iterator[str]:
    yield LEFT_OUT
    yield "\n".join(_filled(f"- {each.metric}: {each.why}") for each in definitions.left_out) + "\n"


def _filled(text: str) -> str:
    """A paragraph, names of metrics set as code."""
    text = NAME.sub(r"`\g<0>`", text)
    return fill(text, WIDTH, subsequent_indent="  " if text.startswith("- ") else "", break_on_hyphens=False)
