"""Paths as the references of other programs."""

from __future__ import annotations

from pathlib import PureWindowsPath
from urllib.parse import quote


def uri(path: str) -> str:
    """A path with forward slashes as a URI, relative where the path is."""
    drive = PureWindowsPath(path).drive if path[1:2] == ":" else ""
    quoted = quote(path[len(drive) :], errors="surrogatepass")
    if drive:
        return f"file:///{drive}{quoted}"
    return f"file://{quoted}" if quoted.startswith("/") else quoted
