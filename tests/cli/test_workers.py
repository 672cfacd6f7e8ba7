from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from quotecheck.cli import workers
from quotecheck.cli.engine import Settings
from quotecheck.cli.read_article import Input
from quotecheck.cli.workers import open_workers
from quotecheck.records import Audit, Failure

SETTINGS = Settings(None, None)
MISSING = Failure("gone", "missing", "there is no such file or folder")
# Inputs that are no text need no pipeline, so that processes answer at once.
INPUTS = [Input(f"{number}.pdf", "-", b"%PDF-1.7") for number in range(12)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_entries_come_in_the_order_of_the_inputs(jobs: int) -> None:
    with open_workers(SETTINGS, jobs=jobs) as team:
        entries = list(team.audits([MISSING, *INPUTS, MISSING]))
    assert [each.path for each in entries] == ["gone", *[each.name for each in INPUTS], "gone"]


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
    team = workers._Pool(Breaking(), SETTINGS, 2)
    entries = list(team.audits([*INPUTS[:4], MISSING]))
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

    def endless() -> Iterator[Input]:
        while True:
            begun.append(pool.calls)
            yield INPUTS[0]

    entries = workers._Pool(pool, SETTINGS, 2).audits(endless())
    for _ in range(100):
        next(entries)
    assert len(begun) <= 100 + 2 * workers.WAITING
