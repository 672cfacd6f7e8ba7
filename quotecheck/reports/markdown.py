"""Text that means itself in Markdown, on GitHub and GitLab too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quotecheck.reports.page import one_line

SPECIAL = re.compile(r"[\\`*_\[\]{}|~$]")
ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
CALL = re.compile(r"([@#])(?=\w)")  # "@name" would call somebody, "#1" would link an issue


def escape(text: str) -> str:
    """One line that shows ``text`` as it is, without a link, a format or a call that it did not mean."""
    safe = SPECIAL.sub(r"\\\g<0>", one_line(text).translate(ENTITIES))
    return CALL.sub(r"\1<!-- -->", safe)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already; heads that start with a space are set flush right."""
    rules = ["--:" if head.startswith(" ") else "---" for head in heads]
    return "".join(map(table_row, [[head.strip() for head in heads], rules, *rows]))


def table_row(cells: Sequence[str]) -> str:
    """One line of a table."""
    return "| " + " | ".join(cells) + " |\n"
