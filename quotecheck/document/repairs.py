"""Trees that grammar rules out, made good: what no treebank has, but a small network sometimes says."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
CLAUSES = frozenset({"acl:relcl", "advcl", "ccomp"})
VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Names:
    """What the numbers of tags, parts of speech and relations stand for."""

    tags: list[str]
    pos: list[str]
    relations: list[str]


def repaired(heads: Places, tags: Places, pos: Places, relations: Places, names: Names) -> Places:
    """``heads`` (1-based, 0 = root) with subjects and second verbs on the verb that they belong to.

    "Lee blamed the mayor while praising Park": a subject before a verb that has none is that verb's, not one's further
    on. "Lee told us that they swim and warned us": "warned" goes on from "told", not from "swim".
    """
    tree = _Tree(
        [0, *heads.tolist()],
        ["", *(names.relations[each] for each in relations.tolist())],
        ["", *(names.tags[each] for each in tags.tolist())],
        [False, *(names.pos[each] in VERBS for each in pos.tolist())],
    )
    return np.array([tree.head_of_subject(i) or tree.head_of_second_verb(i) or head for i, head in enumerate(heads, 1)])


class _Tree:
    """Columns with one entry a word, the first one empty."""

    def __init__(self, heads: list[int], labels: list[str], tags: list[str], are_verbs: list[bool]) -> None:
        self._heads, self._labels, self._tags, self._are_verbs = heads, labels, tags, are_verbs
        self._with_subject = {head for head, label in zip(heads, labels, strict=True) if label.startswith("nsubj")}

    def head_of_subject(self, i: int) -> int | None:
        """The verb without a subject between a subject and the verb that the tree gives it, if there is one above."""
        if not self._labels[i].startswith("nsubj"):
            return None
        head = self._heads[i]
        at = self._heads[head]
        while at:
            if i < at < head and self._are_verbs[at] and at not in self._with_subject:
                return at
            at = self._heads[at]
        return None

    def head_of_second_verb(self, i: int) -> int | None:
        """The verb in the past above a clause in the present, for one in the past that hangs on that clause."""
        head = self._heads[i]
        above = self._heads[head]
        if self._labels[i] != "conj" or i in self._with_subject or self._labels[head] not in CLAUSES:
            return None
        is_told = self._tags[i] == self._tags[above] == "VBD" and self._tags[head] in ("VBP", "VBZ")
        return above if is_told and above < head < i else None
