import re

import pytest

from quotecheck.errors import RuleError
from quotecheck.rulebook import Block, Lexicon
from quotecheck.rulebook.lexicon import read_lexicon
from quotecheck.rulebook.load import read_yaml

HEAD = """\
description: Verbs that introduce speech.
fields:
  family: {one_of: [speech, mental], default: speech}
  frames: {some_of: [that, object]}
  note: text
  forms: texts
  strength: number
  rare: flag
entries:
"""


@pytest.fixture
def read(tmp_path):
    def read_entries(entries: str, head: str = HEAD) -> Lexicon:
        path = tmp_path / "verbs.yaml"
        path.write_text(head + entries, encoding="utf-8")
        return read_lexicon(read_yaml(path), "lexicons/en/verbs.yaml")

    return read_entries


def test_plain_entry_has_the_defaults_of_every_field(read) -> None:
    entry = read("  - say\n")["say"]

    assert entry.word == "say"
    assert entry.line == 10
    assert entry.fields == {
        "family": "speech", "frames": (), "note": None, "forms": (), "strength": None, "rare": False,
    }  # fmt: skip


def test_entry_says_what_differs(read) -> None:
    lexicon = read("  - say\n  - {word: think, family: mental, frames: [that], rare: true, strength: 0.5}\n")

    assert lexicon.name == "verbs"
    assert lexicon.path == "lexicons/en/verbs.yaml"
    assert list(lexicon) == ["say", "think"]
    assert lexicon["think"].fields["family"] == "mental"
    assert lexicon["think"].fields["frames"] == ("that",)
    assert lexicon["think"].fields["rare"] is True
    assert lexicon["think"].fields["strength"] == 0.5


def test_words_that_share_their_fields_stand_in_one_entry(tmp_path) -> None:
    path = tmp_path / "names.yaml"
    path.write_text(
        "description: d\nfields: {sex: {one_of: [female, male]}}\n"
        "entries:\n  - {words: [Ada, Mia], sex: female}\n  - {word: Abe, sex: male}\n  - Kim\n",
        encoding="utf-8",
    )
    names = read_lexicon(read_yaml(path), "names.yaml")
    assert [(word, entry.fields["sex"]) for word, entry in names.items()] == [
        ("Ada", "female"),
        ("Mia", "female"),
        ("Abe", "male"),
        ("Kim", None),
    ]


def test_lexicon_is_a_mapping(read) -> None:
    lexicon = read("  - say\n")

    assert "say" in lexicon
    assert "says" not in lexicon
    assert len(lexicon) == 1


@pytest.mark.parametrize(
    ("entries", "line", "message"),
    [
        ("  - say\n  - say\n", 11, "'say' stands here twice; first in line 10"),
        ("  - say\n  - {word: think, famly: mental}\n", 11, "unknown key 'famly' (did you mean 'family'?)"),
        (
            "  - {word: think, family: metal}\n",
            10,
            "unknown word for 'family' 'metal' (did you mean 'mental'?)",
        ),
        ("  - {word: think, frames: [that, objects]}\n", 10, "did you mean 'object'?"),
        ("  - {family: mental}\n", 10, "'word' is missing"),
        ("  - {word: think, rare: perhaps}\n", 10, "'rare' must be true or false"),
        ("  - {word: think, strength: much}\n", 10, "'strength' must be a number"),
        ("  - {word: think, note: 3}\n", 10, "'note' must be text"),
        ("  - say\n  - 90\n", 11, "put '90' in quotation marks"),
        ("  - say\n  - null\n", 11, "put 'None' in quotation marks"),
    ],
)
def test_wrong_entry_is_refused_with_its_line(read, entries: str, line: int, message: str) -> None:
    with pytest.raises(RuleError, match=re.escape(message)) as raised:
        read(entries)
    assert raised.value.line == line


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("entries:\n", "'description' is missing"),
        ("description: d\nentrys: []\nentries:\n", "unknown key 'entrys' (did you mean 'entries'?)"),
        (
            "description: d\nfields: {a: txt}\nentries:\n",
            "unknown type of field 'txt' (did you mean 'text'?)",
        ),
        ("description: d\nfields: {a: {default: b}}\nentries:\n", "either 'one_of' or 'some_of'"),
        (
            "description: d\nfields: {a: {one_of: [b], default: c}}\nentries:\n",
            "unknown word for 'default' 'c'",
        ),
    ],
)
def test_wrong_head_is_refused(read, head: str, message: str) -> None:
    with pytest.raises(RuleError, match=re.escape(message)):
        read("  - say\n", head)


def test_examples_come_with_their_entry(read) -> None:
    examples = read('  - {word: say, examples: {flag: ["We [[say]] so."], pass: ["Let us go."]}}\n')["say"].examples

    assert [example.text for example in examples.flag] == ["We say so."]
    assert [mark.span.of("We say so.") for mark in examples.flag[0].marks] == ["say"]
    assert [example.text for example in examples.passes] == ["Let us go."]
    assert examples.todo == ()


def test_block_is_read_only() -> None:
    block = Block({"a": 1}, {"a": 1}, {}, "x.yaml", 1)

    with pytest.raises(TypeError):
        block["a"] = 2  # type: ignore[index]
