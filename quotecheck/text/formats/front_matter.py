"""What stands at the head of a Markdown file: YAML between lines of ``---``, or TOML between lines of ``+++``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from quotecheck.rulebook import Block
from quotecheck.rulebook.front_matter import Entry, Word, broken, read_entries
from quotecheck.text.mapped import MappedText

LONGEST = 65_536  # characters
OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
CLOSING = {
    "---": re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    "+++": re.compile(r"(?<=[\r\n])\+\+\+[ \t]*(?=[\r\n]|\Z)"),
}
KEY = re.compile(r"[\w-]+[ \t]*[:=]")
TOML_TEXT = re.compile(r"""(?<![^\r\n])([\w-]+)[ \t]*=[ \t]*(?:"([^"\\\r\n]*)"|'([^'\r\n]*)')""")
TOML_LINE = re.compile(r"line (\d+)")
NAME = "name"  # of an author who is a mapping


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Its entries, and where the article begins."""

    entries: tuple[Entry, ...] = ()
    end: int = 0

    def first(self, keys: tuple[str, ...]) -> tuple[Word, ...]:
        """The words under the first of ``keys`` that has any; of mappings those that are names."""
        by_key = {entry.key.text.casefold(): entry for entry in self.entries}
        for key in keys:
            if key in by_key:
                entry = by_key[key]
                names = [word for each in entry.inner if each.key.text == NAME for word in each.words]
                words = tuple(word for word in (*entry.words, *names) if word.text.strip())
                if words:
                    return words
        return ()


def read_front_matter(text: str, path: str) -> FrontMatter:
    """The front matter of ``text``, if it has one; raises InputError with the line where that is broken."""
    opening = OPENING.match(text)
    if opening is None:
        return FrontMatter()
    fence, start = opening.group(1), opening.end()
    closing = CLOSING[fence].search(text, start)
    if closing is None:
        if KEY.match(text, start):
            raise broken(path, 1, f"no line of {fence} closes it")
        return FrontMatter()
    if closing.start() - start > LONGEST:
        raise broken(path, 1, f"it is longer than {LONGEST} characters; move the article out of it")
    inside = text[start : closing.start()]
    read = read_entries if fence == "---" else _read_toml
    return FrontMatter(read(inside, path, start=start, line=2), closing.end())


def put_directives(front: FrontMatter, keys: Block, out: MappedText) -> None:
    """Those under the key ``quotecheck``: a list of rules to ignore, or a reason for each rule."""
    key = keys.text("directives")
    for entry in (each for each in front.entries if each.key.text == key):
        for words, place in _directives(entry):
            out.direct(words, place.start, place.end, for_article=True)


def _directives(entry: Entry) -> Iterator[tuple[str, Word]]:
    for word in entry.words:
        yield word.text, word
    for inner in entry.inner:
        if inner.key.text == "ignore":
            yield from ((f"ignore {word.text}", word) for word in inner.words)
            yield from ((_with_reason(each), each.key) for each in inner.inner)
        else:
            yield _with_reason(inner), inner.key


def _with_reason(entry: Entry) -> str:
    reason = " ".join(word.text for word in entry.words)
    return f"ignore {entry.key.text} -- {reason}" if reason else f"ignore {entry.key.text}"


def _read_toml(text: str, path: str, *, start: int, line: int) -> tuple[Entry, ...]:
    """TOML tells no places: only texts on one line have their own, all else has that of the whole front matter."""
    try:
        values = tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
    except tomllib.TOMLDecodeError as error:
        found = TOML_LINE.search(str(error))
        at = line + int(found.group(1)) - 1 if found else line
        raise broken(path, at, f"it is no TOML ({TOML_LINE.split(str(error))[0].removesuffix(' (at ')})") from None
    except RecursionError:
        raise broken(path, line, "it is nested too deeply") from None
    places: dict[tuple[str, str], tuple[int, int]] = {}
    for found in TOML_TEXT.finditer(text):
        place = found.span(2) if found.group(2) is not None else found.span(3)
        places.setdefault((found.group(1), found.group(2) or found.group(3)), place)
    whole = Word("", start, start + len(text))
    return tuple(_toml_entry(key, value, whole, places, start) for key, value in values.items())


def _toml_entry(
    key: str, value: object, whole: Word, places: dict[tuple[str, str], tuple[int, int]], start: int
) -> Entry:
    if isinstance(value, dict):
        return Entry(_at(whole, key), inner=tuple(_toml_entry(k, v, whole, places, start) for k, v in value.items()))
    members = value if isinstance(value, list) else [value]
    words = []
    for each in members:
        if isinstance(each, str):
            first, last = places.get((key, each), (whole.start - start, whole.end - start))
            words.append(Word(each, start + first, start + last))
    inner = [each for each in members if isinstance(each, dict)]
    entries = (_toml_entry(k, v, whole, places, start) for each in inner for k, v in each.items())
    return Entry(_at(whole, key), tuple(words), tuple(entries))


def _at(place: Word, text: str) -> Word:
    return Word(text, place.start, place.end)
