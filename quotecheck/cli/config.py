"""``quotecheck config show``: every setting, and where it comes from."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from quotecheck.cli.option_groups import add_engine, add_policy, add_run
from quotecheck.cli.options import configs_of
from quotecheck.cli.output import open_output
from quotecheck.cli.status import ExitStatus
from quotecheck.config import Config, Name, Value

RULE = "The nearest configuration file upwards from an article applies, alone; the command line wins over it."


def configure(parser: ArgumentParser, arguments: Sequence[str]) -> None:
    """What can be said after ``quotecheck config``."""
    tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")
    show = tasks.add_parser("show", help="every setting for an article or folder, and where it comes from")
    show.add_argument("path", nargs="?", default=".", metavar="PATH", help="an article or a folder (default: here)")
    add_policy(show, arguments)
    add_engine(show)
    add_run(show)


def config(options: Namespace) -> ExitStatus:
    """Print the settings for an article or a folder; raises RuleError for a broken file."""
    configs, path = configs_of(options), options.path
    found = configs.of_folder(path) if os.path.isdir(path) else configs.of(path)
    with open_output(None) as out:
        out.writelines(f"{line}\n" for line in _lines(found, path))
        if not os.path.isdir(path) and configs.excludes(path):
            out.write(f"\n'exclude' leaves {path} out.\n")
    return ExitStatus.CLEAN


def _lines(config: Config, path: str) -> Iterator[str]:
    yield f"{config.file or 'No configuration file'}, for {path}"
    yield f"({RULE})"
    yield ""
    rows = [(_dotted(name), _shown(setting.value), setting.origin) for name, setting in config.origins.items()]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for name, value, origin in rows:
        yield f"{name:{widths[0]}} = {value:{widths[1]}}  # {origin}"


def _dotted(name: Name) -> str:
    return ".".join(name)


def _shown(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False)
