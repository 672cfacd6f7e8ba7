"""Which configuration applies to which article: the nearest file upwards from it, alone."""

from __future__ import annotations

import os
from pathlib import Path

from quotecheck.config.config import Config, make_config
from quotecheck.config.file import NAME, PYPROJECT, ConfigFile, read_config_file
from quotecheck.config.setting import Layer
from quotecheck.errors import RuleError

MENTION = b"quotecheck"  # without it a pyproject.toml is not ours to judge


class Configs:
    """The configurations of one run. ``command_line`` wins over every file.

    ``file`` is used for all articles instead of those that would be found; with ``search`` off there is none.
    All that asks for a file raises RuleError where it is broken, with path and line.
    """

    def __init__(self, command_line: Layer, *, file: Path | None = None, search: bool = True) -> None:
        self._command_line, self._file, self._search = command_line, file, search
        self._files: dict[Path, ConfigFile | RuleError | None] = {}
        self._nearest: dict[str, Path | None] = {}
        self._made: dict[tuple[ConfigFile | None, tuple[int, ...]], Config] = {}

    def of(self, article: str) -> Config:
        """What applies to the article at this path."""
        file = self.file_for(article)
        path = file.below(Path(article)) if file else None
        fitting = () if file is None or path is None else _fitting(file, path)
        if (file, fitting) not in self._made:
            self._made[file, fitting] = self._make(file, fitting)
        return self._made[file, fitting]

    def of_folder(self, folder: str) -> Config:
        """What applies in this folder, patterns for articles aside."""
        return self.of(os.path.join(folder, NAME))

    def excludes(self, article: str) -> bool:
        """Whether the configuration leaves this article out."""
        file = self.file_for(article)
        path = file.below(Path(article)) if file else None
        return file is not None and path is not None and file.excluded.match(path)

    def file_for(self, article: str) -> ConfigFile | None:
        """The configuration file for the article at this path."""
        if not self._search:
            return None
        if self._file is not None:
            return self._given(self._file)
        path = self._upwards(os.path.dirname(os.path.abspath(article)))
        return self._read(path) if path is not None else None

    def _given(self, path: Path) -> ConfigFile:
        file = self._read(path)
        if file is None:
            raise RuleError(path.as_posix(), None, "it has no table [tool.quotecheck]")
        return file

    def _upwards(self, folder: str) -> Path | None:
        if folder not in self._nearest:
            above = os.path.dirname(folder)
            here = self._here(folder)
            self._nearest[folder] = here if here or above == folder else self._upwards(above)
        return self._nearest[folder]

    def _here(self, folder: str) -> Path | None:
        own, shared = Path(folder, NAME), Path(folder, PYPROJECT)
        if own.exists():
            return _shown(own)
        try:
            mentioned = MENTION in shared.read_bytes()
        except OSError:
            return None
        return _shown(shared) if mentioned and self._speaks(_shown(shared)) else None

    def _speaks(self, path: Path) -> bool:
        try:
            return self._read(path) is not None
        except RuleError:
            return True

    def _read(self, path: Path) -> ConfigFile | None:
        if path not in self._files:
            try:
                self._files[path] = read_config_file(path)
            except RuleError as error:
                self._files[path] = error
        found = self._files[path]
        if isinstance(found, RuleError):
            raise found
        return found

    def _make(self, file: ConfigFile | None, fitting: tuple[int, ...]) -> Config:
        if file is None:
            return make_config(None, None, (self._command_line,))
        overrides = tuple(file.for_paths[nth].layer for nth in fitting)
        return make_config(file.name, file.folder, (file.layer, *overrides, self._command_line))


def _fitting(file: ConfigFile, path: str) -> tuple[int, ...]:
    return tuple(nth for nth, each in enumerate(file.for_paths) if each.patterns.match(path))


def _shown(path: Path) -> Path:
    """The path from where we are, where it does not lead upwards."""
    near = Path(os.path.relpath(path))
    return path if near.parts[0] == os.pardir else near
