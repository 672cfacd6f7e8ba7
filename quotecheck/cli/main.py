"""Entry of the command line: chooses the command, and turns what went wrong into a sentence and a status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from quotecheck.cli.arguments import build_parser, module_of
from quotecheck.cli.complain import complain
from quotecheck.cli.status import ExitStatus
from quotecheck.errors import QuotecheckError


def main(arguments: Sequence[str] | None = None) -> ExitStatus:
    """Run one command; ``arguments`` are those of the process where none are given."""
    words = sys.argv[1:] if arguments is None else arguments
    options = build_parser(words).parse_args(words)
    try:
        status: ExitStatus = getattr(module_of(options.command), options.command)(options)
        return status
    except QuotecheckError as error:
        complain(str(error))
        return ExitStatus.TROUBLE
    except KeyboardInterrupt:
        complain("interrupted")
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        # What is left in the buffer must not be written to the closed pipe when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitStatus.CLOSED_PIPE
    except OSError as error:  # a full disk, say
        complain(f"the report could not be finished: {error.strerror}")
        return ExitStatus.TROUBLE
