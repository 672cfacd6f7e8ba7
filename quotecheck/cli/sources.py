"""``quotecheck sources``: who the sources of articles are."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from quotecheck.cli.counting import Counting
from quotecheck.cli.option_groups import add_certainty, add_engine, add_inputs, add_outputs, add_run
from quotecheck.cli.run import run
from quotecheck.cli.status import ExitStatus
from quotecheck.reports.source_lists import SOURCE_LISTS


def configure(parser: ArgumentParser, _: Sequence[str]) -> None:
    """What can be said after ``quotecheck sources``."""
    parser.description = "Lists the sources of each article, the most used first."
    add_inputs(parser)
    add_outputs(parser, default="table", formats=SOURCE_LISTS)
    add_engine(parser)
    add_certainty(parser)
    add_run(parser)


def sources(options: Namespace) -> ExitStatus:
    """List the sources of the articles that ``options`` name; raises QuotecheckError for what spoils all of it."""
    return run(options, Counting())
