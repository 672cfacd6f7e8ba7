"""XML that every reader takes: what XML cannot hold is written as an escape."""

from __future__ import annotations

import re
from collections.abc import Mapping

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# xml.sax.saxutils has these too, and imports half of the standard library for other things.
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
QUOTED = ESCAPES | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
UNHEARD_OF = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def content(text: str) -> str:
    """``text`` between two tags."""
    return _known(text).translate(ESCAPES)


def opening(name: str, attributes: Mapping[str, str | int]) -> str:
    """What stands between the brackets of a tag: its name and attributes."""
    listed = (f' {key}="{_known(str(value)).translate(QUOTED)}"' for key, value in attributes.items())
    return name + "".join(listed)


def _known(text: str) -> str:
    return UNHEARD_OF.sub(lambda found: ascii(found.group())[1:-1], text)
