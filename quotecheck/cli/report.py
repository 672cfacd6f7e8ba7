"""``quotecheck report``: articles in, a report out."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import TextIO

from quotecheck import __version__
from quotecheck.cli.engine import Settings, rulebook_of
from quotecheck.cli.find_articles import find_articles
from quotecheck.cli.output import open_output
from quotecheck.cli.progress import Bar, bar_aside, progress_bar
from quotecheck.cli.read_article import Input, open_input
from quotecheck.cli.status import ExitStatus
from quotecheck.cli.workers import open_workers
from quotecheck.errors import InputError
from quotecheck.metrics.definitions import read_definitions
from quotecheck.metrics.shares import derive_shares
from quotecheck.records import Audit, Failure, Metrics, Summary, Tool
from quotecheck.reports import FORMATS, NARROWEST, PAGE, Page

NO_MODEL = "none"  # nothing could be read, so no pipeline was loaded


def report(options: Namespace) -> ExitStatus:
    """Write the report that ``options`` ask for; raises QuotecheckError for what spoils all of it."""
    settings = Settings(options.model, options.rules, options.engine)
    definitions = read_definitions(rulebook_of(settings))
    inputs = list(_inputs(options))
    _refuse_to_overwrite(options, inputs)
    articles = sum(isinstance(each, Input) for each in inputs)
    page = Page(options.width or _page(), colour=False)
    metrics = Metrics()
    failures: list[Failure] = []
    jobs = max(1, min(options.jobs, articles))
    with open_workers(settings, jobs=jobs) as workers:
        model = workers.model() if articles else NO_MODEL
        with open_output(options.output) as out, progress_bar(len(inputs)) as bar:
            writer = FORMATS[options.format].writer(Tool(__version__, model), page)
            out.write(writer.head())
            for audit in _articles(workers.audits(inputs), failures, bar):
                with bar_aside(bar if out.isatty() else None):
                    _write(writer.article(audit), out)
                metrics += audit.metrics
            out.write(writer.tail(Summary(metrics, derive_shares(metrics, definitions), tuple(failures))))
    return ExitStatus.TROUBLE if failures else ExitStatus.CLEAN


def complain(message: str) -> None:
    """One sentence on standard error."""
    print(f"quotecheck: {message}", file=sys.stderr, flush=True)


def _inputs(options: Namespace) -> Iterator[Input | Failure]:
    for found in find_articles(options.paths):
        if isinstance(found, Failure):
            yield found
            continue
        try:
            yield open_input(found, stdin_name=options.stdin_filename)
        except InputError as error:
            yield Failure(error.path, error.code, error.message)


def _articles(entries: Iterable[Audit | Failure], failures: list[Failure], bar: Bar) -> Iterator[Audit]:
    """The audits; failures are told at once and kept in ``failures``."""
    for entry in entries:
        if bar is not None:
            bar.update()
        if isinstance(entry, Audit):
            yield entry
            continue
        failures.append(entry)
        with bar_aside(bar):
            complain(f"{entry.path}: {entry.message}")


def _write(text: str, out: TextIO) -> None:
    out.write(text)
    if out.isatty():
        out.flush()


def _page() -> int:
    """The width of the terminal, or of a page where there is none."""
    return max(NARROWEST, shutil.get_terminal_size((PAGE, 0)).columns)


def _refuse_to_overwrite(options: Namespace, inputs: list[Input | Failure]) -> None:
    if options.output is None or not options.output.is_file():
        return
    for each in inputs:
        if isinstance(each, Input) and each.data is None and os.path.samefile(each.path, options.output):
            raise InputError(each.name, "output", "the report would overwrite this article")
