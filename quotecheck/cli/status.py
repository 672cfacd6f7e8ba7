"""Exit statuses of the report contract, and two that shells expect."""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """How a run ended; where several apply, TROUBLE wins over FINDINGS."""

    CLEAN = 0
    FINDINGS = 1  # at or above the fail level of `check`
    TROUBLE = 2  # something could not be done as asked
    INTERRUPTED = 130  # by the user
    CLOSED_PIPE = 141  # the reader of the output went away
