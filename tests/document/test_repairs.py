"""Subjects and second verbs that a tree hangs too deep, on trees made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from quotecheck.document.repairs import Names, repaired
from quotecheck.document.trees import is_tree

NAMES = Names(["NN", "VBD", "VBG", "VBZ"], ["NOUN", "VERB"], ["root", "nsubj", "advcl", "ccomp", "conj", "obj"])


def heads(rows: list[tuple[str, int, str]]) -> list[int]:
    """Rows are (tag, head, relation) of each word."""
    tags, given, relations = zip(*rows, strict=True)
    found = repaired(
        np.array(given),
        np.array([NAMES.tags.index(tag) for tag in tags]),
        np.array([int(tag != "NN") for tag in tags]),
        np.array([NAMES.relations.index(relation) for relation in relations]),
        NAMES,
    )
    assert is_tree(found.tolist())
    return found.tolist()


def test_a_subject_before_a_verb_without_one_is_that_verbs() -> None:
    blamed = [("NN", 4, "nsubj"), ("VBD", 0, "root"), ("NN", 2, "obj"), ("VBG", 2, "advcl"), ("NN", 4, "obj")]
    assert heads(blamed) == [2, 0, 2, 2, 4]


def test_a_verb_that_has_its_subject_takes_no_other() -> None:
    asked = [("NN", 4, "nsubj"), ("NN", 3, "nsubj"), ("VBD", 0, "root"), ("VBD", 3, "ccomp")]
    assert heads(asked) == [4, 3, 0, 3]


@pytest.mark.parametrize(("tag", "above"), [("VBD", 2), ("VBZ", 4)])
def test_a_verb_in_the_past_goes_on_from_the_one_in_the_past(tag: str, above: int) -> None:
    told = [("NN", 2, "nsubj"), ("VBD", 0, "root"), ("NN", 4, "nsubj"), ("VBZ", 2, "ccomp"), (tag, 4, "conj")]
    assert heads(told) == [2, 0, 4, 2, above]
