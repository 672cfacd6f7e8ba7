"""Read the treebanks, and roughen them so that newspaper typography does not hurt."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

QUOTE_STYLES = (("“", "”"), ('"', '"'), ("‘", "’"), ("``", "''"), ("''", "''"), ("«", "»"), ("'", "'"))
DASHES = ("—", "–", "--", "-")
OPENING_MARKS, CLOSING_MARKS = ("``", "“"), ("''", "”")


def read_conllu(path: Path) -> Iterator[list[dict]]:
    """Sentences as lists of words: form, lemma, pos, tag, head (0 = root), dep."""
    sentence: list[dict] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line:
            if sentence:
                yield sentence
            sentence = []
            continue
        f = line.split("\t")
        sentence.append(
            {
                "form": f[1],
                "lemma": f[2],
                "pos": f[3],
                "tag": f[4],
                "head": int(f[6]),
                "dep": f[7],
                "space": "SpaceAfter=No" not in f[9],
            }
        )
    if sentence:
        yield sentence


def _mark(form: str, tag: str, head: int) -> dict:
    return {
        "form": form,
        "lemma": form,
        "pos": "PUNCT",
        "tag": tag,
        "head": head,
        "dep": "punct",
        "space": False,
    }


def _root(sentence: list[dict]) -> int:
    return next(i for i, w in enumerate(sentence, 1) if w["head"] == 0)


def _shift(sentence: list[dict], by: int) -> list[dict]:
    return [w | {"head": w["head"] + by if w["head"] else 0} for w in sentence]


def _restyle(sentence: list[dict], rng: random.Random) -> list[dict]:
    """Give the marks and dashes of a sentence another typography."""
    opening, closing = rng.choice(QUOTE_STYLES)
    dash, out = rng.choice(DASHES), []
    for w in sentence:
        if w["tag"] == "``":
            w = w | {"form": opening}
        elif w["tag"] == "''":
            w = w | {"form": closing}
        elif w["form"] in ("—", "–", "--") or (w["form"] == "-" and w["dep"] == "punct" and w["tag"] in (":", ",")):
            w = w | {"form": dash}
        out.append(w)
    return out


def _quote(sentences: list[list[dict]], rng: random.Random) -> list[list[dict]]:
    """Put one pair of marks around a run of sentences, as a speaker's words stand in an article."""
    opening, closing = rng.choice(QUOTE_STYLES)
    first = [_mark(opening, "``", _root(sentences[0]) + 1), *_shift(sentences[0], 1)]
    run = [first, *sentences[1:]]
    run[-1] = [*run[-1], _mark(closing, "''", _root(run[-1]))]
    return run


def _headline(sentence: list[dict], rng: random.Random) -> list[dict]:
    """A sentence without its full stop, sometimes in capitals."""
    if sentence[-1]["dep"] == "punct" and len(sentence) > 3 and all(w["head"] != len(sentence) for w in sentence):
        sentence = sentence[:-1]
    style = rng.random()
    if style < 0.25:
        return [w | {"form": w["form"].upper()} for w in sentence]
    if style < 0.6:
        return [w | {"form": w["form"][:1].upper() + w["form"][1:]} if len(w["form"]) > 3 else w for w in sentence]
    return sentence


def roughen(sentences: list[list[dict]], rng: random.Random) -> Iterator[tuple[list[dict], bool]]:
    """Yield (sentence, whether a paragraph must end after it), with typography varied at random."""
    i = 0
    while i < len(sentences):
        chance = rng.random()
        if chance < 0.04:
            yield _headline(sentences[i], rng), True
            i += 1
        elif chance < 0.14:
            run = [_restyle(s, rng) for s in sentences[i : i + rng.choice((1, 1, 2, 3))]]
            i += len(run)
            yield from ((s, False) for s in _quote(run, rng))
        else:
            yield (_restyle(sentences[i], rng) if chance < 0.6 else sentences[i]), False
            i += 1
