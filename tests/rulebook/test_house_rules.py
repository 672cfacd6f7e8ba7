"""Folders of rules that a newsroom adds to the bundled ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotecheck.errors import RuleError
from quotecheck.rulebook import load_rulebook


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    folder = tmp_path / "base"
    fields = "fields: {family: {one_of: [speech, mental], default: speech}}"
    write(
        folder, "lexicons/en/verbs.yaml", f"description: d\n{fields}\nentries: [say, {{word: think, family: mental}}]\n"
    )
    write(folder, "policies.yaml", "one: {publisher: P}")
    write(folder, "checks/form/late.yaml", "title: t")
    write(folder, "metrics.yaml", "weight: 1")
    return folder


@pytest.fixture
def house(tmp_path: Path) -> Path:
    folder = tmp_path / "house"
    folder.mkdir()
    return folder


def test_words_are_added_with_the_fields_of_the_list(base: Path, house: Path) -> None:
    write(house, "lexicons/en/verbs.yaml", "description: ours\nentries: [growl, {word: say, family: mental}]")
    verbs = load_rulebook(base, also=[house]).lexicon("verbs")
    assert list(verbs) == ["say", "think", "growl"]
    assert [verbs[word].fields["family"] for word in verbs] == ["mental", "mental", "speech"]


def test_fields_that_the_list_does_not_know_are_refused(base: Path, house: Path) -> None:
    write(house, "lexicons/en/verbs.yaml", "description: ours\nentries:\n  - {word: growl, famly: speech}")
    with pytest.raises(RuleError, match=r"verbs\.yaml:3: unknown key 'famly' \(did you mean 'family'\?\)"):
        load_rulebook(base, also=[house])


def test_policies_are_added_and_other_files_replaced(base: Path, house: Path) -> None:
    write(house, "policies.yaml", "two: {publisher: Q}")
    write(house, "metrics.yaml", "weight: 2")
    rulebook = load_rulebook(base, also=[house])
    assert list(rulebook.document("policies.yaml")) == ["one", "two"]
    assert rulebook.document("metrics.yaml").number("weight") == 2


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "policies.yaml",
            "two: {publisher: Q}\none: {publisher: Q}",
            r"house/policies\.yaml:2: 'one' stands in .*base",
        ),
        ("checks/form/late.yaml", "title: ours", r"house/checks/form/late\.yaml:1: there is a file of this name in "),
    ],
)
def test_what_has_a_name_needs_its_own(base: Path, house: Path, name: str, content: str, message: str) -> None:
    write(house, name, content)
    with pytest.raises(RuleError, match=message):
        load_rulebook(base, also=[house])


def test_missing_house_folder_is_refused(base: Path, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="nowhere: there is no such folder of rules"):
        load_rulebook(base, also=[tmp_path / "nowhere"])
