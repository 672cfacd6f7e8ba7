"""YAML at the head of an article, with the place of every word; read as strictly as rule files, and never run.

No tags, no aliases, no key twice, no deep nesting. PyYAML's own loader in Python is slow and safe: that in C
overflows the stack where lists are nested some ten thousand deep.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from quotecheck.errors import InputError

DEEPEST = 20
UNTAGGED = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A value, and where it stands in the file: code points, end exclusive."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value: ``words`` if that is text or a list of texts, ``inner`` if it is a mapping or several."""

    key: Word
    words: tuple[Word, ...] = ()
    inner: tuple[Entry, ...] = ()


class _Loader(yaml.SafeLoader):
    """Gives every value as text, and refuses what only attacks need."""

    depth = 0

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        return UNTAGGED

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            raise _refusal("aliases are not allowed; write it out", event)
        self.depth += 1
        if self.depth > DEEPEST:
            raise _refusal("it is nested too deeply", event)
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _refusal(problem: str, event: yaml.Event) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)  # type: ignore[arg-type]


def read_entries(text: str, path: str, *, start: int, line: int) -> tuple[Entry, ...]:
    """The entries of ``text``, which begins at offset ``start`` and line ``line`` of the file at ``path``.

    Raises InputError with the line where it is broken, or is anything but keys with values.
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise broken(path, line + (mark.line if mark else 0), error.problem or "it is no YAML") from None
    except yaml.YAMLError:
        raise broken(path, line, "there are characters in it that YAML does not allow") from None
    if root is None:
        return ()
    if not isinstance(root, yaml.MappingNode):
        what = "a list" if isinstance(root, yaml.SequenceNode) else "text"
        reason = f"it is {what}, but must be keys with values, such as 'title: Pier to close'"
        raise broken(path, line + root.start_mark.line, reason)
    return _entries(root, path, start, line)


def broken(path: str, line: int, reason: str) -> InputError:
    """The error to raise for front matter that cannot be read."""
    return InputError(path, "front-matter", f"the front matter is broken in line {line}: {reason}")


def _entries(node: yaml.MappingNode, path: str, start: int, line: int) -> tuple[Entry, ...]:
    entries: dict[str, Entry] = {}
    for key, value in node.value:
        at = line + key.start_mark.line
        if not isinstance(key, yaml.ScalarNode):
            raise broken(path, at, "a key must be one word")
        if key.value in entries:
            raise broken(path, at, f"'{key.value}' stands there twice")
        for each in (key, value):
            if each.tag != UNTAGGED:
                raise broken(path, line + each.start_mark.line, f"the tag {each.tag} is not allowed")
        entries[key.value] = _entry(_word(key, start), value, path, start, line)
    return tuple(entries.values())


def _entry(key: Word, node: yaml.Node, path: str, start: int, line: int) -> Entry:
    if isinstance(node, yaml.MappingNode):
        return Entry(key, inner=_entries(node, path, start, line))
    members = node.value if isinstance(node, yaml.SequenceNode) else [node]
    words = tuple(_word(each, start) for each in members if isinstance(each, yaml.ScalarNode))
    inner = (each for each in members if isinstance(each, yaml.MappingNode))
    return Entry(key, words, tuple(entry for each in inner for entry in _entries(each, path, start, line)))


def _word(node: yaml.ScalarNode, start: int) -> Word:
    """The value; of one in quotation marks the place is that between the marks."""
    first, last = node.start_mark.index, node.end_mark.index
    marks = 1 if node.style in ("'", '"') else 0
    return Word(node.value, start + first + marks, start + last - marks)
