"""One value of a configuration, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = "bool | int | float | str | tuple[Value, ...]"
Name: TypeAlias = "tuple[str, ...]"  # ("pack",) or ("settings", "late-speaker", "sentences")

DEFAULT, COMMAND_LINE = "default", "command line"


@dataclass(frozen=True, slots=True)
class Setting:
    """A value, who says so ("quotecheck.toml:3"), and the folder that a path in it starts from."""

    value: Value
    origin: str
    folder: str = ""


Layer: TypeAlias = "Mapping[Name, Setting]"  # of two layers, the later one wins name by name
