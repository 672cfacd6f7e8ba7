"""XML that every reader takes: what XML cannot hold is written as an escape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
UNHEARD_OF = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def content(text: str) -> str:
    """``text`` between two tags."""
    return escape(_known(text), {"\r": "&#13;"})


def opening(name: str, attributes: Mapping[str, str | int]) -> str:
    """What stands between the brackets of a tag: its name and attributes."""
    listed = (f" {key}={quoteattr(_known(str(value)))}" for key, value in attributes.items())
    return name + "".join(listed)


def _known(text: str) -> str:
    return UNHEARD_OF.sub(lambda found: ascii(found.group())[1:-1], text)
