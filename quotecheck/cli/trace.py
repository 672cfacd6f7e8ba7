"""``quotecheck trace``: why an article's quotations are attributed as they are."""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from quotecheck.cli.engine import Settings, document_of, rulebook_of
from quotecheck.cli.option_groups import add_engine
from quotecheck.cli.output import open_output
from quotecheck.cli.read_article import open_input
from quotecheck.cli.status import ExitStatus
from quotecheck.config.keys import HYBRID

PLACE = re.compile(r"(.+):([1-9][0-9]*)")


def configure(parser: ArgumentParser, _: Sequence[str]) -> None:
    """What can be said after ``quotecheck trace``."""
    parser.description = "Shows marks, cue, candidates and decision for each quotation and cue."
    parser.add_argument("place", metavar="FILE[:LINE]", help="an article, or one line of it")
    add_engine(parser)


def trace(options: Namespace) -> ExitStatus:
    """Print the decisions about one article or one line of it; raises QuotecheckError."""
    settings = Settings(options.model, options.rules, options.engine or HYBRID)
    path, line = split_place(options.place)
    document = document_of(open_input(path, stdin_name="<stdin>"), settings)

    from quotecheck.attributions.trace import explain
    from quotecheck.document.parse import parse
    from quotecheck.document.pipeline import load_pipeline
    from quotecheck.layers import audit_parse

    rulebook = rulebook_of(settings)
    parsed = parse(document, load_pipeline(settings.model), with_reading=settings.engine == HYBRID)
    with open_output(None) as out:
        out.write(explain(parsed, audit_parse(parsed, rulebook), rulebook, line=line))
    return ExitStatus.CLEAN


def split_place(place: str) -> tuple[str, int | None]:
    """File and line of ``FILE:LINE``; a file that has such a name itself comes first."""
    found = PLACE.fullmatch(place)
    if found is None or os.path.exists(place):
        return place, None
    return found.group(1), int(found.group(2))
