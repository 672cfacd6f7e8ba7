"""``quotecheck rules``: what the rules are, why, whether their examples hold, and a start for a new one."""

from __future__ import annotations

import json
import os
import textwrap
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from tabulate import tabulate

from quotecheck.cli.metric_manual import metrics_page
from quotecheck.cli.output import open_output
from quotecheck.cli.rule_examples import Trial, examples_of, run_example
from quotecheck.cli.rule_manual import precision_page, rules_page
from quotecheck.cli.status import ExitStatus
from quotecheck.config import Configs
from quotecheck.errors import QuotecheckError, RuleError
from quotecheck.findings import DEFAULT, Checks, choose
from quotecheck.findings.card import FOLDER, ID, Card, read_cards
from quotecheck.findings.packs import read_packs
from quotecheck.findings.schema import card_schema
from quotecheck.rulebook import Rulebook, load_rulebook
from quotecheck.rulebook.block import unknown_word

PAGE = 100  # columns
CONFIGURED = ("list", "explain")  # tasks that know the house rules of the configuration without being told
NEW_CARD = """\
title: {title}
about: attribution            # source, attribution, quotation, wording, article
severity: warning
message: "{{credited}} {{cue_words}}: say here what is wrong in this article"
why: >-
  Say why readers are owed it.
advice: Say what to do about it.
backing: []                   # policies of policies.yaml that ask for it
where: {{cue: claim}}           # facts and tests; `quotecheck rules schema` lists them
confidence: 0.5               # an estimate, until you have read what the rule finds: then precision
examples:
  flag:
    - "The firm [[claimed that it had paid]]."
  pass:
    - "The firm said that it had paid."
"""


def configure(parser: ArgumentParser, _: Sequence[str] = ()) -> None:
    """What can be said after ``quotecheck rules``."""
    parser.description = (
        "Lists and explains the rules that drafts are checked against, tests their examples, starts a new one."
    )
    tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")
    listing = tasks.add_parser("list", help="all rules, or those of a pack, with severity and measured precision")
    listing.add_argument("--pack", metavar="NAME", help="only the rules of this pack, as severe as it has them")
    explaining = tasks.add_parser("explain", help="what a rule means, why, who asks for it, and how far to trust it")
    explaining.add_argument("rule", metavar="RULE")
    testing = tasks.add_parser("test", help="run the examples of the rules")
    testing.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="only the rules of this folder")
    testing.add_argument("--rule", metavar="RULE", help="only this rule")
    starting = tasks.add_parser("new", help="write the start of a new rule")
    starting.add_argument("name", metavar="NAME", help="small letters, digits and hyphens, such as late-speaker")
    starting.add_argument(
        "--into", type=Path, default=Path("house-rules"), metavar="FOLDER", help="default: %(default)s"
    )
    schema = tasks.add_parser("schema", help="print the JSON Schema of the cards, for editors with completion")
    manual = tasks.add_parser("manual", help="print the rules as a page of a manual, in Markdown")
    pages = manual.add_mutually_exclusive_group()
    pages.add_argument("--precision", action="store_true", help="the page on how often the rules are right")
    pages.add_argument("--metrics", action="store_true", help="the page on what reports count, and the score")
    for task in (listing, explaining, testing, schema, manual):
        task.add_argument(
            "--add-rules", action="append", default=[], type=Path, metavar="FOLDER", help="a folder of your own rules"
        )


def rules(options: Namespace) -> ExitStatus:
    """Do the task that ``options`` name; raises QuotecheckError."""
    if options.task == "new":
        return _new(options)
    also = list(options.add_rules)
    if options.task in CONFIGURED:
        named = {folder.resolve() for folder in also}
        also += [each for each in Configs({}).of_folder(os.curdir).house_rules if each.resolve() not in named]
    if options.task == "test" and options.folder is not None and options.folder not in also:
        also.append(options.folder)
    rulebook = load_rulebook(also=also)
    with open_output(None) as out:
        return TASKS[options.task](rulebook, options, out)


def _list(rulebook: Rulebook, options: Namespace, out: TextIO) -> ExitStatus:
    cards = read_cards(rulebook)
    default = _severities(choose(rulebook, DEFAULT))
    shown = default if options.pack is None else _severities(choose(rulebook, options.pack))
    rows = [
        (
            card.id,
            shown.get(card.id, card.severity.value),
            _precision(card),
            "yes" if card.id in default else "",
            card.title,
        )
        for card in cards.values()
        if options.pack is None or card.id in shown
    ]
    out.write(tabulate(rows, headers=("Rule", "Severity", "Precision", "By default", "What"), disable_numparse=True))
    out.write("\n\n")
    for pack in read_packs(rulebook).values():
        out.write(_wrapped(f"{pack.name}: {pack.description}") + "\n")
    return ExitStatus.CLEAN


def _explain(rulebook: Rulebook, options: Namespace, out: TextIO) -> ExitStatus:
    card = _card(options.rule, rulebook)
    out.write("\n\n".join(_explained(card, rulebook)) + "\n")
    return ExitStatus.CLEAN


def _explained(card: Card, rulebook: Rulebook) -> Iterator[str]:
    yield f"{card.id}: {card.title}"
    yield _wrapped(f"Why: {card.why}")
    yield _wrapped(f"What to do: {card.advice}")
    yield "Flagged:\n" + "\n".join(_wrapped(each.text, "  ") for each in card.examples.flag)
    yield "Not flagged:\n" + "\n".join(_wrapped(each.text, "  ") for each in card.examples.passes)
    if card.examples.todo:
        yield "Not judged rightly yet:\n" + "\n".join(_wrapped(each.text, "  ") for each in card.examples.todo)
    yield _wrapped(f"Precision: {_precision(card, at_length=True)}" + (f" {card.note}" if card.note else ""))
    if card.settings:
        yield "Settings: " + ", ".join(f"{name} = {value:g}" for name, value in card.settings.items())
    packs = [
        f"{pack} ({severities[card.id]})"
        for pack in read_packs(rulebook)
        if card.id in (severities := _severities(choose(rulebook, pack)))
    ]
    yield _wrapped(f"Severity: {card.severity.value}. Packs: {', '.join(packs) or 'none'}.")
    if card.backing:
        yield "Asked for by:\n" + "\n".join(_wrapped(policy.shown, "  ") for policy in card.backing)
    else:
        yield "Asked for by: no published policy that we have seen; the rule is ours."
    directive = f"quotecheck: ignore {card.id} -- your reason"
    yield (
        "To silence it in one place, write above the paragraph\n"
        f"  in Markdown or HTML:          <!-- {directive} -->\n"
        f"  in plain text, Word or wire:  [{directive}]"
    )


def _test(rulebook: Rulebook, options: Namespace, out: TextIO) -> ExitStatus:
    cards = tuple(read_cards(rulebook).values())
    if options.rule is not None:
        cards = (_card(options.rule, rulebook),)
    if options.folder is not None:
        folder = options.folder.resolve()
        cards = tuple(card for card in cards if Path(card.path).resolve().is_relative_to(folder))
    if not cards:
        raise QuotecheckError(f"there are no rules to test; rules lie in a folder '{FOLDER}' below the one you name")
    trials = [run_example(card, kind, example, rulebook) for card in cards for kind, example in examples_of(card)]
    failed = [trial for trial in trials if trial.has_failed]
    for trial in failed:
        out.write(f"{trial.example.path}:{trial.example.line}: {_told(trial)}\n    {trial.example.text!r}\n")
    out.write(f"{len(cards)} rules, {len(trials)} examples: {len(failed)} failed\n")
    return ExitStatus.FINDINGS if failed else ExitStatus.CLEAN


def _told(trial: Trial) -> str:
    return f"{trial.card.id}: {trial.complaint or 'this known gap works now; move it to flag or pass'}"


def _schema(rulebook: Rulebook, _: Namespace, out: TextIO) -> ExitStatus:
    out.write(json.dumps(card_schema(rulebook), indent=2) + "\n")
    return ExitStatus.CLEAN


def _manual(rulebook: Rulebook, options: Namespace, out: TextIO) -> ExitStatus:
    page = metrics_page if options.metrics else precision_page if options.precision else rules_page
    out.write(page(rulebook))
    return ExitStatus.CLEAN


def _new(options: Namespace) -> ExitStatus:
    name = options.name
    if not ID.fullmatch(name):
        raise QuotecheckError(f"'{name}' is no name for a rule; allowed are small letters, digits and hyphens")
    path = options.into / FOLDER / f"{name}.yaml"
    if name in read_cards(load_rulebook()) or path.exists():
        raise RuleError(str(path), None, f"there is a rule '{name}' already; choose another name")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(NEW_CARD.format(title=name.replace("-", " ").capitalize()), encoding="utf-8")
    except OSError as error:
        raise RuleError(str(path), None, f"no rule can be written there: {error.strerror}") from None
    with open_output(None) as out:
        out.write(f"Wrote {path}. Try it with: quotecheck rules test {options.into}\n")
        out.write(f'To use it, write into quotecheck.toml: rules = ["{options.into.as_posix()}"]\n')
    return ExitStatus.CLEAN


TASKS: Mapping[str, Callable[[Rulebook, Namespace, TextIO], ExitStatus]] = {
    "list": _list,
    "explain": _explain,
    "test": _test,
    "schema": _schema,
    "manual": _manual,
}


def _card(name: str, rulebook: Rulebook) -> Card:
    cards = read_cards(rulebook)
    if name not in cards:
        raise QuotecheckError(unknown_word("rule", name, tuple(cards)))
    return cards[name]


def _severities(checks: Checks) -> dict[str, str]:
    return {check.card.id: check.severity.value for check in checks.rules}


def _precision(card: Card, *, at_length: bool = False) -> str:
    if card.precision is None:
        return f"not measured, estimated {card.confidence:.0%}." if at_length else f"~{card.confidence:.0%}"
    measured = card.precision
    share = f"{measured.share:.0%}"
    return f"{share}, {measured.right} of {measured.read} read in {measured.corpus}." if at_length else share


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, PAGE, initial_indent=indent, subsequent_indent=indent or "  ", break_on_hyphens=False)
