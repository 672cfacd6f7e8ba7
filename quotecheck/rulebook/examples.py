"""The examples of rules: sentences with the words in question between double square brackets.

``examples`` is a list of sentences, or a mapping of ``flag`` (must be found), ``pass`` (must stay
silent) and ``todo`` (known gaps). ``[[words]]`` marks words, ``[[label|words]]`` marks and names them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotecheck.records import Span
from quotecheck.rulebook.block import Block

BRACKETS = re.compile(r"\[\[(?:([\w-]+)\|)?|\]\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of an example's text."""

    label: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Example:
    """An invented sentence without its brackets, and what was marked in it, by where it starts."""

    text: str
    marks: tuple[Mark, ...]
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Examples:
    """What a rule must find, what it must not, and what it cannot do yet."""

    flag: tuple[Example, ...] = ()
    passes: tuple[Example, ...] = ()
    todo: tuple[Example, ...] = ()


def read_examples(block: Block) -> Examples:
    """The examples of ``block``, none where it has no such key; raises RuleError for anything malformed."""
    value = block.get("examples")
    if value is None:
        return Examples()
    if not isinstance(value, Block):
        return Examples(flag=_read(block, "examples"))
    value.expect_keys(optional=("flag", "pass", "todo"))
    return Examples(_read(value, "flag"), _read(value, "pass"), _read(value, "todo"))


def _read(block: Block, key: str) -> tuple[Example, ...]:
    return tuple(_example(marked, block, key, nth) for nth, marked in enumerate(block.texts(key)))


def _example(marked: str, block: Block, key: str, nth: int) -> Example:
    pieces: list[str] = []
    open_marks: list[tuple[str | None, int]] = []
    marks: list[Mark] = []
    length = last = 0
    for bracket in BRACKETS.finditer(marked):
        pieces.append(marked[last : bracket.start()])
        length += len(pieces[-1])
        last = bracket.end()
        if bracket.group() != "]]":
            open_marks.append((bracket.group(1), length))
        elif open_marks:
            label, start = open_marks.pop()
            marks.append(Mark(label, Span(start, length)))
        else:
            raise block.error(f"a ]] without its [[ in the example: {marked}", key, nth)
    if open_marks:
        raise block.error(f"a [[ without its ]] in the example: {marked}", key, nth)
    text = "".join((*pieces, marked[last:]))
    return Example(text, tuple(sorted(marks, key=lambda mark: mark.span)), block.path, block.line_of(key, nth))
