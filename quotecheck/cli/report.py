"""``quotecheck report``: who says what in each article, or where one of its numbers comes from."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence

from quotecheck.cli.option_groups import add_certainty, add_engine, add_inputs, add_outputs, add_run
from quotecheck.cli.outputs import Output
from quotecheck.cli.status import ExitStatus
from quotecheck.errors import QuotecheckError
from quotecheck.records import Convention
from quotecheck.reports import Format
from quotecheck.rulebook.block import unknown_word


def configure(parser: ArgumentParser, _: Sequence[str]) -> None:
    """What can be said after ``quotecheck report``."""
    parser.description = "Reports who says what in each article."
    add_inputs(parser)
    add_outputs(parser, default="table")
    parser.add_argument(
        "--explain", metavar="METRIC", help="what a metric is, and the places in the articles that make its number"
    )
    parser.add_argument(
        "--convention",
        type=_convention,
        default=Convention.STRICT,
        metavar="NAME",
        help=f"whom metrics count as unnamed: {', '.join(Convention)} (default: strict)",
    )
    add_engine(parser)
    add_certainty(parser)
    add_run(parser)


def report(options: Namespace) -> ExitStatus:
    """Write the report that ``options`` ask for; raises QuotecheckError for what spoils all of it."""
    from quotecheck.cli.counting import Counting  # wrong usage is told before any of this is needed
    from quotecheck.cli.explain import Explaining
    from quotecheck.cli.run import run

    if options.explain is None:
        return run(options, Counting(options.convention), convention=options.convention)
    if options.formats:
        raise QuotecheckError("--explain has a form of its own; leave --format out")
    explaining = Explaining(options.explain, options.convention)
    options.default_output = Output("explain", Format("a metric and its places", explaining.writer))
    return run(options, explaining, convention=options.convention)


def _convention(word: str) -> Convention:
    if word not in tuple(Convention):
        raise ArgumentTypeError(unknown_word("convention", word, tuple(Convention)))
    return Convention(word)
