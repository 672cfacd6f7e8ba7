"""``quotecheck sources``: who the sources of articles are."""

from __future__ import annotations

from argparse import Namespace

from quotecheck.cli.counting import Counting
from quotecheck.cli.run import run
from quotecheck.cli.status import ExitStatus


def sources(options: Namespace) -> ExitStatus:
    """List the sources of the articles that ``options`` name; raises QuotecheckError for what spoils all of it."""
    return run(options, Counting())
