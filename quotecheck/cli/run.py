"""The one loop behind ``report`` and ``check``: articles in, audits judged, formats out."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from quotecheck import __version__
from quotecheck.cache import Store
from quotecheck.changes import Change
from quotecheck.cli.complain import complain_of
from quotecheck.cli.engine import stumble
from quotecheck.cli.outputs import open_writers, outputs_of, refuse_to_overwrite
from quotecheck.cli.plan import Entry, Plan, make_plan
from quotecheck.cli.progress import Bar, bar_aside, progress_bar
from quotecheck.cli.status import ExitStatus
from quotecheck.cli.totals import Totals
from quotecheck.cli.workers import Workers, open_workers
from quotecheck.config import Config
from quotecheck.errors import ModelError
from quotecheck.records import Audit, Convention, Failure, RuleCard, Tool
from quotecheck.rulebook import Rulebook

NO_MODEL = "none"  # nothing could be read, so no pipeline was needed


class Judge(Protocol):
    """What a command makes of audits."""

    def prepare(self, config: Config, rulebook: Rulebook) -> Iterable[Failure]:
        """Hear of a configuration before its first article: what of it cannot be done. Raises RuleError."""

    def cards(self) -> tuple[RuleCard, ...]:
        """The rules that were asked for, when all configurations are known."""

    def judge(self, audit: Audit, config: Config, before: Audit | None = None) -> Audit:
        """The audit with its findings; where it is told what was ``before``, with those that the change brought."""

    def status(self) -> ExitStatus:
        """How the run ended, when nothing went wrong."""


def run(
    options: Namespace, judge: Judge, *, convention: Convention = Convention.STRICT, change: Change | None = None
) -> ExitStatus:
    """Do what ``options`` ask; raises QuotecheckError where nothing at all can be done.

    ``convention`` says whom the metrics of all articles together count as unnamed. With a ``change``, only articles
    that it touches are read, and judged beside what they were.
    """
    outputs = outputs_of(options)
    plan = make_plan(options, judge.prepare, change)
    refuse_to_overwrite(outputs, plan.read)
    totals = Totals()
    with open_workers(jobs=plan.jobs) as workers:
        entries = _loadable(plan, workers)
        tool = Tool(__version__, _models(entries), judge.cards())
        with open_writers(outputs, tool, width=options.width) as writers, progress_bar(len(entries)) as bar:
            writers.begin()
            told = writers.tell_failures and sys.stderr.isatty()
            for audit in _judged(entries, workers, judge, totals, bar, is_told=told):
                totals.add(audit)
                writers.add(audit, bar)
            writers.end(totals.summary(plan.definitions, convention, since=options.diff if change else None))
    _prune(plan)
    return ExitStatus.TROUBLE if totals.failures else judge.status()


def _loadable(plan: Plan, workers: Workers) -> tuple[Entry | Failure, ...]:
    """The entries; a pipeline that is needed and cannot be loaded is a failure, and takes its articles with it."""
    tried: dict[str | None, Failure | None] = {}
    entries: dict[Entry | Failure, None] = {}
    for each in plan.entries:
        if isinstance(each, Failure) or all(task.is_known for task in each.tasks):
            entries[each] = None
            continue
        settings = each.task.settings
        if settings.model not in tried:
            tried[settings.model] = None
            try:
                workers.load(settings)
            except ModelError as error:
                tried[settings.model] = Failure(each.config.origin("model"), "model", str(error))
        entries[tried[settings.model] or each] = None
    return tuple(entries)


def _models(entries: Iterable[Entry | Failure]) -> str:
    from quotecheck.document.model_name import model_name

    names = {model_name(each.task.settings.model) for each in entries if isinstance(each, Entry)}
    return ", ".join(sorted(names)) or NO_MODEL


def _judged(
    entries: tuple[Entry | Failure, ...], workers: Workers, judge: Judge, totals: Totals, bar: Bar, *, is_told: bool
) -> Iterator[Audit]:
    """The audits with their findings; failures are kept in ``totals``, each told once and at once.

    ``is_told``: the report tells them where they would be told.
    """
    tasks = (task for each in entries for task in (each.tasks if isinstance(each, Entry) else (each,)))
    found = workers.audits(tasks)
    for entry in entries:
        if bar is not None:
            bar.update()
        outcome = _judge(judge, entry, [next(found) for _ in entry.tasks]) if isinstance(entry, Entry) else next(found)
        if isinstance(outcome, Audit):
            yield outcome
        elif outcome not in totals.failures:
            totals.failures[outcome] = None
            if not is_told:
                with bar_aside(bar):
                    complain_of(outcome)


def _judge(judge: Judge, entry: Entry, found: Sequence[Audit | Failure]) -> Audit | Failure:
    *earlier, audit = found
    if isinstance(audit, Failure):
        return audit
    try:
        return judge.judge(audit, entry.config, next((each for each in earlier if isinstance(each, Audit)), None))
    except Exception as error:  # a defect of a rule costs one article, not the run
        return stumble(audit.document.path, error)


def _prune(plan: Plan) -> None:
    """Bound the caches that this run has added to."""
    tasks = [task for each in plan.articles for task in each.tasks]
    for folder in {task.slot.file.parent for task in tasks if task.slot is not None and not task.is_known}:
        Store(folder).prune(used=len(tasks))
