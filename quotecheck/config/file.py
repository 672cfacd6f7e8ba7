"""One configuration file: its layer, what it says of some paths only, and what it leaves out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
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
from quotecheck.config.origin import Origin
from quotecheck.config.patterns import Patterns
from quotecheck.config.setting import Layer, Name, Setting
from quotecheck.config.toml import Key, Table, read_toml
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
    return _Reader(Origin(name, path.parent, text, section)).read(table)


class _Reader:
    """Turns tables into layers."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin

    def read(self, table: Table) -> ConfigFile:
        layer = self.layer(table, (), TOP)
        exclude = layer.get(("exclude",))
        return ConfigFile(
            name=self.origin.name,
            folder=self.origin.folder,
            layer=layer,
            for_paths=tuple(self.for_paths(table.get(PATHS, []))),
            excluded=self.patterns(exclude.value if exclude else (), ("exclude",)),
        )

    def for_paths(self, tables: object) -> list[ForPaths]:
        if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
            raise self.origin.error(f"'{PATHS}' must be written as tables, [[{PATHS}]]", (PATHS,))
        found = []
        for nth, table in enumerate(tables):
            key: Key = (PATHS, nth)
            if MATCH not in table:
                raise self.origin.error(f"'{MATCH}' is missing: the pattern of the paths that this is about", key)
            self.fit(table[MATCH], PATTERNS, (*key, MATCH))
            found.append(ForPaths(self.patterns(table[MATCH], (*key, MATCH)), self.layer(table, key, BELOW_PATHS)))
        return found

    def layer(self, table: Table, above: Key, allowed: tuple[str, ...]) -> Layer:
        layer: dict[Name, Setting] = {}
        for name, value in table.items():
            if name not in allowed:
                raise self.origin.error(unknown_word("key", name, allowed), (*above, name))
            if name in TABLES:
                layer.update(self.table(name, value, above))
            elif name in KEYS:
                self.fit(value, KEYS[name].kind, (*above, name))
                layer[name,] = self.origin.setting(value, (*above, name))
        return layer

    def table(self, name: str, value: object, above: Key) -> Layer:
        """The settings of [severity], [limits] or [settings.RULE]."""
        layer: dict[Name, Setting] = {}
        for inner, found in self.is_table(value, (*above, name)).items():
            key: Key = (*above, name, inner)
            if name == LIMIT and not inner.startswith(BOUNDS):
                raise self.origin.error("a limit begins with max- or min-, as in 'max-anonymous-share'", key)
            if name == SETTINGS:
                for setting, number in self.is_table(found, key).items():
                    self.fit(number, NUMBER, (*key, setting))
                    layer[name, inner, setting] = self.origin.setting(number, (*key, setting))
            else:
                self.fit(found, RULE_LEVEL if name == SEVERITY else NUMBER, key)
                layer[name, inner] = self.origin.setting(found, key)
        return layer

    def is_table(self, value: object, key: Key) -> Table:
        if not isinstance(value, dict):
            raise self.origin.error(f"'{key[-1]}' must be a table, [{_dotted(key)}]", key)
        return value

    def fit(self, value: object, kind: Kind, key: Key) -> None:
        if not kind.fits(value):
            raise self.origin.error(f"'{key[-1]}' {kind.words}", key)

    def patterns(self, value: object, key: Key) -> Patterns:
        lines = [value] if isinstance(value, str) else list(value) if isinstance(value, Sequence) else []
        try:
            return Patterns(tuple(map(str, lines)))
        except ValueError as error:
            raise self.origin.error(str(error), key) from None


def _dotted(key: Key) -> str:
    return ".".join(str(each) for each in key if isinstance(each, str))
