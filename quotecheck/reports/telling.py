"""A finding, and a failure, in the one line of words that other programs show."""

from __future__ import annotations

from quotecheck.records import Failure, Finding
from quotecheck.reports.original import Original

ENDS = (".", "!", "?", ".”", "!”", "?”")  # of a sentence


def telling(finding: Finding, original: Original) -> str:
    """What is wrong and what to do about it; in a container, where, too."""
    place = original.place(finding)
    told = f"{finding.message}{'' if finding.message.endswith(ENDS) else '.'} {finding.advice}"
    return f"{place}: {told}" if place else told


def where(failure: Failure) -> str:
    """The path of a failure, and its line where it has one."""
    return failure.path if failure.line is None else f"{failure.path}:{failure.line}"
