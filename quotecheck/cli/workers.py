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

from quotecheck.cli.engine import Settings, audit_input, model_of
from quotecheck.cli.read_article import Input
from quotecheck.records import Audit, Failure

WAITING = 4  # articles a process that may be under way at once, so that memory stays flat


class Workers(Protocol):
    """Whoever makes the audits."""

    def model(self) -> str:
        """What reports call the pipeline; raises ModelError."""

    def audits(self, inputs: Iterable[Input | Failure]) -> Iterator[Audit | Failure]:
        """One entry for each input, in its order; a Failure stays what it is."""


@contextmanager
def open_workers(settings: Settings, *, jobs: int) -> Iterator[Workers]:
    """Workers in ``jobs`` processes; one job is done in this process."""
    if jobs == 1:
        yield _Alone(settings)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_when_interrupted)
    try:
        yield _Pool(pool, settings, jobs)
    finally:
        pool.shutdown(cancel_futures=True)


class _Alone:
    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def model(self) -> str:
        return model_of(self.settings)

    def audits(self, inputs: Iterable[Input | Failure]) -> Iterator[Audit | Failure]:
        for each in inputs:
            yield each if isinstance(each, Failure) else audit_input(each, self.settings)


class _Pool:
    def __init__(self, pool: ProcessPoolExecutor, settings: Settings, jobs: int) -> None:
        self.pool, self.settings, self.limit = pool, settings, WAITING * jobs

    def model(self) -> str:
        return self.pool.submit(model_of, self.settings).result()

    def audits(self, inputs: Iterable[Input | Failure]) -> Iterator[Audit | Failure]:
        waiting: deque[tuple[Input | Failure, Future[Audit | Failure]]] = deque()
        for each in inputs:
            waiting.append((each, self._begin(each)))
            if len(waiting) >= self.limit:
                yield _outcome(*waiting.popleft())
        while waiting:
            yield _outcome(*waiting.popleft())

    def _begin(self, source: Input | Failure) -> Future[Audit | Failure]:
        if isinstance(source, Input):
            try:
                return self.pool.submit(audit_input, source, self.settings)
            except BrokenProcessPool:
                source = _lost(source)
        done: Future[Audit | Failure] = Future()
        done.set_result(source)
        return done


def _outcome(source: Input | Failure, future: Future[Audit | Failure]) -> Audit | Failure:
    try:
        return future.result()
    except BrokenProcessPool:
        return source if isinstance(source, Failure) else _lost(source)


def _lost(source: Input) -> Failure:
    return Failure(source.name, "internal", "the process that read it was ended from outside")


def _end_when_interrupted() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
