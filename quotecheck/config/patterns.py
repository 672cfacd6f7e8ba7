"""Patterns for paths, as in .gitignore."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Patterns:
    """Which paths are meant; ``!`` takes back, and the last pattern that fits decides. Raises ValueError."""

    lines: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.lines:
            _ = self._spec

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec  # most runs have no patterns

        return GitIgnoreSpec.from_lines(self.lines)

    def match(self, path: str) -> bool:
        """Whether ``path``, relative to the configuration and with forward slashes, is one of them."""
        return bool(self.lines) and self._spec.match_file(path)
