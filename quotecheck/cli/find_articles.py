"""From the paths of a command line to articles, in the order given, sorted within folders and patterns."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import PurePath

from quotecheck.records import Failure
from quotecheck.text.formats import SUFFIXES, is_shared, looks_like_article

STANDARD_INPUT = "-"
LARGEST = 4_000_000  # bytes: some 650,000 words; what is larger would need more than a gigabyte of memory


def find_articles(paths: Sequence[str]) -> Iterator[str | Failure]:
    """Every article once, hidden files and folders left out; a Failure for a path that leads to none."""
    seen: set[str] = set()
    for path in paths:
        for found in _expand(path):
            key = os.path.normpath(found) if isinstance(found, str) else f"\0{found.path}"
            if key not in seen:
                seen.add(key)
                yield found


def shown(path: str) -> str:
    """The path as reports show it: with forward slashes, without a leading ./"""
    return PurePath(path).as_posix()


def _expand(path: str) -> Iterator[str | Failure]:
    if path == STANDARD_INPUT or os.path.isfile(path):
        yield path
    elif os.path.isdir(path):
        kinds = ", ".join(SUFFIXES)
        nothing = Failure(shown(path), "no-articles", f"there is no article in this folder (no {kinds} file)")
        yield from _in_folder(path) or [nothing]
    elif os.path.lexists(path):
        yield path  # a pipe, or a link to nowhere: reading it will tell
    elif has_magic(path):
        yield from _matching(path) or [Failure(shown(path), "no-match", "no file matches this pattern")]
    else:
        yield Failure(shown(path), "missing", "there is no such file or folder")


def _matching(pattern: str) -> list[str | Failure]:
    found: list[str | Failure] = []
    for match in sorted(glob(pattern, recursive=True)):
        found += _in_folder(match) if os.path.isdir(match) else [match]
    return found


def _in_folder(folder: str) -> list[str | Failure]:
    closed: list[Failure] = []
    articles: list[str] = []
    for parent, folders, files in os.walk(folder, onerror=lambda error: closed.append(_closed(error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        articles.extend(os.path.join(parent, name) for name in files if _is_article(parent, name))
    articles.sort(key=lambda path: PurePath(path).parts)
    return [*articles, *sorted(closed, key=lambda failure: failure.path)]


def _is_article(folder: str, name: str) -> bool:
    """Whether the suffix says so, and the content of a file whose suffix others share; one that is closed counts."""
    if name.startswith(".") or PurePath(name).suffix.lower() not in SUFFIXES:
        return False
    path = os.path.join(folder, name)
    if not is_shared(name) or not os.path.isfile(path):
        return True
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        return True  # reading it will tell
    return len(data) <= LARGEST and looks_like_article(name, data)


def _closed(error: OSError) -> Failure:
    return Failure(shown(str(error.filename)), "unreadable", f"the folder cannot be read: {error.strerror}")
