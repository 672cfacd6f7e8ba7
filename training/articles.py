"""Read PolNeAR articles with their attributions and silver names, word by word."""

from __future__ import annotations

import glob
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import spacy

from training.inventory import SILVER_TYPES

MARKS = {"“": 0, "”": 1, '"': None}  # whether a mark closes; the straight one may do either
STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("''", "''"), ("``", "''"))


def read_attributions(folder: Path, stem: str) -> list[dict[str, list[tuple[int, int]]]]:
    """Attributions of the first annotator: role -> spans in characters, in text order."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events = []
    path = min(glob.glob(str(folder / "attributions" / (glob.escape(stem) + "_*.ann"))))
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if len(fields) < 2:
            continue
        if fields[0].startswith("T"):
            parts = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = [(int(a), int(b)) for a, b in (part.split() for part in parts)]
        elif fields[0].startswith("E"):
            event: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for argument in fields[1].split():
                role, target = argument.split(":")
                event[re.sub(r"\d+$", "", role).lower()] += spans.get(target, [])
            events.append({role: sorted(event[role]) for role in ("source", "cue", "content")})
    return [e for e in events if e["content"]]


def read_silver(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """Paragraph text -> names as (start, end, type)."""
    silver = {}
    for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
        row = json.loads(line)
        silver[row["text"].strip()] = [(a, b, SILVER_TYPES[t]) for a, b, t in row["entities"]]
    return silver


def read_articles(folder: Path, silver: dict[str, list[tuple[int, int, str]]]) -> Iterator[list[dict]]:
    """Articles as lists of paragraphs: words, role labels, links, entity labels (``None`` where unknown).

    A link is the offset, counted in words of the article, of the first word of the cue that a source or content
    hangs on; it stands on the first word of each such span, and is ``None`` elsewhere.
    """
    tokenizer = spacy.blank("en").tokenizer
    for path in sorted((folder / "text").glob("*.txt")):
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        yield _article(text, read_attributions(folder, path.stem), silver, tokenizer)


def _article(text, events, silver, tokenizer) -> list[dict]:
    roles, links = _labels(text, events)
    paragraphs, base = [], 0
    starts: dict[int, int] = {}
    for line in re.finditer(r"[^\r\n]+", text):
        tokens = [t for t in tokenizer(line.group()) if not t.is_space]
        if not tokens:
            continue
        names = silver.get(line.group().strip())
        shift = line.start() + len(line.group()) - len(line.group().lstrip())
        offsets = [(line.start() + t.idx, line.start() + t.idx + len(t.text)) for t in tokens]
        for i, (start, end) in enumerate(offsets):
            for at in range(start, end):
                starts[at] = base + i
        paragraphs.append(
            {
                "words": [t.text for t in tokens],
                "spaced": [bool(t.whitespace_) for t in tokens],
                "base": base,
                "roles": _bio_words(offsets, roles),
                "anchors": [links.get(start) for start, _ in offsets],
                "entities": None
                if names is None
                else _bio_words(offsets, {i + shift: (k, t) for k, (a, b, t) in enumerate(names) for i in range(a, b)}),
            }
        )
        base += len(tokens)
    for paragraph in paragraphs:
        paragraph["links"] = [None if a is None else starts.get(a) for a in paragraph.pop("anchors")]
    return paragraphs


def _labels(text, events) -> tuple[dict[int, tuple[int, str]], dict[int, int]]:
    """Character -> (span number, role), and first character of a source or content span -> of its cue."""
    roles, links, number = {}, {}, 0
    for role in ("content", "cue", "source"):  # a later role overrules an earlier one
        for event in events:
            for a, b in event[role]:
                number += 1
                a += len(text[a:b]) - len(text[a:b].lstrip())
                roles.update(dict.fromkeys(range(a, b), (number, role)))
                if role != "cue" and event["cue"]:
                    links[a] = event["cue"][0][0]
    return roles, links


def _bio_words(offsets, labels) -> list[str]:
    out, before = [], None
    for start, _ in offsets:
        current = labels.get(start)
        out.append("O" if current is None else f"{'I' if before == current[0] else 'B'}-{current[1]}")
        before = current[0] if current else None
    return out


def restyle(words: list[str], rng: random.Random) -> list[str]:
    """Give the quotation marks of a paragraph another typography."""
    opening, closing = rng.choice(STYLES)
    out, is_open = [], False
    for word in words:
        if word in MARKS:
            close = MARKS[word] == 1 or (MARKS[word] is None and is_open)
            is_open = not close
            word = closing if close else opening
        out.append(word)
    return out
