"""Gives each task its place in the cache of its configuration."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quotecheck.cache import Store, stamp_of_program
from quotecheck.cli.complain import complain
from quotecheck.cli.engine import Task
from quotecheck.cli.read_article import read_article
from quotecheck.config import Config
from quotecheck.errors import InputError
from quotecheck.rulebook.load import bundled_folder


class Slots:
    """The caches of a run. One that cannot be written is a note on standard error, and told once."""

    def __init__(self) -> None:
        self._stores: dict[Path, Store] = {}

    def with_slot(self, task: Task, config: Config) -> Task:
        """The task with its slot, where ``config`` wants a cache and the article can be read."""
        if config.cache is None:
            return task
        try:
            data = read_article(task.source)
        except InputError:
            return task  # whoever audits it will tell
        settings = task.settings
        folders = (settings.rules or bundled_folder(), *settings.house_rules)
        stamp = stamp_of_program(folders, settings.model, f"{settings.engine} {settings.least_confidence}")
        slot = self._store(config.cache).slot(data, task.source.name, stamp)
        return replace(task, slot=slot, is_known=slot.file.exists())

    def _store(self, folder: Path) -> Store:
        if folder not in self._stores:
            self._stores[folder] = Store(folder)
            trouble = self._stores[folder].open()
            if trouble is not None:
                complain(f"{folder}: nothing can be kept there ({trouble}); the next run will take as long")
        return self._stores[folder]
