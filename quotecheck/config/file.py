"""One configuration file: its layer, what it says of some paths only, and what it leaves out."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from quotecheck.config.keys import (
    BELOW_PATHS,
    BOUNDS,
    KEYS,
    LIMIT,
    MATCH,
    NUMBER,
    PATHS,
    PATTERNS,
    RULE_LEVEL,
    SETTINGS,
    SEVERITY,
    TABLES,
    TOP,
    Kind,
)
from quotecheck.config.patterns import Patterns
from quotecheck.config.setting import Layer, Name, Setting, Value
from quotecheck.config.toml import Key, Table, lines_of_keys, read_toml
from quotecheck.errors import RuleError
from quotecheck.rulebook.block import unknown_word

NAME, PYPROJECT = "quotecheck.toml", "pyproject.toml"
SECTION: Key = ("tool", "quotecheck")


@dataclass(frozen=True, slots=True)
class ForPaths:
    """What is said below one ``[[paths]]``."""

    patterns: Patterns
    layer: Layer


@dataclass(frozen=True, slots=True, eq=False)
class ConfigFile:
    """A configuration file that has been read; hashed by identity."""

    name: str  # as reports show it
    folder: Path
    layer: Layer
    for_paths: tuple[ForPaths, ...]
    excluded: Patterns

    def below(self, article: Path) -> str | None:
        """The path of ``article`` as patterns see it; ``None`` where it lies outside of the folder."""
        path = Path(os.path.relpath(os.path.abspath(article), os.path.abspath(self.folder)))
        return None if path.parts[:1] == (os.pardir,) else path.as_posix()


def read_config_file(path: Path) -> ConfigFile | None:
    """The file at ``path``; ``None`` for a pyproject.toml that does not speak of quotecheck. Raises RuleError."""
    name = path.as_posix()
    if path.is_dir():
        raise RuleError(name, None, "this is a folder; a configuration is a file")
    table, text = read_toml(path, name)
    section: Key = ()
    if path.name == PYPROJECT:
        section = SECTION
        tool = table.get("tool")
        found = tool.get("quotecheck") if isinstance(tool, dict) else None
        if found is None:
            return None
        if not isinstance(found, dict):
            raise RuleError(name, None, "'tool.quotecheck' must be a table")
        table = found
    return _Reader(path, name, text, section).read(table)


class _Reader:
    """Turns tables into layers, and knows the line of each key."""

    def __init__(self, path: Path, name: str, text: str, section: Key) -> None:
        self.path, self.name, self.text, self.section = path, name, text, section

    @cached_property
    def lines(self) -> Mapping[Key, int]:
        return lines_of_keys(self.text, self.section)

    def read(self, table: Table) -> ConfigFile:
        layer = self.layer(table, (), TOP)
        exclude = layer.get(("exclude",))
        return ConfigFile(
            name=self.name,
            folder=self.path.parent,
            layer=layer,
            for_paths=tuple(self.for_paths(table.get(PATHS, []))),
            excluded=self.patterns(exclude.value if exclude else (), ("exclude",)),
        )

    def for_paths(self, tables: object) -> list[ForPaths]:
        if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
            raise self.error(f"'{PATHS}' must be written as tables, [[{PATHS}]]", (PATHS,))
        found = []
        for nth, table in enumerate(tables):
            key: Key = (PATHS, nth)
            if MATCH not in table:
                raise self.error(f"'{MATCH}' is missing: the pattern of the paths that this is about", key)
            self.fit(table[MATCH], PATTERNS, (*key, MATCH))
            found.append(ForPaths(self.patterns(table[MATCH], (*key, MATCH)), self.layer(table, key, BELOW_PATHS)))
        return found

    def layer(self, table: Table, above: Key, allowed: tuple[str, ...]) -> Layer:
        layer: dict[Name, Setting] = {}
        for name, value in table.items():
            if name not in allowed:
                raise self.error(unknown_word("key", name, allowed), (*above, name))
            if name in TABLES:
                layer.update(self.table(name, value, above))
            elif name in KEYS:
                self.fit(value, KEYS[name].kind, (*above, name))
                layer[name,] = self.setting(value, (*above, name))
        return layer

    def table(self, name: str, value: object, above: Key) -> Layer:
        """The settings of [severity], [limits] or [settings.RULE]."""
        layer: dict[Name, Setting] = {}
        for inner, found in self.is_table(value, (*above, name)).items():
            key: Key = (*above, name, inner)
            if name == LIMIT and not inner.startswith(BOUNDS):
                raise self.error("a limit begins with max- or min-, as in 'max-anonymous-share'", key)
            if name == SETTINGS:
                for setting, number in self.is_table(found, key).items():
                    self.fit(number, NUMBER, (*key, setting))
                    layer[name, inner, setting] = self.setting(number, (*key, setting))
            else:
                self.fit(found, RULE_LEVEL if name == SEVERITY else NUMBER, key)
                layer[name, inner] = self.setting(found, key)
        return layer

    def is_table(self, value: object, key: Key) -> Table:
        if not isinstance(value, dict):
            raise self.error(f"'{key[-1]}' must be a table, [{_dotted(key)}]", key)
        return value

    def fit(self, value: object, kind: Kind, key: Key) -> None:
        if not kind.fits(value):
            raise self.error(f"'{key[-1]}' {kind.words}", key)

    def setting(self, value: object, key: Key) -> Setting:
        line = self.line(key)
        return Setting(_frozen(value), f"{self.name}:{line}" if line else self.name, str(self.path.parent))

    def patterns(self, value: object, key: Key) -> Patterns:
        lines = [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else []
        try:
            return Patterns(tuple(map(str, lines)))
        except ValueError as error:
            raise self.error(str(error), key) from None

    def line(self, key: Key) -> int | None:
        """The line of ``key``, or of the nearest table above it."""
        whole = (*self.section, *key)
        return next((self.lines[whole[:end]] for end in range(len(whole), 0, -1) if whole[:end] in self.lines), None)

    def error(self, message: str, key: Key) -> RuleError:
        return RuleError(self.name, self.line(key), message)


def _frozen(value: object) -> Value:
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    if isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"no value of a configuration: {value!r}")


def _dotted(key: Key) -> str:
    return ".".join(str(each) for each in key if isinstance(each, str))
