"""``quotecheck check``: what articles break of the rules of a newsroom."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from quotecheck.changes import brought, open_change
from quotecheck.cli.choices import OWN_CARDS, Chosen, choose_rules
from quotecheck.cli.complain import complain
from quotecheck.cli.known import Baselines, told_gone
from quotecheck.cli.option_groups import add_engine, add_inputs, add_known, add_outputs, add_policy, add_run
from quotecheck.cli.run import run
from quotecheck.cli.status import ExitStatus
from quotecheck.config import Config
from quotecheck.findings import find
from quotecheck.findings.limits import CARD as LIMIT
from quotecheck.findings.limits import broken_limits
from quotecheck.findings.suppress import apply_directives
from quotecheck.records import Audit, Failure, Finding, RuleCard, Severity
from quotecheck.rulebook import Rulebook

ORDER = {severity: nth for nth, severity in enumerate(Severity)}  # 0: the most severe


@dataclass(frozen=True, slots=True)
class Case:
    """One article that is judged."""

    audit: Audit
    config: Config
    chosen: Chosen


Findings: TypeAlias = "tuple[Finding, ...]"


def configure(parser: ArgumentParser, arguments: Sequence[str]) -> None:
    """What can be said after ``quotecheck check``."""
    parser.description = "Checks articles against the rules of a newsroom."
    parser.epilog = (
        "Exit status 0: nothing at or above the fail level. 1: findings at or above it. 2: something could not be "
        "done as asked; the rest is still checked."
    )
    add_inputs(parser, default=".")
    add_outputs(parser, default="text")
    add_policy(parser, arguments)
    add_known(parser)
    add_engine(parser)
    add_run(parser)


def check(options: Namespace) -> ExitStatus:
    """Check the articles that ``options`` name; raises QuotecheckError for what spoils all of it."""
    baselines = None if options.no_baseline else Baselines()
    change = None if options.diff is None else open_change(options.diff)
    status = run(options, Desk(options.select, baselines), change=change)
    if baselines is not None and baselines.gone:
        complain(told_gone(baselines.gone))
    return status


def silenced_in_text(case: Case, findings: Findings) -> Findings:
    """What the article itself says about its findings."""
    return apply_directives(
        case.audit.document,
        case.audit.quotations,
        findings,
        case.chosen.known,
        checked_rules=case.chosen.on,
        require_reason=case.config.require_reason,
    )


class Desk:
    """Judges audits by the rules of their configurations; what ``baselines`` know does not count."""

    def __init__(self, select: Sequence[str] | None, baselines: Baselines | None = None) -> None:
        self._select, self._baselines = select, baselines
        self._chosen: dict[Config, Chosen] = {}
        self._has_failed = False

    def prepare(self, config: Config, rulebook: Rulebook) -> Iterable[Failure]:
        self._chosen[config], failures = choose_rules(config, rulebook, self._select)
        if self._baselines is not None:
            self._baselines.read(config)
        return failures

    def cards(self) -> tuple[RuleCard, ...]:
        cards = {card.id: card for chosen in self._chosen.values() for card in chosen.cards}
        return tuple(cards[name] for name in sorted(cards))

    def judge(self, audit: Audit, config: Config, before: Audit | None = None) -> Audit:
        case = Case(audit, config, self._chosen[config])
        findings = silenced_in_text(case, _found(case))
        if self._baselines is not None:
            findings = self._baselines.mark(audit, config, findings, case.chosen.on)
        if before is not None:
            old = replace(case, audit=before)
            then = replace(before, findings=silenced_in_text(old, _found(old)))
            findings = brought(then, replace(audit, findings=findings))
        shown = tuple(each for each in _levelled(case, findings) if _is_shown(each, config))
        self._has_failed |= any(each.suppression is None and _fails(each, config) for each in shown)
        return replace(audit, findings=shown)

    def status(self) -> ExitStatus:
        return ExitStatus.FINDINGS if self._has_failed else ExitStatus.CLEAN


def _found(case: Case) -> Findings:
    chosen = case.chosen
    limits = broken_limits(case.audit, chosen.limits, chosen.checks.rulebook) if LIMIT.id in chosen.on else ()
    return (*limits, *find(case.audit, chosen.checks))


def _levelled(case: Case, findings: Findings) -> Iterable[Finding]:
    """Findings that no card of the rulebook makes, as severe as the configuration wants them."""
    own = {card.id for card in OWN_CARDS}
    for each in findings:
        if each.rule not in own:
            yield each
        elif each.rule in case.chosen.on:
            yield replace(each, severity=case.chosen.on[each.rule])


def _is_shown(finding: Finding, config: Config) -> bool:
    return finding.confidence >= config.min_confidence and ORDER[finding.severity] <= ORDER[config.report_level]


def _fails(finding: Finding, config: Config) -> bool:
    return config.fail_on is not None and ORDER[finding.severity] <= ORDER[config.fail_on]
