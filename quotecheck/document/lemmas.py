"""Lemmas by suffix, checked against a table of words that the treebanks know."""

from __future__ import annotations

import json
from pathlib import Path

_UNTOUCHED = frozenset({"PROPN", "PUNCT", "NUM", "SYM", "X", "INTJ"})
_VOWELS = frozenset("aeiou")


class Lemmas:
    """A word form and its part of speech to its lemma."""

    def __init__(self, known: dict[str, frozenset[str]], exceptions: dict[str, dict[str, str]]) -> None:
        self._known, self._exceptions = known, exceptions
        self._cache: dict[tuple[str, str], str] = {}

    @classmethod
    def load(cls, path: Path) -> Lemmas:
        """Read the table that the recipe writes."""
        table = json.loads(path.read_text(encoding="utf-8"))
        return cls({pos: frozenset(words) for pos, words in table["known"].items()}, table["exceptions"])

    def of(self, word: str, pos: str) -> str:
        """The lemma of ``word`` as a ``pos`` of Universal Dependencies; case is kept in names only."""
        lemma = self._cache.get((word, pos))
        if lemma is None:
            lemma = self._find(word, pos)
            if len(self._cache) < 200_000:
                self._cache[word, pos] = lemma
        return lemma

    def _find(self, word: str, pos: str) -> str:
        form = word.lower().replace("’", "'")
        exception = self._exceptions.get(pos, {}).get(form)
        if exception is not None:
            return exception
        if pos in _UNTOUCHED:
            return word
        if pos in ("VERB", "AUX"):
            return self._first_known(_verb_stems(form), form, "VERB")
        if pos == "NOUN":
            return self._first_known(_noun_stems(form), form, "NOUN")
        if pos in ("ADJ", "ADV"):
            return self._known_only(_degree_stems(form), form, "ADJ")
        return form

    def _first_known(self, stems: list[str], form: str, pos: str) -> str:
        known = self._known.get(pos, frozenset())
        if form in known or not stems:
            return form
        return next((s for s in stems if s in known), stems[0])

    def _known_only(self, stems: list[str], form: str, pos: str) -> str:
        known = self._known.get(pos, frozenset())
        return form if form in known else next((s for s in stems if s in known), form)


def _doubled(stem: str) -> bool:
    return len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS and stem[-1] not in "ls"


def _verb_stems(form: str) -> list[str]:
    """Possible base forms, the likeliest first."""
    if form.endswith("ies") and len(form) > 4:
        return [form[:-3] + "y", form[:-1]]
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return [form[:-2], form[:-1]]
    if form.endswith("s") and not form.endswith("ss") and len(form) > 3:
        return [form[:-1], form[:-2]]
    for suffix in ("ied", "ying") if form.endswith("ied") else ("ed", "ing"):
        stem = form[: -len(suffix)]
        if form.endswith(suffix) and len(stem) > 1:
            return _participle_stems(form, stem, suffix)
    return []


def _participle_stems(form: str, stem: str, suffix: str) -> list[str]:
    if suffix == "ied":
        return [stem + "y", stem + "ie"]
    if _doubled(stem):
        return [stem[:-1], stem, stem + "e"]
    if stem[-1] == stem[-2]:
        return [stem]
    silent = stem[-1] in "cgsuvz" or (len(stem) > 2 and stem[-2] in _VOWELS and stem[-3] not in _VOWELS)
    return [stem + "e", stem, stem[:-1]] if silent else [stem, stem + "e", stem[:-1]]


def _noun_stems(form: str) -> list[str]:
    if form.endswith("ies") and len(form) > 4:
        return [form[:-3] + "y", form[:-1]]
    if form.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return [form[:-2], form[:-1]]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3:
        return [form[:-1], form[:-2]]
    return []


def _degree_stems(form: str) -> list[str]:
    for suffix in ("iest", "ier", "est", "er"):
        if form.endswith(suffix) and len(form) > len(suffix) + 2:
            stem = form[: -len(suffix)]
            return [stem + "y"] if suffix.startswith("i") else [stem, stem + "e", stem[:-1]]
    return []
