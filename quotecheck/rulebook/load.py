"""Reads ``rules/`` into a frozen Rulebook; the only module that knows YAML.

PyYAML would turn the words yes, no, on and off into booleans and keep the last of two equal keys in
silence, so values are made here from its nodes, which also carry the line numbers.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from quotecheck.errors import RuleError
from quotecheck.rulebook.block import Block, Value
from quotecheck.rulebook.lexicon import Lexicon, read_lexicon
from quotecheck.rulebook.rulebook import Rulebook

UNTAGGED = ""
PACKAGE = Path(__file__).resolve().parents[1]
PLAIN_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's safe loader, in C where that was built, without its guesses at types."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """No tag, so that only tags written in the file are left to be refused."""
        return UNTAGGED


def load_rulebook(folder: Path | None = None, *, language: str = "en") -> Rulebook:
    """All rules below ``folder``, or the bundled ones; raises RuleError with path and line."""
    folder = bundled_folder() if folder is None else folder
    if not folder.is_dir():
        raise RuleError(str(folder), None, "there is no such folder of rules")
    with _without_collecting():
        return _load(folder, language)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """No garbage collection meanwhile: it would find nothing, and takes half of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _load(folder: Path, language: str) -> Rulebook:
    documents: dict[str, Block] = {}
    lexicons: dict[str, Lexicon] = {}
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        block = read_yaml(path)
        if name.startswith("lexicons/"):
            if name.startswith(f"lexicons/{language}/"):
                lexicons[path.stem] = read_lexicon(block, name)
        else:
            documents[name] = block
    return Rulebook(folder=str(folder), language=language, documents=documents, lexicons=lexicons)


def bundled_folder() -> Path:
    """The rules that came with the program: inside an installed package, beside it in a checkout."""
    inside = PACKAGE / "rules"
    return inside if inside.is_dir() else PACKAGE.parent / "rules"


def read_yaml(path: Path) -> Block:
    """One rule file, whose top level must be a mapping; raises RuleError with the line that is wrong."""
    name = str(path)
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise RuleError(name, mark.line + 1 if mark else None, f"no valid YAML: {error.problem}") from None
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise RuleError(name, None, f"cannot be read: {error}") from None
    if not isinstance(root, yaml.MappingNode):
        raise RuleError(name, 1, "the file must be a mapping of keys to values")
    return _block(root, name, set())


def _value(node: yaml.Node, path: str, seen: set[int]) -> Value:
    if node.tag != UNTAGGED:
        raise RuleError(path, node.start_mark.line + 1, f"the tag {node.tag} is not allowed")
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.style else _plain(node.value)
    if id(node) in seen:
        raise RuleError(path, node.start_mark.line + 1, "anchors and aliases are not allowed; write it out")
    if isinstance(node, yaml.MappingNode):
        return _block(node, path, seen)
    seen.add(id(node))
    return tuple([_value(child, path, seen) for child in node.value])


def _block(node: yaml.MappingNode, path: str, seen: set[int]) -> Block:
    seen.add(id(node))
    values: dict[str, Value] = {}
    lines: dict[str, int] = {}
    list_lines: dict[str, tuple[int, ...]] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value
        if not isinstance(key, str):
            raise RuleError(path, line, "a key must be one word")
        if key in values:
            raise RuleError(path, line, f"'{key}' stands here twice; first in line {lines[key]}")
        lines[key] = line
        values[key] = _value(value_node, path, seen)
        if isinstance(value_node, yaml.SequenceNode):
            list_lines[key] = tuple([child.start_mark.line + 1 for child in value_node.value])
    return Block(values, lines, list_lines, path, node.start_mark.line + 1)


def _plain(text: str) -> Value:
    """A word without quotation marks: true, false, null and numbers are what they say, all else is text."""
    if text in PLAIN_WORDS:
        return PLAIN_WORDS[text]
    number = NUMBER.fullmatch(text)
    if number is None:
        return text
    return float(text) if number.group(1) else int(text)
