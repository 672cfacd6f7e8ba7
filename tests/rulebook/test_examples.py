import pytest

from quotecheck.errors import RuleError
from quotecheck.rulebook import Block
from quotecheck.rulebook.examples import read_examples


def block_of(*examples: str) -> Block:
    return Block({"examples": examples}, {"examples": 3}, {"examples": (4,) * len(examples)}, "x.yaml", 2)


def test_no_examples_are_no_mistake() -> None:
    assert read_examples(Block({}, {}, {}, "x.yaml", 1)).flag == ()


def test_marks_are_cut_out_and_counted_without_brackets() -> None:
    (example,) = read_examples(block_of("[[cue|According to]] the [[pilot]], we wait.")).flag

    assert example.text == "According to the pilot, we wait."
    assert [(mark.label, mark.span.of(example.text)) for mark in example.marks] == [
        ("cue", "According to"),
        (None, "pilot"),
    ]
    assert example.line == 4


def test_marks_nest() -> None:
    (example,) = read_examples(block_of("[[We [[wait]] here]].")).flag

    assert [mark.span.of(example.text) for mark in example.marks] == ["We wait here", "wait"]


@pytest.mark.parametrize("marked", ["We [[wait.", "We wait]]."])
def test_uneven_brackets_are_refused_with_their_line(marked: str) -> None:
    with pytest.raises(RuleError, match=r"x\.yaml:4"):
        read_examples(block_of(marked))
