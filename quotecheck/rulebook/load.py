"""Reads ``rules/`` into a frozen Rulebook; the only module that knows YAML.

PyYAML would turn the words yes, no, on and off into booleans and keep the last of two equal keys in
silence, so values are made here from its nodes, which also carry the line numbers.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from quotecheck.errors import RuleError
from quotecheck.rulebook.block import Block, Value
from quotecheck.rulebook.lexicon import Lexicon, read_lexicon
from quotecheck.rulebook.rulebook import Rulebook

LISTS = "lexicons/"
NAMED_BY_PATH = ("checks/", "packs/")  # a rule or pack is called as its file
ADDED_TO = ("policies.yaml",)
UNTAGGED = ""
OPENINGS, MOST_OPENINGS, DEEPEST = ("[", "{", "- "), 10_000, 100  # fewer cannot overflow the stack
PACKAGE = Path(__file__).resolve().parents[1]
PLAIN_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """PyYAML's safe loader, in C where that was built, without its guesses at types."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """No tag, so that only tags written in the file are left to be refused."""
        return UNTAGGED


@dataclass(frozen=True, slots=True)
class _Files:
    """The rule files of one folder by their path below it: word lists, and all others."""

    lists: Mapping[str, Block]
    documents: Mapping[str, Block]


def load_rulebook(folder: Path | None = None, *, also: Sequence[Path] = (), language: str = "en") -> Rulebook:
    """All rules below ``folder``, or the bundled ones, and those that ``also`` adds to them; raises RuleError.

    Further folders are laid out like the first: their word lists add to those of the same name, their policies
    too; their rules and packs need names of their own; any other file takes the place of its namesake.
    """
    folder = bundled_folder() if folder is None else folder
    with _without_collecting():
        base, *more = (_read_folder(each, language) for each in (folder, *also))
        lists = {path: [block] for path, block in base.lists.items()}
        documents = dict(base.documents)
        for files in more:
            for path, block in files.lists.items():
                lists.setdefault(path, []).append(block)
            for path, block in files.documents.items():
                documents[path] = _beside(documents[path], block, path) if path in documents else block
        lexicons = {Path(path).stem: _lexicon(blocks, path) for path, blocks in lists.items()}
    return Rulebook(folder=str(folder), language=language, documents=documents, lexicons=lexicons)


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


def _read_folder(folder: Path, language: str) -> _Files:
    if not folder.is_dir():
        raise RuleError(str(folder), None, "there is no such folder of rules")
    lists: dict[str, Block] = {}
    documents: dict[str, Block] = {}
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(LISTS):
            documents[name] = read_yaml(path)
        elif name.startswith(f"{LISTS}{language}/"):
            lists[name] = read_yaml(path)
    return _Files(lists, documents)


def _beside(first: Block, second: Block, path: str) -> Block:
    """What two folders have under the same path."""
    if path.startswith(NAMED_BY_PATH):
        raise second.error(f"there is a file of this name in {first.path} already; give yours a name of its own")
    if path not in ADDED_TO:
        return second
    for key in second:
        if key in first:
            raise second.error(f"'{key}' stands in {first.path} already; give yours a name of its own", key)
    return Block(
        {**first.values_by_key, **second.values_by_key},
        {**first.lines, **second.lines},
        {**first.list_lines, **second.list_lines},
        first.path,
        first.line,
    )


def _lexicon(blocks: list[Block], path: str) -> Lexicon:
    """The word list of several folders; of a word that stands in two, the later entry counts."""
    first, *more = (read_lexicon(block, path, like=blocks[0]) for block in blocks)
    if not more:
        return first
    entries = dict(first.entries)
    for lexicon in more:
        entries |= lexicon.entries
    return replace(first, entries=entries)


def bundled_folder() -> Path:
    """The rules that came with the program: inside an installed package, beside it in a checkout."""
    inside = PACKAGE / "rules"
    return inside if inside.is_dir() else PACKAGE.parent / "rules"


def read_yaml(path: Path) -> Block:
    """One rule file, whose top level must be a mapping; raises RuleError with the line that is wrong."""
    name = str(path)
    try:
        text = path.read_text(encoding="utf-8")
        if sum(map(text.count, OPENINGS)) > MOST_OPENINGS:
            _refuse_depth(text, name)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        is_deep = "nesting depth" in str(error.problem)  # PyYAML has a limit of its own from 6.0.4 on
        problem = "it is nested too deeply" if is_deep else f"no valid YAML: {error.problem}"
        raise RuleError(name, mark.line + 1 if mark else None, problem) from None
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise RuleError(name, None, f"cannot be read: {error}") from None
    if not isinstance(root, yaml.MappingNode):
        raise RuleError(name, 1, "the file must be a mapping of keys to values")
    try:
        return _block(root, name, set())
    except RecursionError:
        raise RuleError(name, None, "it is nested too deeply") from None


def _refuse_depth(text: str, name: str) -> None:
    """Raise RuleError for nesting at which PyYAML, in C, overflows the stack and ends the process."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise RuleError(name, event.start_mark.line + 1 if event.start_mark else None, "it is nested too deeply")


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
