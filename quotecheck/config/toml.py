"""TOML files, and the lines on which their keys stand, which Python's reader does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from quotecheck.errors import RuleError

Table: TypeAlias = "dict[str, object]"
Key: TypeAlias = "tuple[str | int, ...]"  # the int counts the tables of one [[name]] from 0

END = re.compile(r"[\]}]|\"{3}|'{3}")  # without one of these no statement of several lines ends
PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_toml(path: Path, name: str) -> tuple[Table, str]:
    """The tables of a file and its text; raises RuleError, which calls the file ``name``."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        place = PLACE.search(str(error))
        reason = PLACE.sub("", str(error))
        line = int(place.group(1)) if place and place.group(1) else len(text.splitlines())
        raise RuleError(name, line, f"no valid TOML: {reason}") from None
    except RecursionError:
        raise RuleError(name, None, "no valid TOML: it is nested too deeply") from None
    except UnicodeDecodeError:
        raise RuleError(name, None, "it is not written in UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise RuleError(name, None, f"it cannot be read: {error.strerror}") from None


def lines_of_keys(text: str, section: Key) -> Mapping[Key, int]:
    """The line, from 1, of each table and key in ``section`` (``()`` for all of it). ``text`` is valid."""
    lines = text.splitlines()
    first = f"[{'.'.join(map(str, section))}"
    start = next((at for at, line in enumerate(lines) if line.startswith(first)), len(lines)) if section else 0
    found: dict[Key, int] = {}
    counts: dict[Key, int] = {}
    table: Key = ()
    for number, statement, value in _statements(lines, start):
        if statement.lstrip().startswith("["):
            table = _header(statement, counts)
            if table[: len(section)] != section:
                break
            found.setdefault(table, number)
        else:
            for key in _keys(value):
                found.setdefault((*table, *key), number)
    return found


def _statements(lines: list[str], start: int) -> Iterator[tuple[int, str, Table]]:
    """Headers and assignments, each with its first line and its value; one that is not whole is no valid TOML."""
    begun: list[str] = []
    for number, line in enumerate(lines[start:], start + 1):
        begun.append(line)
        if len(begun) > 1 and not END.search(line):
            continue
        statement = "\n".join(begun)
        try:
            value = tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        if value:
            yield number - len(begun) + 1, statement, value
        begun.clear()


def _header(statement: str, counts: dict[Key, int]) -> Key:
    """The key of ``[a.b]`` or ``[[a.b]]``, with the number of the latest table where there are several."""
    (bare,) = _keys(tomllib.loads(statement.replace("[[", "[").replace("]]", "]")))
    key: Key = ()
    for at, name in enumerate(bare):
        key = (*key, name)
        if at == len(bare) - 1 and statement.lstrip().startswith("[["):
            counts[key] = counts.get(key, -1) + 1
        if key in counts:
            key = (*key, counts[key])
    return key


def _keys(table: Mapping[str, object]) -> Iterator[tuple[str, ...]]:
    """The dotted names in a statement, inner ones after their tables."""
    for name, value in table.items():
        inner = [(name, *rest) for rest in _keys(value)] if isinstance(value, dict) else []
        yield from inner or [(name,)]
