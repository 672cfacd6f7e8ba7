"""Several formats in one run: which, where to, and who writes them."""

from __future__ import annotations

import argparse
import os
import shutil
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from quotecheck.cli.output import open_output
from quotecheck.cli.progress import Bar, bar_aside
from quotecheck.errors import InputError, QuotecheckError
from quotecheck.records import Audit, Summary, Tool
from quotecheck.reports import NARROWEST, PAGE, Format, Page, Writer
from quotecheck.rulebook.block import unknown_word


@dataclass(frozen=True, slots=True)
class Output:
    """A format, and the file that it goes to; ``None`` for standard output."""

    name: str
    form: Format
    file: Path | None = None


def output_reader(formats: Mapping[str, Format]) -> Callable[[str], Output]:
    """What ``--format NAME[=FILE]`` says where the command has these formats."""

    def read(word: str) -> Output:
        name, _, file = word.partition("=")
        if name not in formats:
            raise argparse.ArgumentTypeError(unknown_word("format", name, tuple(formats)))
        return Output(name, formats[name], Path(file) if file else None)

    return read


def outputs_of(options: Namespace) -> tuple[Output, ...]:
    """What the command line asks for; raises QuotecheckError where two would go to one place."""
    wanted: Sequence[Output] = options.formats or [options.default_output]
    if options.output is not None and all(each.file for each in wanted):
        raise QuotecheckError(f"--output {options.output}: every format has a file already; leave one of them out")
    outputs = tuple(replace(each, file=each.file or options.output) for each in wanted)
    taken: dict[str | None, str] = {}
    for each in outputs:
        place = os.path.realpath(each.file) if each.file else None
        if place in taken:
            where = f"the file {each.file}" if each.file else "standard output"
            raise QuotecheckError(
                f"{taken[place]} and {each.name} would both go to {where}; give one a file, "
                f"as in --format {each.name}=FILE"
            )
        taken[place] = each.name
    return outputs


def refuse_to_overwrite(outputs: Iterable[Output], read: Iterable[str]) -> None:
    """Raise InputError where an output would take the place of a file that is ``read``."""
    files = [each.file for each in outputs if each.file is not None and each.file.is_file()]
    for path in read if files else ():
        for file in files:
            if os.path.exists(path) and os.path.samefile(path, file):
                raise InputError(path, "output", f"the output {file} would overwrite this file")


class Writers:
    """The writers of a run, each with its stream."""

    def __init__(self, writers: Sequence[tuple[Writer, TextIO]], *, tell_failures: bool = False) -> None:
        self._writers = writers
        self.tell_failures = tell_failures  # on a terminal, so that nobody else need tell them there

    def begin(self) -> None:
        """Before the first article."""
        for writer, out in self._writers:
            out.write(writer.head())

    def add(self, audit: Audit, bar: Bar) -> None:
        """One article."""
        for writer, out in self._writers:
            with bar_aside(bar if out.isatty() else None):
                out.write(writer.article(audit))
                if out.isatty():
                    out.flush()

    def end(self, summary: Summary) -> None:
        """After the last article."""
        for writer, out in self._writers:
            out.write(writer.tail(summary))


@contextmanager
def open_writers(outputs: Iterable[Output], tool: Tool, *, width: int | None) -> Iterator[Writers]:
    """All writers with their files open; raises InputError for a file that cannot be written."""
    with ExitStack() as stack:
        writers: list[tuple[Writer, TextIO]] = []
        told = False
        for each in outputs:
            out = stack.enter_context(open_output(each.file))
            page = Page(width or _width(), colour=_is_coloured(out))
            writers.append((each.form.writer(tool, page), out))
            told |= each.form.tells_failures and out.isatty()
        yield Writers(writers, tell_failures=told)


def _width() -> int:
    """The width of the terminal, or of a page where there is none."""
    return max(NARROWEST, shutil.get_terminal_size((PAGE, 0)).columns)


def _is_coloured(out: TextIO) -> bool:
    return out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
