from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from quotecheck.cache import Store
from quotecheck.cli import workers
from quotecheck.cli.engine import Settings, Task
from quotecheck.cli.read_article import Input
from quotecheck.cli.workers import open_workers
from quotecheck.records import Audit, Failure
from tests.builders import ferry_audit

SETTINGS = Settings(None, None)
MISSING = Failure("gone", "missing", "there is no such file or folder")
# Inputs that are no text need no pipeline, so that processes answer at once.
TASKS = [Task(Input(f"{number}.pdf", "-", b"%PDF-1.7"), SETTINGS) for number in range(12)]


def path_of(entry: Audit | Failure) -> str:
    return entry.path if isinstance(entry, Failure) else entry.document.path


@pytest.mark.parametrize("jobs", [1, 3])
def test_entries_come_in_the_order_of_the_tasks(jobs: int, tmp_path: Path) -> None:
    slot = Store(tmp_path).slot(b"", "a.txt", "stamp")
    slot.write(ferry_audit(), b"")
    known = Task(Input("known.txt", "-", b""), SETTINGS, slot, is_known=True)
    with open_workers(jobs=jobs) as team:
        entries = list(team.audits([MISSING, *TASKS, known, MISSING]))
    assert [path_of(each) for each in entries] == ["gone", *[each.source.name for each in TASKS], "known.txt", "gone"]
    assert isinstance(entries[-2], Audit)


class Breaking:
    """A pool whose processes die: the first two calls are lost, later ones refused."""

    def __init__(self) -> None:
        self.calls = 0

    def submit(self, *_: object) -> Future[Audit | Failure]:
        self.calls += 1
        if self.calls > 2:
            raise BrokenProcessPool
        future: Future[Audit | Failure] = Future()
        future.set_exception(BrokenProcessPool())
        return future


def test_dead_process_costs_its_articles_and_not_the_report() -> None:
    team = workers._Pool(Breaking(), 2)
    entries = list(team.audits([*TASKS[:4], MISSING]))
    assert [each.code for each in entries] == ["internal"] * 4 + ["missing"]


class Counting(Breaking):
    """A pool that is done at once."""

    def submit(self, *_: object) -> Future[Audit | Failure]:
        self.calls += 1
        future: Future[Audit | Failure] = Future()
        future.set_result(MISSING)
        return future


def test_few_articles_are_under_way_at_once() -> None:
    pool, begun = Counting(), []

    def endless() -> Iterator[Task]:
        while True:
            begun.append(pool.calls)
            yield TASKS[0]

    entries = workers._Pool(pool, 2).audits(endless())
    for _ in range(100):
        next(entries)
    assert len(begun) <= 100 + 2 * workers.WAITING
