import pytest

from quotecheck.errors import RuleError
from quotecheck.rulebook import Block
from quotecheck.rulebook.block import unknown_word

INNER = Block({"b": "x"}, {"b": 3}, {}, "r.yaml", 3)
BLOCK = Block(
    {
        "text": "word",
        "number": 2,
        "texts": ("a", "b"),
        "mixed": ("a", 1),
        "inner": INNER,
        "blocks": (INNER,),
        "nan": float("nan"),
    },
    {"text": 1, "number": 2, "texts": 3, "mixed": 4, "inner": 6, "blocks": 7, "nan": 8},
    {"texts": (3, 3), "mixed": (4, 5), "blocks": (7,)},
    "r.yaml",
    1,
)


def test_values_come_in_the_type_asked_for() -> None:
    assert BLOCK.text("text") == "word"
    assert BLOCK.text("absent", "default") == "default"
    assert BLOCK.number("number") == 2
    assert BLOCK.number("absent", 5) == 5
    assert BLOCK.texts("texts") == ("a", "b")
    assert BLOCK.texts("absent") == ()
    assert BLOCK.block("inner") is INNER
    assert BLOCK.blocks("blocks") == (INNER,)


@pytest.mark.parametrize(
    ("method", "key", "line"),
    [
        ("text", "number", 2),
        ("text", "absent", 1),
        ("number", "text", 1),
        ("number", "nan", 8),
        ("texts", "text", 1),
        ("texts", "mixed", 5),
        ("blocks", "texts", 3),
        ("block", "text", 1),
    ],
)
def test_wrong_type_is_refused_with_its_line(method: str, key: str, line: int) -> None:
    with pytest.raises(RuleError) as raised:
        getattr(BLOCK, method)(key)
    assert (raised.value.path, raised.value.line) == ("r.yaml", line)


def test_keys_are_checked_against_what_is_allowed() -> None:
    INNER.expect_keys(required=("b",), optional=("c",))
    with pytest.raises(RuleError, match="unknown key 'b'"):
        INNER.expect_keys(optional=("c",))
    with pytest.raises(RuleError, match="'c' is missing"):
        INNER.expect_keys(required=("b", "c"))


def test_unknown_word_names_the_nearest_and_the_allowed_ones() -> None:
    assert unknown_word("key", "famly", ("word", "family")) == (
        "unknown key 'famly' (did you mean 'family'?); allowed: word, family"
    )
    assert unknown_word("key", "xyz", ("word",)) == "unknown key 'xyz'; allowed: word"
    assert unknown_word("key", "xyz", ()) == "unknown key 'xyz'; allowed: none"
    many = tuple(f"fact_{number}" for number in range(99))
    assert unknown_word("fact", "fact_X", many) == "unknown fact 'fact_X' (did you mean 'fact_9'?)"
