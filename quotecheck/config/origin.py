"""Where the settings of a configuration file stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from quotecheck.config.setting import Setting, Value
from quotecheck.config.toml import Key, lines_of_keys
from quotecheck.errors import RuleError


class Origin:
    """A configuration file, as reports call it, its ``text``, and the ``section`` of it that is ours."""

    def __init__(self, name: str, folder: Path, text: str, section: Key) -> None:
        self.name, self.folder, self.text, self.section = name, folder, text, section

    def error(self, message: str, key: Key) -> RuleError:
        """The error to raise about ``key``."""
        return RuleError(self.name, self._line(key), message)

    def setting(self, value: object, key: Key) -> Setting:
        """The value under ``key``, with its place."""
        line = self._line(key)
        return Setting(_frozen(value), f"{self.name}:{line}" if line else self.name, str(self.folder))

    def _line(self, key: Key) -> int | None:
        """The line of ``key``, or of the nearest table above it."""
        whole = (*self.section, *key)
        return next((self._lines[whole[:end]] for end in range(len(whole), 0, -1) if whole[:end] in self._lines), None)

    @cached_property
    def _lines(self) -> Mapping[Key, int]:
        return lines_of_keys(self.text, self.section)


def _frozen(value: object) -> Value:
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    if isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"no value of a configuration: {value!r}")
