from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.config.toml import lines_of_keys, read_toml
from quotecheck.errors import RuleError

TEXT = '''# a comment
pack = "default"
exclude = [
  "drafts/**",  # not ready
  """a
b = 1
""",
]

[severity]
missing-role = "off"
[settings]
late-speaker.sentences = 3
[[paths]]
match = "a/**"
[[paths]]
match = "b/**"
[paths.severity]
missing-role = "error"
[[paths.more]]
x = {y = 1, z = 2}
'''


def test_every_key_has_its_line() -> None:
    assert lines_of_keys(TEXT, ()) == {
        ("pack",): 2,
        ("exclude",): 3,
        ("severity",): 10,
        ("severity", "missing-role"): 11,
        ("settings",): 12,
        ("settings", "late-speaker", "sentences"): 13,
        ("paths", 0): 14,
        ("paths", 0, "match"): 15,
        ("paths", 1): 16,
        ("paths", 1, "match"): 17,
        ("paths", 1, "severity"): 18,
        ("paths", 1, "severity", "missing-role"): 19,
        ("paths", 1, "more", 0): 20,
        ("paths", 1, "more", 0, "x", "y"): 21,
        ("paths", 1, "more", 0, "x", "z"): 21,
    }


def test_lines_of_one_section_alone() -> None:
    text = '[project]\nname = "x"\n[tool.quotecheck]\npack = "a"\n[tool.quotecheck.limits]\nmax-words = 9\n[tool.x]\n'
    section = ("tool", "quotecheck")
    assert lines_of_keys(text, section) == {
        section: 3,
        (*section, "pack"): 4,
        (*section, "limits"): 5,
        (*section, "limits", "max-words"): 6,
    }


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b'pack = "default"\nrules = [', 2, "no valid TOML: "),
        (b'pack = "default"\npack = "other"\n', 2, "no valid TOML: Cannot overwrite a value"),
        (b'pack = "caf\xe9"', None, "UTF-8"),
        (b"pack = " + b"[" * 10_000, None, "nested too deeply"),
    ],
)
def test_broken_file_is_told_with_its_line(data: bytes, line: int | None, words: str, tmp_path: Path) -> None:
    (tmp_path / "quotecheck.toml").write_bytes(data)
    with pytest.raises(RuleError) as raised:
        read_toml(tmp_path / "quotecheck.toml", "quotecheck.toml")
    assert raised.value.line == line
    assert words in str(raised.value)


def test_byte_order_mark_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "quotecheck.toml").write_bytes(b'\xef\xbb\xbfpack = "default"\n')
    assert read_toml(tmp_path / "quotecheck.toml", "quotecheck.toml")[0] == {"pack": "default"}


def test_long_list_costs_little() -> None:
    text = "exclude = [\n" + "".join(f'  "drafts/{number}/**",\n' for number in range(20_000)) + "]\npack = 1\n"
    assert lines_of_keys(text, ()) == {("exclude",): 1, ("pack",): 20_003}
