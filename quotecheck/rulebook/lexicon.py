"""Word lists: what a lexicon file may say, and the lexicon made of it.

A file holds a ``description``, the ``fields`` that its entries may have beside the word, and
``entries``. An entry is a word or phrase, or a mapping with ``word``, fields, and ``examples``; ``words`` in its
place lists many that share their fields::

    description: Verbs that introduce speech.
    fields:
      family: {one_of: [speech, mental], default: speech}   # one of these words
      frames: {some_of: [that-clause, object]}              # a list of such words, default empty
      note: text                                            # or number, flag, texts; default null
    entries:
      - say
      - word: think
        family: mental
        examples: {flag: ["The mayor [[thinks]] so."], pass: ["A think tank opened."]}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from quotecheck.rulebook.block import Block, Value, unknown_word
from quotecheck.rulebook.examples import Examples, read_examples

NO_EXAMPLES = Examples()
FieldReader = Callable[[Block, str], Value]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A word or phrase; ``fields`` has every declared one, with its default where the entry is silent."""

    word: str
    fields: Mapping[str, Value]
    examples: Examples
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon(Mapping[str, Entry]):
    """A read-only mapping from word or phrase to its entry, in the order of the file."""

    name: str
    path: str
    description: str
    entries: Mapping[str, Entry]

    def __getitem__(self, word: str) -> Entry:
        return self.entries[word]

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)


@dataclass(frozen=True, slots=True)
class Field:
    """A declared field: how to read it and what it is where an entry does not say."""

    read: FieldReader
    default: Value


def read_lexicon(block: Block, path: str, *, like: Block | None = None) -> Lexicon:
    """The lexicon in a file at ``path`` below the rules; raises RuleError with line and allowed words.

    ``like`` is a list that this one adds to, whose fields it may use without declaring them.
    """
    block.expect_keys(required=("description", "entries"), optional=("fields",))
    declaring = block if "fields" in block or like is None else like
    fields = _read_fields(declaring.block("fields")) if "fields" in declaring else {}
    defaults = {name: field.default for name, field in fields.items()}
    entries: dict[str, Entry] = {}
    for nth, value in enumerate(block.values_of("entries")):
        if isinstance(value, str):
            found = [Entry(value, defaults, NO_EXAMPLES, block.line_of("entries", nth))]
        else:
            found = _read_entries(value, block, nth, fields)
        for entry in found:
            if entry.word in entries:
                first = entries[entry.word].line
                raise block.error(f"'{entry.word}' stands here twice; first in line {first}", "entries", nth)
            entries[entry.word] = entry
    name = path.rsplit("/", 1)[-1].removesuffix(".yaml")
    return Lexicon(name=name, path=path, description=block.text("description"), entries=entries)


def _read_entries(value: Value, block: Block, nth: int, fields: Mapping[str, Field]) -> list[Entry]:
    if not isinstance(value, Block):
        raise block.error(f"an entry must be text or a mapping; put '{value}' in quotation marks", "entries", nth)
    several = "words" in value
    value.expect_keys(required=("words",) if several else ("word",), optional=("examples", *fields))
    found = {name: field.read(value, name) if name in value else field.default for name, field in fields.items()}
    words = value.texts("words") if several else (value.text("word"),)
    return [Entry(word, found, read_examples(value), value.line) for word in words]


def _read_fields(block: Block) -> dict[str, Field]:
    return {name: _read_field(block, name) for name in block}


def _read_field(block: Block, name: str) -> Field:
    spec = block[name]
    if isinstance(spec, str):
        if spec not in READERS:
            raise block.error(unknown_word("type of field", spec, (*READERS, "one_of", "some_of")), name)
        return Field(READERS[spec], DEFAULTS.get(spec))
    spec = block.block(name)
    spec.expect_keys(optional=("one_of", "some_of", "default"))
    if ("one_of" in spec) == ("some_of" in spec):
        raise spec.error("a field has either 'one_of' or 'some_of'")
    read = _one_of(spec.texts("one_of")) if "one_of" in spec else _some_of(spec.texts("some_of"))
    absent: Value = None if "one_of" in spec else ()
    return Field(read, read(spec, "default") if "default" in spec else absent)


def _one_of(allowed: tuple[str, ...]) -> FieldReader:
    def read(block: Block, name: str) -> Value:
        return _allowed(block, name, (block.text(name),), allowed)[0]

    return read


def _some_of(allowed: tuple[str, ...]) -> FieldReader:
    def read(block: Block, name: str) -> Value:
        return _allowed(block, name, block.texts(name), allowed)

    return read


def _allowed(block: Block, name: str, words: tuple[str, ...], allowed: tuple[str, ...]) -> tuple[str, ...]:
    for word in words:
        if word not in allowed:
            raise block.error(unknown_word(f"word for '{name}'", word, allowed), name)
    return words


def _flag(block: Block, name: str) -> Value:
    value = block[name]
    if not isinstance(value, bool):
        raise block.error(f"'{name}' must be true or false", name)
    return value


READERS: dict[str, FieldReader] = {
    "text": lambda block, name: block.text(name),
    "texts": lambda block, name: block.texts(name),
    "number": lambda block, name: block.number(name),
    "flag": _flag,
}
DEFAULTS: dict[str, Value] = {"texts": (), "flag": False}
