"""From a configuration to the rules that are on; what it asks of unknown rules, packs and metrics is told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from quotecheck.config import Config, Name
from quotecheck.config.keys import LIMIT, OFF, ON, SETTINGS, SEVERITY
from quotecheck.config.setting import COMMAND_LINE
from quotecheck.errors import RuleError
from quotecheck.findings import Checks, Choice, choose
from quotecheck.findings.card import read_cards
from quotecheck.findings.limits import CARD, unknown_limit
from quotecheck.findings.packs import read_packs
from quotecheck.findings.suppress import CARDS
from quotecheck.records import Failure, RuleCard, Severity
from quotecheck.rulebook import Rulebook
from quotecheck.rulebook.block import unknown_word

OWN_CARDS = (CARD, *CARDS)  # rules that no file describes: limits, and comments to quotecheck
PLACE = re.compile(r"(.+):([0-9]+)")


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """The rules for the articles of one configuration."""

    checks: Checks
    on: Mapping[str, Severity]  # those in ``checks``, and those of OWN_CARDS
    known: frozenset[str]  # all rules that there are
    limits: Mapping[str, float]

    @property
    def cards(self) -> tuple[RuleCard, ...]:
        """What reports tell of the rules."""
        own = (replace(card, severity=self.on[card.id]) for card in OWN_CARDS if card.id in self.on)
        return (*self.checks.cards, *own)


def choose_rules(config: Config, rulebook: Rulebook, select: Sequence[str] | None) -> tuple[Chosen, list[Failure]]:
    """The rules that ``config`` wants, or of all rules ``select`` alone; and what it wants that there is not.

    Raises RuleError for a broken card or pack, and for an unknown pack.
    """
    failures: list[Failure] = []
    _refuse_unknown_pack(config, rulebook)
    cards = read_cards(rulebook)
    known = (*cards, *(card.id for card in OWN_CARDS))
    choices = dict(_choices(config, rulebook, known, failures))
    alone = None if select is None else {name for name in select if _is_known(name, known, COMMAND_LINE, failures)}
    checks = choose(rulebook, config.pack, {name: choices[name] for name in choices if name in cards})
    if alone is not None:
        on = {check.card.id for check in checks.rules}
        checks = choose(rulebook, config.pack, {name: _alone(name, alone, on, choices) for name in cards})
    levels = {check.card.id: check.severity for check in checks.rules} | dict(_own_levels(choices, alone))
    return Chosen(checks, levels, frozenset(known), dict(_limits(config, rulebook, failures))), failures


def _refuse_unknown_pack(config: Config, rulebook: Rulebook) -> None:
    packs = read_packs(rulebook)
    if config.pack not in packs:
        path, line = _place(config.origin("pack"))
        raise RuleError(path, line, unknown_word("pack", config.pack, tuple(packs)))


def _choices(
    config: Config, rulebook: Rulebook, known: Sequence[str], failures: list[Failure]
) -> Iterator[tuple[str, Choice]]:
    cards = read_cards(rulebook)
    for rule in sorted({*config.levels, *config.rule_settings}):
        settings = config.rule_settings.get(rule, {})
        names: list[Name] = [(SEVERITY, rule)] if rule in config.levels else []
        names += [(SETTINGS, rule, setting) for setting in settings]
        if not _is_known(rule, known, config.origin(*names[0]), failures):
            continue
        allowed = tuple(cards[rule].settings) if rule in cards else ()
        for setting in settings:
            if setting not in allowed:
                hint = unknown_word("setting", setting, allowed) if allowed else "it has no settings"
                failures.append(_failure(config.origin(SETTINGS, rule, setting), f"rule '{rule}': {hint}"))
        yield rule, Choice(config.levels.get(rule), {name: settings[name] for name in settings if name in allowed})


def _alone(rule: str, alone: Collection[str], on: Collection[str], choices: Mapping[str, Choice]) -> Choice:
    """What to choose of a rule so that it is on where it is one of ``alone``, as severe as it would be anyway."""
    choice = choices.get(rule, Choice())
    level = OFF if rule not in alone else choice.level if rule in on else ON
    return Choice(level, choice.settings)


def _own_levels(choices: Mapping[str, Choice], alone: Collection[str] | None) -> Iterator[tuple[str, Severity]]:
    for card in OWN_CARDS:
        level = choices[card.id].level if card.id in choices else None
        is_on = level != OFF if alone is None else card.id in alone
        if is_on:
            yield card.id, card.severity if level in (None, ON, OFF) else Severity(level)


def _limits(config: Config, rulebook: Rulebook, failures: list[Failure]) -> Iterator[tuple[str, float]]:
    for name, bound in config.limits.items():
        wrong = unknown_limit(name, rulebook)
        if wrong is None:
            yield name, bound
        else:
            failures.append(_failure(config.origin(LIMIT, name), wrong))


def _is_known(rule: str, known: Sequence[str], origin: str, failures: list[Failure]) -> bool:
    if rule not in known:
        near = get_close_matches(rule, known, n=1)
        hint = f" (did you mean '{near[0]}'?)" if near else ""
        failures.append(_failure(origin, f"unknown rule '{rule}'{hint}; `quotecheck rules list` names them all"))
    return rule in known


def _failure(origin: str, message: str) -> Failure:
    path, line = _place(origin)
    return Failure(path, "configuration", message, line)


def _place(origin: str) -> tuple[str, int | None]:
    found = PLACE.fullmatch(origin)
    return (found.group(1), int(found.group(2))) if found else (origin, None)
