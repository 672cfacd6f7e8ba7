"""What can be said on the command line."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from quotecheck import __version__
from quotecheck.cli.engine import ENGINES, HYBRID
from quotecheck.cli.init import configure as configure_init
from quotecheck.cli.rules import configure as configure_rules
from quotecheck.reports import FORMATS, NARROWEST

DESCRIPTION = "Tells who says what in an article, and how openly the article says who they are."
PATHS = "files, folders (every .txt file below them), patterns such as 'news/*.txt', or - for standard input"


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(prog="quotecheck", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"quotecheck {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_report(commands.add_parser("report", help="report the quotations, attributions and sources of articles"))
    _add_trace(commands.add_parser("trace", help="show why an article's quotations are attributed as they are"))
    configure_rules(commands.add_parser("rules", help="list, explain and test the rules, or start a new one"))
    configure_init(commands.add_parser("init", help="write a configuration, and the file that makes CI run quotecheck"))
    return parser


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.description = "Reports who says what in each article."
    parser.add_argument("paths", nargs="+", metavar="PATH", help=PATHS)
    parser.add_argument("--format", choices=tuple(FORMATS), default="table", help="default: %(default)s")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the report there")
    parser.add_argument(
        "--jobs",
        type=_jobs,
        default=1,
        metavar="N",
        help="processes that read articles side by side; auto for one a processor (default: 1)",
    )
    parser.add_argument("--width", type=_width, metavar="COLUMNS", help="width of the table (default: the terminal's)")
    parser.add_argument(
        "--stdin-filename", default="<stdin>", metavar="NAME", help="what the report calls standard input"
    )
    _add_engine(parser)


def _add_trace(parser: argparse.ArgumentParser) -> None:
    parser.description = "Shows marks, cue, candidates and decision for each quotation and cue."
    parser.add_argument("place", metavar="FILE[:LINE]", help="an article, or one line of it")
    _add_engine(parser)


def _add_engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="NAME_OR_PATH", help="another spaCy pipeline instead of the bundled one")
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default=HYBRID,
        help="rules alone, or rules and the bundled network's reading together (default: %(default)s)",
    )
    parser.add_argument("--rules", type=Path, metavar="FOLDER", help="another folder of rules")


def _jobs(word: str) -> int:
    """A number of processes; 0 and "auto" mean one for each processor that this process may use."""
    jobs = 0 if word == "auto" else int(word)
    if jobs < 0:
        raise argparse.ArgumentTypeError("must be auto, 0 or more")
    return jobs or _processors()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _width(word: str) -> int:
    width = int(word)
    if width < NARROWEST:
        raise argparse.ArgumentTypeError(f"must be {NARROWEST} or more")
    return width
