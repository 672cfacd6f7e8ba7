"""What a run is to do: which articles, each under its configuration, and what cannot be done as asked."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from quotecheck.changes import Change
from quotecheck.cli.complain import complain
from quotecheck.cli.engine import Settings, Task, failure_of, rulebook_of
from quotecheck.cli.find_articles import STANDARD_INPUT, find_articles
from quotecheck.cli.options import configs_of
from quotecheck.cli.read_article import Input, open_input
from quotecheck.cli.slots import Slots
from quotecheck.config import Config
from quotecheck.errors import InputError, RuleError
from quotecheck.metrics.definitions import Definitions, read_definitions
from quotecheck.records import Failure
from quotecheck.rulebook import Rulebook, load_rulebook

Prepare = Callable[[Config, Rulebook], Iterable[Failure]]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article to audit, and the configuration that applies to it; also as it was, where changes are asked for."""

    task: Task
    config: Config
    before: Task | None = None

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All that is to be audited, the article itself last."""
        return (self.task,) if self.before is None else (self.before, self.task)


@dataclass(frozen=True, slots=True)
class Plan:
    """Articles and failures in the order in which they are to be told."""

    entries: tuple[Entry | Failure, ...]
    definitions: Definitions  # of metrics, for the sum of all articles
    jobs: int

    @property
    def articles(self) -> tuple[Entry, ...]:
        """The entries that are articles."""
        return tuple(each for each in self.entries if isinstance(each, Entry))

    @property
    def read(self) -> Iterator[str]:
        """The files that the run reads."""
        yield from {each.config.file: None for each in self.articles if each.config.file}
        yield from (each.task.source.path for each in self.articles if each.task.source.data is None)


def make_plan(options: Namespace, prepare: Prepare, change: Change | None = None) -> Plan:
    """The plan for what ``options`` ask; of articles that ``change`` does not touch nothing is asked.

    ``prepare`` sees each configuration with its rules once, and tells what of it cannot be done; where it raises
    RuleError, the articles of that configuration are left out.
    """
    return _Planner(options, prepare, change).plan()


class _Planner:
    def __init__(self, options: Namespace, prepare: Prepare, change: Change | None) -> None:
        self.options, self.prepare, self.change = options, prepare, change
        self.configs = configs_of(options)
        self.failures: dict[Failure, None] = {}  # told already
        self.settings: dict[Config, Settings | None] = {}  # None: cannot be used
        self.slots = Slots()

    def plan(self) -> Plan:
        found = [each for each in find_articles(self.options.paths) if self.is_touched(each)]
        entries = [each for path in found for each in self.entries(path)]
        if not entries and any(path not in self.options.paths for path in found):
            message = f"'exclude' in the configuration leaves out all there is ({len(found)} articles)"
            entries.append(Failure(self.options.paths[0], "no-articles", message))
        ready = tuple(self.with_slots(entries))
        unknown = sum(not task.is_known for each in ready if isinstance(each, Entry) for task in each.tasks)
        return Plan(ready, self.definitions(), min(self.jobs(), max(1, unknown)))

    def entries(self, found: str | Failure) -> Iterator[Entry | Failure]:
        """The article, with what is wrong with its configuration first where that is not told yet."""
        if isinstance(found, Failure):
            yield found
            return
        name = self.options.stdin_filename if found == STANDARD_INPUT else found
        try:
            if self.configs.excludes(name):
                self.tell_left_out(found)
                return
            config = self.configs.of(name)
            if config not in self.settings:
                yield from self.once(self.prepared(config))
            settings = self.settings[config]
            if settings is not None:
                task = Task(open_input(found, stdin_name=self.options.stdin_filename), settings)
                yield Entry(task, config, self.before(name, task))
        except RuleError as error:
            yield from self.once([failure_of(error)])
        except InputError as error:
            yield Failure(error.path, error.code, error.message)

    def is_touched(self, found: str | Failure) -> bool:
        """Whether the change has to do with it; what was deleted on purpose is not missing."""
        if self.change is None or found == STANDARD_INPUT:
            return True
        return not self.change.deletes(found.path) if isinstance(found, Failure) else self.change.touches(found)

    def before(self, path: str, task: Task) -> Task | None:
        version = self.change.before(path) if self.change is not None else None
        return None if version is None else replace(task, source=Input(version.path, version.path, version.data))

    def prepared(self, config: Config) -> list[Failure]:
        least = getattr(self.options, "least_confidence", None) or 0.0  # check has none
        settings = Settings(config.model, self.options.rules, config.engine, config.house_rules, least)
        self.settings[config] = None
        try:
            read_definitions(rulebook_of(settings))
            failures = list(self.prepare(config, rulebook_of(settings)))
        except RuleError as error:
            return [failure_of(error)]
        self.settings[config] = settings
        return failures

    def once(self, failures: Iterable[Failure]) -> Iterator[Failure]:
        for each in failures:
            if each not in self.failures:
                self.failures[each] = None
                yield each

    def tell_left_out(self, path: str) -> None:
        """Somebody who names a file should hear that it is left out."""
        if path in self.options.paths:
            complain(f"{path}: left out, as 'exclude' in the configuration says")

    def with_slots(self, entries: Iterable[Entry | Failure]) -> Iterator[Entry | Failure]:
        for each in entries:
            if isinstance(each, Entry):
                before = each.before and self.slots.with_slot(each.before, each.config)
                each = replace(each, task=self.slots.with_slot(each.task, each.config), before=before)
            yield each

    def definitions(self) -> Definitions:
        """Those of the rules that were asked for; where these are broken, no article is summed up anyway."""
        try:
            return read_definitions(rulebook_of(Settings(None, self.options.rules)))
        except RuleError:
            return read_definitions(load_rulebook())

    def jobs(self) -> int:
        """Jobs are a matter of the run, so the configuration of the folder where it starts decides."""
        try:
            return self.configs.of_folder(os.curdir).jobs or processors()
        except RuleError:
            return 1


def processors() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
