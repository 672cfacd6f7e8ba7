"""The values that reports for programs are made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "bool | int | float | str | Sequence[Value] | Mapping[str, Value] | None"
Fields: TypeAlias = dict[str, Value]


def dump(value: Value) -> str:
    """JSON on one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False, check_circular=False)


def lay_out(fields: Fields, indent: str) -> str:
    """An object with a field a line; lists of objects get a line for each."""
    inner = indent + " "
    lines = [f"{inner}{dump(name)}: {lay_out_value(value, inner)}" for name, value in fields.items()]
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


def lay_out_value(value: Value, indent: str) -> str:
    """A list of objects with a line for each of them; anything else on one line."""
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return dump(value)
    inner = indent + " "
    return "[\n" + ",\n".join(inner + dump(each) for each in value) + f"\n{indent}]"
