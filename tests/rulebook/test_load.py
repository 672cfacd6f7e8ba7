from pathlib import Path

import pytest

from quotecheck.errors import RuleError
from quotecheck.rulebook import Rulebook, load_rulebook


def rules_with(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return folder


def test_bundled_rules_are_sound() -> None:
    rulebook = load_rulebook()

    assert rulebook.language == "en"
    assert rulebook.document("languages/en.yaml")["name"] == "English"
    assert "so-called" in rulebook.lexicon("quotation-introductions")


def test_words_that_look_like_booleans_stay_words(tmp_path: Path) -> None:
    folder = rules_with(tmp_path, "lexicons/en/words.yaml", "description: d\nentries: [no, yes, on, off, y, n, No]\n")

    assert list(load_rulebook(folder).lexicon("words")) == ["no", "yes", "on", "off", "y", "n", "No"]


def test_true_false_null_and_numbers_are_values_unless_quoted(tmp_path: Path) -> None:
    folder = rules_with(tmp_path, "a.yaml", "a: [true, false, null, 3, -0.5, '3', 'true', 2016-09-01, 010, 12:30]\n")

    values = (True, False, None, 3, -0.5, "3", "true", "2016-09-01", "010", "12:30")
    assert load_rulebook(folder).document("a.yaml")["a"] == values


def test_lexicons_of_other_languages_are_left_out(tmp_path: Path) -> None:
    folder = rules_with(tmp_path, "lexicons/fr/verbes.yaml", "description: d\nentries: [dire]\n")

    assert load_rulebook(folder).lexicons == {}
    assert list(load_rulebook(folder, language="fr").lexicon("verbes")) == ["dire"]


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", 3, "'a' stands here twice; first in line 1", id="same key twice"),
        pytest.param("a: 1\nb: [1\n", 3, "no valid YAML", id="bracket left open"),
        pytest.param("a: &x [1]\nb: *x\n", 1, "anchors and aliases", id="alias"),
        pytest.param("a: 1\nb: !!python/name:os.system x\n", 2, "tag", id="tag"),
        pytest.param("- a\n", 1, "must be a mapping", id="list at the top"),
        pytest.param("", 1, "must be a mapping", id="empty file"),
        pytest.param("? [a, b]\n: 1\n", 1, "a key must be one word", id="list as a key"),
    ],
)
def test_broken_file_is_refused_with_its_line(tmp_path: Path, content: str, line: int, message: str) -> None:
    folder = rules_with(tmp_path, "broken.yaml", content)

    with pytest.raises(RuleError, match=message) as raised:
        load_rulebook(folder)
    assert raised.value.path.endswith("broken.yaml")
    assert raised.value.line == line


@pytest.mark.parametrize("content", ["a: " + "[" * 900 + "]" * 900, "a: " + "[" * 9_000 + "]" * 9_000, "[" * 200_000])
def test_file_nested_without_end_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "deep.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(RuleError, match="nested too deeply"):
        load_rulebook(tmp_path)


def test_file_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"a: caf\xe9\n")

    with pytest.raises(RuleError, match="cannot be read"):
        load_rulebook(tmp_path)


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder"):
        load_rulebook(tmp_path / "nowhere")


def test_unknown_lexicon_and_file_are_refused_with_the_nearest_name() -> None:
    rulebook: Rulebook = load_rulebook()

    with pytest.raises(RuleError, match="did you mean 'quotation-works'"):
        rulebook.lexicon("quotation-work")
    with pytest.raises(RuleError, match=r"did you mean 'languages/en\.yaml'"):
        rulebook.document("languages/end.yaml")
