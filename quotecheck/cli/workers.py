"""Audits in the order of the inputs, made by this process or by several side by side."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Protocol

from quotecheck.cli.engine import Settings, Task, audit_task, known_audit, load_model
from quotecheck.records import Audit, Failure

WAITING = 4  # articles a process that may be under way at once, so that memory stays flat


class Workers(Protocol):
    """Whoever makes the audits. What the cache knows, this process reads itself."""

    def load(self, settings: Settings) -> None:
        """See that the pipeline can be loaded; raises ModelError."""

    def audits(self, tasks: Iterable[Task | Failure]) -> Iterator[Audit | Failure]:
        """One entry for each task, in its order; a Failure stays what it is."""


@contextmanager
def open_workers(*, jobs: int) -> Iterator[Workers]:
    """Workers in ``jobs`` processes; one job is done in this process."""
    if jobs == 1:
        yield _Alone()
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_when_interrupted)
    try:
        yield _Pool(pool, jobs)
    finally:
        pool.shutdown(cancel_futures=True)


class _Alone:
    def load(self, settings: Settings) -> None:
        load_model(settings)

    def audits(self, tasks: Iterable[Task | Failure]) -> Iterator[Audit | Failure]:
        for each in tasks:
            yield each if isinstance(each, Failure) else known_audit(each) or audit_task(each)


class _Pool:
    def __init__(self, pool: ProcessPoolExecutor, jobs: int) -> None:
        self.pool, self.limit = pool, WAITING * jobs

    def load(self, settings: Settings) -> None:
        self.pool.submit(load_model, settings).result()

    def audits(self, tasks: Iterable[Task | Failure]) -> Iterator[Audit | Failure]:
        waiting: deque[tuple[Task | Failure, Future[Audit | Failure]]] = deque()
        for each in tasks:
            waiting.append((each, self._begin(each)))
            if len(waiting) >= self.limit:
                yield _outcome(*waiting.popleft())
        while waiting:
            yield _outcome(*waiting.popleft())

    def _begin(self, task: Task | Failure) -> Future[Audit | Failure]:
        if isinstance(task, Failure):
            return _done(task)
        known = known_audit(task)
        if known is not None:
            return _done(known)
        try:
            return self.pool.submit(audit_task, task)
        except BrokenProcessPool:
            return _done(_lost(task))


def _done(entry: Audit | Failure) -> Future[Audit | Failure]:
    future: Future[Audit | Failure] = Future()
    future.set_result(entry)
    return future


def _outcome(task: Task | Failure, future: Future[Audit | Failure]) -> Audit | Failure:
    try:
        return future.result()
    except BrokenProcessPool:
        return task if isinstance(task, Failure) else _lost(task)


def _lost(task: Task) -> Failure:
    return Failure(task.source.name, "internal", "the process that read it was ended from outside")


def _end_when_interrupted() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
