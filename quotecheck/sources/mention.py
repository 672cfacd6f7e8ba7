"""One reference to a source, taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotecheck.sources.cast import Cast
from quotecheck.sources.name import Name
from quotecheck.sources.reading import Reading
from quotecheck.sources.words import Words


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference to a source: tokens from ``first`` to before ``end``, and the whole phrase up to ``whole_end``."""

    first: int
    end: int
    whole_end: int
    form: str  # name, description, pronoun or nothing
    head: int
    noun: str = ""
    noun_class: str = "unknown"
    is_plural: bool = False
    determiner: str = "none"  # definite, indefinite, another, possessive, none
    name: Name | None = None
    owners: tuple[Name, ...] = ()
    owner_pronoun: int | None = None
    count: int | None = None
    is_part: bool = False  # "one of the officials"
    members: tuple[Mention, ...] = field(default=())


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """All that it takes to read a phrase."""

    reading: Reading
    cast: Cast
    words: Words
