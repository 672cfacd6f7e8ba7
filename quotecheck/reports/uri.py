"""Paths as the references of other programs."""

from __future__ import annotations

import re
from urllib.parse import quote

DRIVE = re.compile("[A-Za-z]:/")


def uri(path: str) -> str:
    """A path with forward slashes as a URI, relative where the path is."""
    if DRIVE.match(path):
        return f"file:///{path[:2]}{_quoted(path[2:])}"
    return f"file://{_quoted(path)}" if path.startswith("/") else _quoted(path)


def _quoted(path: str) -> str:
    try:
        return quote(path.encode("utf-8", "surrogateescape"))  # a name that is no UTF-8: its own bytes
    except UnicodeEncodeError:
        return quote(path, errors="surrogatepass")
