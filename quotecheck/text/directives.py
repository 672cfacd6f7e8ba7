"""What an article says to quotecheck: in a comment, or on a line of its own in square brackets."""

from __future__ import annotations

import re

COMMENT = re.compile(r"\s*quotecheck:\s*(.*\S)\s*", re.DOTALL)
LINE = re.compile(r"^[ \t]*\[quotecheck:[ \t]*([^\n\r]*?)[ \t]*\][ \t]*(?:\r\n|[\n\r]|\Z)", re.MULTILINE)


def words_of_comment(comment: str) -> str | None:
    """The words of a directive, where that is what the text between the marks of a comment is."""
    found = COMMENT.fullmatch(comment)
    return " ".join(found.group(1).split()) if found else None
