"""Options that several commands share."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from math import inf
from pathlib import Path

from quotecheck.cli.outputs import Output, output_reader
from quotecheck.config.keys import AUTO, BOUNDS, ENGINES, LEVELS, NEVER
from quotecheck.reports import FORMATS, NARROWEST, Format

PATHS = "files, folders (every article below them), patterns such as 'news/*.txt', or - for standard input"
ANY_LIMIT = ("--max-METRIC", "--min-METRIC")  # stands in the help for all of them
LIMITS = "the most, or the least, that a metric of an article may be, such as --max-anonymous-share 0.5"


def add_inputs(parser: argparse.ArgumentParser, *, default: str | None = None) -> None:
    """Which articles; ``default`` where none are named."""
    if default is None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help=PATHS)
    else:
        parser.add_argument("paths", nargs="*", default=[default], metavar="PATH", help=f"{PATHS} (default: {default})")
    parser.add_argument(
        "--stdin-filename",
        default="<stdin>",
        metavar="NAME",
        help="what standard input is called; the name also tells its format and its configuration",
    )


def add_outputs(parser: argparse.ArgumentParser, *, default: str, formats: Mapping[str, Format] = FORMATS) -> None:
    """Formats, and where they go."""
    parser.add_argument(
        "--format",
        dest="formats",
        type=output_reader(formats),
        action="append",
        metavar="NAME[=FILE]",
        help=f"default: {default}; may be given several times, with a file each. {_listed(formats)}",
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where a format without a file goes")
    parser.add_argument("--width", type=_width, metavar="COLUMNS", help="width of the page (default: the terminal's)")
    parser.set_defaults(default_output=Output(default, formats[default]))


def _listed(formats: Mapping[str, Format]) -> str:
    return "; ".join(f"{name}: {form.about}" for name, form in formats.items())


def add_policy(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> None:
    """Rules, levels and limits; limits are options for any metric, so this must see all ``arguments``."""
    group = parser.add_argument_group("policy")
    group.add_argument("--pack", metavar="NAME", help="the rules that apply (default: default)")
    group.add_argument("--select", action="extend", type=_names, metavar="RULE", help="these rules alone")
    group.add_argument("--ignore", action="extend", type=_names, default=[], metavar="RULE", help="not these rules")
    group.add_argument(
        "--fail-on", choices=(*LEVELS, NEVER), help="the severity from which on the exit status is 1 (default: error)"
    )
    group.add_argument("--report-level", choices=LEVELS, help="show nothing less severe (default: info)")
    group.add_argument("--min-confidence", type=_share, metavar="0..1", help="leave out findings of less certain rules")
    group.add_argument(*ANY_LIMIT, action=_Limit, type=_number, dest="limits", metavar="X", help=LIMITS)
    for option in _limits_in(arguments):
        group.add_argument(option, action=_Limit, type=_number, dest="limits", help=argparse.SUPPRESS)
    parser.set_defaults(limits={})


def add_known(parser: argparse.ArgumentParser) -> None:
    """What is known already."""
    from quotecheck.cli.baseline_file import NAME as BASELINE  # other commands need none of this

    group = parser.add_argument_group("what does not count")
    group.add_argument(
        "--diff", metavar="BASE", help="only what was touched since the branch, tag or commit BASE, as git knows it"
    )
    which = group.add_mutually_exclusive_group()
    which.add_argument(
        "--baseline", metavar="FILE", help=f"the findings that are known (default: {BASELINE}, where there is one)"
    )
    which.add_argument("--no-baseline", action="store_true", help="count them all")


def add_engine(parser: argparse.ArgumentParser) -> None:
    """How articles are read."""
    parser.add_argument("--model", metavar="NAME_OR_PATH", help="another spaCy pipeline instead of the bundled one")
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        help=f"rules alone, or rules and the bundled network's reading together (default: {ENGINES[0]})",
    )
    parser.add_argument("--rules", type=Path, metavar="FOLDER", help="another folder of rules")


def add_certainty(parser: argparse.ArgumentParser) -> None:
    """How sure an attribution must be."""
    parser.add_argument(
        "--min-confidence",
        type=_share,
        dest="least_confidence",
        metavar="0..1",
        help="leave out attributions that are less sure, as measured; sources and metrics follow from the others",
    )


def add_run(parser: argparse.ArgumentParser) -> None:
    """How the run goes: processes, configuration, cache."""
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="processes that read articles side by side; auto for one a processor (default: 1)",
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--config", type=Path, metavar="FILE", help="this configuration for all articles")
    which.add_argument("--no-config", action="store_true", help="no configuration file")
    cache = parser.add_mutually_exclusive_group()
    cache.add_argument("--cache-dir", type=Path, metavar="FOLDER", help="where readings of articles are kept")
    cache.add_argument("--no-cache", action="store_true", help="read every article anew, and keep nothing")


class _Limit(argparse.Action):
    """Collects limits by name."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        namespace.limits = {**namespace.limits, (option_string or "").removeprefix("--"): values}


def _limits_in(arguments: Sequence[str]) -> list[str]:
    words = dict.fromkeys(word.partition("=")[0] for word in arguments)
    prefixes, taken = tuple(f"--{bound}" for bound in BOUNDS), (*ANY_LIMIT, "--min-confidence")
    return [word for word in words if word.startswith(prefixes) and word not in taken]


def _names(word: str) -> list[str]:
    return [name for name in (each.strip() for each in word.split(",")) if name]


def _number(word: str) -> float:
    try:
        number = float(word)
    except ValueError:
        number = inf
    if not abs(number) < inf:
        raise argparse.ArgumentTypeError(f"must be a number, not '{word}'")
    return number


def _share(word: str) -> float:
    share = _number(word)
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError("must be from 0 to 1")
    return share


def _jobs(word: str) -> int:
    """A number of processes; 0 stands for "auto"."""
    jobs = 0 if word == AUTO else int(word)
    if jobs < 0:
        raise argparse.ArgumentTypeError("must be auto, 0 or more")
    return jobs


def _width(word: str) -> int:
    width = int(word)
    if width < NARROWEST:
        raise argparse.ArgumentTypeError(f"must be {NARROWEST} or more")
    return width
