"""Packs: which rules a newsroom follows, how severely, and with which numbers.

A pack in ``rules/packs/`` has a ``description``, may ``extend`` other packs, and says of each rule ``on`` (as
severe as its card says), ``off``, a severity, or a mapping of ``severity`` and settings. What a pack says wins
over what it extends; of several that it extends, the last wins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import PurePath

from quotecheck.errors import QuotecheckError
from quotecheck.findings.card import Card, read_cards
from quotecheck.records import RuleCard, Severity
from quotecheck.rulebook import Rulebook
from quotecheck.rulebook.block import Block, unknown_word

FOLDER = "packs/"
DEFAULT = "default"
ON, OFF = "on", "off"
LEVELS = (ON, OFF, *(each.value for each in Severity))


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody wants of a rule: one of LEVELS, or ``None`` to leave that as it is; and other numbers."""

    level: str | None = None
    settings: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """The choices of one pack, those that it extends included."""

    name: str
    description: str
    choices: Mapping[str, Choice]


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """A rule that is on."""

    card: Card
    severity: Severity
    settings: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Checks:
    """The rules that are on, in the order of their names."""

    rulebook: Rulebook
    pack: str
    rules: tuple[Check, ...]

    @property
    def cards(self) -> tuple[RuleCard, ...]:
        """What reports tell of the rules."""
        return tuple(check.card.shown(check.severity) for check in self.rules)


def choose(rulebook: Rulebook, pack: str = DEFAULT, choices: Mapping[str, Choice] | None = None) -> Checks:
    """The rules of ``pack``, changed by ``choices``; raises QuotecheckError for an unknown pack, rule or setting."""
    packs = read_packs(rulebook)
    if pack not in packs:
        raise QuotecheckError(unknown_word("pack", pack, tuple(packs)))
    cards = read_cards(rulebook)
    wanted = dict(packs[pack].choices)
    for name, choice in (choices or {}).items():
        _refuse_unknown(name, choice, cards)
        wanted[name] = _changed(wanted.get(name, Choice(OFF)), choice)
    checks = [_check(cards[name], choice) for name, choice in sorted(wanted.items()) if choice.level != OFF]
    return Checks(rulebook, pack, tuple(checks))


@cache
def read_packs(rulebook: Rulebook) -> Mapping[str, Pack]:
    """All packs by name; raises RuleError with path and line, for a pack that extends itself too."""
    blocks = {
        PurePath(path).stem: rulebook.documents[path] for path in sorted(rulebook.documents) if path.startswith(FOLDER)
    }
    return {name: _read_pack(name, blocks, read_cards(rulebook)) for name in blocks}


def _read_pack(name: str, blocks: Mapping[str, Block], cards: Mapping[str, Card]) -> Pack:
    block = blocks[name]
    return Pack(name, " ".join(block.text("description").split()), _choices(name, blocks, cards, ()))


def _choices(
    name: str, blocks: Mapping[str, Block], cards: Mapping[str, Card], above: tuple[str, ...]
) -> dict[str, Choice]:
    block = blocks[name]
    block.expect_keys(required=("description", "rules"), optional=("extends",))
    choices: dict[str, Choice] = {}
    for nth, other in enumerate(block.texts("extends")):
        if other not in blocks:
            raise block.error(unknown_word("pack", other, tuple(blocks)), "extends", nth)
        if other == name or other in above:
            raise block.error(f"the pack '{name}' extends itself: {' > '.join((*above, name, other))}", "extends", nth)
        choices |= _choices(other, blocks, cards, (*above, name))
    rules = block.block("rules")
    for rule in rules:
        if rule not in cards:
            raise rules.error(unknown_word("rule", rule, tuple(cards)), rule)
        choices[rule] = _changed(choices.get(rule, Choice(OFF)), _read_choice(rules, cards[rule]))
    return choices


def _read_choice(rules: Block, card: Card) -> Choice:
    value = rules[card.id]
    if not isinstance(value, Block):
        return Choice(_level(rules, card.id))
    value.expect_keys(optional=("severity", *card.settings))
    level = _level(value, "severity") if "severity" in value else ON
    return Choice(level, {name: value.number(name) for name in value if name != "severity"})


def _level(block: Block, key: str) -> str:
    level = block.text(key)
    if level not in LEVELS:
        raise block.error(unknown_word("word", level, LEVELS), key)
    return level


def _changed(before: Choice, change: Choice) -> Choice:
    level = before.level if change.level is None else change.level
    return Choice(level, {**before.settings, **change.settings})


def _refuse_unknown(name: str, choice: Choice, cards: Mapping[str, Card]) -> None:
    if name not in cards:
        raise QuotecheckError(unknown_word("rule", name, tuple(cards)))
    for setting in choice.settings:
        if setting not in cards[name].settings:
            allowed = tuple(cards[name].settings)
            hint = unknown_word("setting", setting, allowed) if allowed else "it has no settings"
            raise QuotecheckError(f"rule '{name}': {hint}")


def _check(card: Card, choice: Choice) -> Check:
    severity = card.severity if choice.level in (ON, None) else Severity(choice.level)
    return Check(card, severity, {**card.settings, **choice.settings})
