"""A piece of a rule file as immutable data that remembers where it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from math import inf
from typing import TypeAlias

from quotecheck.errors import RuleError

READABLE = 60  # words that may be allowed and are all named beside a suggestion
Value: TypeAlias = "bool | int | float | str | tuple[Value, ...] | Block | None"


@dataclass(frozen=True, slots=True, eq=False)
class Block(Mapping[str, Value]):
    """A YAML mapping, read-only; values are texts, numbers, flags, ``None``, tuples and other blocks."""

    values_by_key: Mapping[str, Value]
    lines: Mapping[str, int]  # key -> line, from 1
    list_lines: Mapping[str, tuple[int, ...]]  # key of a list -> line of each of its members
    path: str
    line: int

    def __getitem__(self, key: str) -> Value:
        return self.values_by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_by_key)

    def __contains__(self, key: object) -> bool:
        return key in self.values_by_key

    def __len__(self) -> int:
        return len(self.values_by_key)

    def line_of(self, key: str | None = None, nth: int | None = None) -> int:
        """The line of this block, of a key, or of the ``nth`` (from 0) in the list under that key."""
        if key is None:
            return self.line
        return self.lines.get(key, self.line) if nth is None else self.list_lines[key][nth]

    def error(self, message: str, key: str | None = None, nth: int | None = None) -> RuleError:
        """The error to raise for this block, at the line that ``line_of`` gives."""
        return RuleError(self.path, self.line_of(key, nth), message)

    def text(self, key: str, default: str | None = None) -> str:
        """The text under ``key``; raises RuleError where it is missing without default, or no text."""
        value = self._required(key) if default is None else self.get(key, default)
        if not isinstance(value, str):
            raise self.error(f"'{key}' must be text; put it in quotation marks", key)
        return value

    def values_of(self, key: str) -> tuple[Value, ...]:
        """The list under ``key``, empty where the key is missing; raises RuleError for anything else."""
        values = self.get(key, ())
        if not isinstance(values, tuple):
            raise self.error(f"'{key}' must be a list", key)
        return values

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under ``key``, empty where it is missing; raises RuleError otherwise."""
        words: list[str] = []
        for nth, word in enumerate(self.values_of(key)):
            if not isinstance(word, str):
                raise self.error(f"'{key}' must hold texts; put '{word}' in quotation marks", key, nth)
            words.append(word)
        return tuple(words)

    def blocks(self, key: str) -> tuple[Block, ...]:
        """The list of mappings under ``key``, empty where it is missing; raises RuleError otherwise."""
        blocks: list[Block] = []
        for nth, block in enumerate(self.values_of(key)):
            if not isinstance(block, Block):
                raise self.error(f"'{key}' must hold mappings", key, nth)
            blocks.append(block)
        return tuple(blocks)

    def block(self, key: str) -> Block:
        """The mapping under ``key``; raises RuleError where it is missing or something else."""
        value = self._required(key)
        if not isinstance(value, Block):
            raise self.error(f"'{key}' must be a mapping", key)
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """The number under ``key``; raises RuleError where it is missing without default, or no number."""
        value = self._required(key) if default is None else self.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < inf:
            raise self.error(f"'{key}' must be a number", key)
        return value

    def expect_keys(self, *, required: tuple[str, ...] = (), optional: tuple[str, ...] = ()) -> None:
        """Raise RuleError, with the allowed words and the nearest, for a key that is unknown or missing."""
        for key in self:
            if key not in required and key not in optional:
                raise self.error(unknown_word("key", key, (*required, *optional)), key)
        for key in required:
            self._required(key)

    def _required(self, key: str) -> Value:
        if key not in self:
            raise self.error(f"'{key}' is missing")
        return self[key]


def unknown_word(what: str, word: str, allowed: tuple[str, ...]) -> str:
    """One sentence that refuses ``word``, suggests the nearest allowed one, and names them all if that can be read."""
    near = get_close_matches(word, allowed, n=1, cutoff=0.6)
    hint = f" (did you mean '{near[0]}'?)" if near else ""
    listing = "" if near and len(allowed) > READABLE else f"; allowed: {', '.join(allowed) or 'none'}"
    return f"unknown {what} '{word}'{hint}{listing}"
