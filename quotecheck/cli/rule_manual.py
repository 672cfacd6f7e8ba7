"""The rules as pages of the manual, in Markdown, made of their cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quotecheck.findings import choose
from quotecheck.findings.card import Card, read_cards
from quotecheck.findings.packs import Pack, read_packs
from quotecheck.rulebook import Rulebook
from quotecheck.rulebook.examples import Example

GROUPS = {
    "description": "How sources are described",
    "anonymity": "Anonymity and its terms",
    "weight": "Weight, support and fairness",
    "mechanics": "How words are tied to speakers",
    "form": "Verbs, and the form of quotations",
}
RULES_HEAD = """\
# The rules

What each rule finds and why, made of the cards in `rules/checks/` by `quotecheck rules manual`; `quotecheck rules
explain RULE` shows one of them. The severity is that of the card; packs and your configuration may set another.
"""
PRECISION_HEAD = """\
# How often the rules are right

For each rule, findings drawn at random were read with their context: *right* means that the article really does what
the finding says. Rules under 80 % are not on by default, rules under 95 % are no errors unless a pack or a newsroom
makes them so. An estimate (~) stands where a rule hardly ever fired. Made of the cards by
`quotecheck rules manual --precision`.
"""


def rules_page(rulebook: Rulebook) -> str:
    """Every pack and every rule."""
    cards = read_cards(rulebook)
    return "\n".join([RULES_HEAD, *_packs(rulebook), *_groups(tuple(cards.values()), _packs_of(rulebook))])


def precision_page(rulebook: Rulebook) -> str:
    """The tally of what was read, and how each rule errs."""
    rows = ["| rule | severity | right / read | precision | how it errs |", "|---|---|---|---|---|"]
    for card in read_cards(rulebook).values():
        measured = card.precision
        tally = f"{measured.right} / {measured.read}" if measured else ""
        share = f"{measured.share:.0%}" if measured else f"~{card.confidence:.0%}"
        rows.append(f"| `{card.id}` | {card.severity.value} | {tally} | {share} | {_escaped(card.note or '')} |")
    return "\n".join([PRECISION_HEAD, *rows]) + "\n"


def _packs(rulebook: Rulebook) -> Iterator[str]:
    yield "## Packs\n"
    yield 'A pack is a choice of rules and severities: `pack = "NAME"` in `quotecheck.toml`, or `--pack NAME`.\n'
    for pack in read_packs(rulebook).values():
        yield f"- **{pack.name}**: {pack.description} {_size(pack, rulebook)}"
    yield ""


def _size(pack: Pack, rulebook: Rulebook) -> str:
    return f"({len(choose(rulebook, pack.name).rules)} rules)"


def _packs_of(rulebook: Rulebook) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for pack in read_packs(rulebook):
        for check in choose(rulebook, pack).rules:
            found.setdefault(check.card.id, []).append(f"{pack} ({check.severity.value})")
    return found


def _groups(cards: Sequence[Card], packs: Mapping[str, Sequence[str]]) -> Iterator[str]:
    named = [*GROUPS, *sorted({card.group for card in cards} - GROUPS.keys())]
    for group in named:
        those = [card for card in cards if card.group == group]
        if those:
            yield f"## {GROUPS.get(group, group or 'Other rules')}\n"
            for card in those:
                yield from _rule(card, packs.get(card.id, ()))


def _rule(card: Card, packs: Sequence[str]) -> Iterator[str]:
    yield f"### {card.id}\n"
    yield f"**{_escaped(card.title)}.** {card.why}\n"
    yield f"*What to do:* {card.advice}\n"
    yield from _examples("Flagged", card.examples.flag)
    yield from _examples("Not flagged", card.examples.passes)
    yield from _examples("Not judged rightly yet", card.examples.todo)
    measured = f"{card.precision.share:.0%} precision" if card.precision else f"about {card.confidence:.0%} by estimate"
    settings = ", ".join(f"`{name}` = {value:g}" for name, value in card.settings.items())
    yield f"{card.severity.value}, {measured}" + (f". Settings: {settings}" if settings else "") + ". "
    yield f"Packs: {', '.join(packs) or 'none'}. " + (f"{card.note}" if card.note else "")
    backing = "; ".join(policy.shown for policy in card.backing)
    yield f"Asked for by: {backing or 'no published policy that we have seen; the rule is ours'}.\n"


def _examples(title: str, examples: Sequence[Example]) -> Iterator[str]:
    if examples:
        yield f"{title}:\n"
        yield from (f"- {_escaped(' / '.join(example.text.split(chr(10) * 2)))}" for example in examples)
        yield ""


def _escaped(text: str) -> str:
    """Text that Markdown must not read: one line, with its marks as they are."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
