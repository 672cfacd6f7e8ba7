"""``quotecheck report``: who says what in each article, or where one of its numbers comes from."""

from __future__ import annotations

from argparse import Namespace

from quotecheck.cli.counting import Counting
from quotecheck.cli.explain import Explaining
from quotecheck.cli.outputs import Output
from quotecheck.cli.run import run
from quotecheck.cli.status import ExitStatus
from quotecheck.errors import QuotecheckError
from quotecheck.reports import Format


def report(options: Namespace) -> ExitStatus:
    """Write the report that ``options`` ask for; raises QuotecheckError for what spoils all of it."""
    if options.explain is None:
        return run(options, Counting(options.convention), convention=options.convention)
    if options.formats:
        raise QuotecheckError("--explain has a form of its own; leave --format out")
    explaining = Explaining(options.explain, options.convention)
    options.default_output = Output("explain", Format("a metric and its places", explaining.writer))
    return run(options, explaining, convention=options.convention)
