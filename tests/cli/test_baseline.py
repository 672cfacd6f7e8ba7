from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from tests.cli.sinking import FIRST, SECOND, check, put

FILE = Path(".quotecheck-baseline.json")
pytestmark = pytest.mark.usefixtures("newsroom")


def known() -> dict[str, int]:
    """How many findings are known, by path."""
    findings = json.loads(FILE.read_text(encoding="utf-8"))["findings"]
    return {
        path: sum(count for entries in rules.values() for count in entries.values()) for path, rules in findings.items()
    }


def create(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["baseline", "create"]) == ExitStatus.CLEAN
    capsys.readouterr()


def test_what_is_there_becomes_known_and_only_new_findings_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert check()[:2] == (ExitStatus.FINDINGS, [("news/first.md", 1), ("news/second.md", 1)])
    assert main(["baseline", "create"]) == ExitStatus.CLEAN
    assert capsys.readouterr().out == ".quotecheck-baseline.json: 2 known in 2 articles (2 new, 0 gone)\n"
    assert known() == {"news/first.md": 1, "news/second.md": 1}
    status, places, found = check()
    assert (status, places, found["summary"]["suppressed"]) == (ExitStatus.CLEAN, [], 2)
    put("news/first.md", "Some new words.\n\n" + FIRST + "\nHis whole house is sinking now.\n")
    assert check()[:2] == (ExitStatus.FINDINGS, [("news/first.md", 7)])
    assert len(check("--no-baseline", "news")[1]) == 3


def test_what_is_gone_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    create(capsys)
    put("news/first.md", "All is well.\n")
    assert main(["check", "news"]) == ExitStatus.CLEAN
    shown = capsys.readouterr()
    assert shown.err == "quotecheck: 1 known finding is gone; `quotecheck baseline prune` forgets them\n"
    assert "no findings; 1 known\n" in shown.out
    main(["check", "--ignore", "sinking", "news"])
    assert capsys.readouterr().err == ""


def test_of_two_equal_findings_one_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    create(capsys)
    put("news/second.md", SECOND + "\n" + SECOND)
    assert check()[1] == [("news/second.md", 3)]


def test_a_moved_article_stays_known(capsys: pytest.CaptureFixture[str]) -> None:
    create(capsys)
    Path("archive").mkdir()
    Path("news/first.md").rename("archive/old-pier.md")
    assert check("news", "archive")[:2] == (ExitStatus.CLEAN, [])
    assert main(["baseline", "prune", "--check"]) == ExitStatus.CLEAN
    assert main(["baseline", "prune"]) == ExitStatus.CLEAN
    assert known() == {"archive/old-pier.md": 1, "news/second.md": 1}


def test_what_is_mended_can_be_forgotten(capsys: pytest.CaptureFixture[str]) -> None:
    create(capsys)
    put("news/first.md", "All is well.\n")
    Path("news/second.md").unlink()
    assert main(["baseline", "prune", "--check"]) == ExitStatus.FINDINGS
    told = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in told[:2]] == [["news/first.md:", "sinking"], ["news/second.md:", "sinking"]]
    assert told[2].startswith(".quotecheck-baseline.json: 2 known findings are gone")
    assert known() == {"news/first.md": 1, "news/second.md": 1}
    assert main(["baseline", "prune"]) == ExitStatus.CLEAN
    assert known() == {}


def test_prune_adds_nothing_and_update_does(capsys: pytest.CaptureFixture[str]) -> None:
    create(capsys)
    put("news/first.md", "The boat is sinking as well.\n")
    put("news/third.md", FIRST)
    main(["baseline", "prune"])
    assert known() == {"news/second.md": 1}
    capsys.readouterr()
    main(["baseline", "update"])
    assert known() == {"news/first.md": 1, "news/second.md": 1, "news/third.md": 1}
    assert capsys.readouterr().out.endswith("3 known in 3 articles (2 new, 0 gone)\n")


def test_update_of_one_article_leaves_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    create(capsys)
    put("news/first.md", "All is well.\n")
    put("news/second.md", "All is well.\n")
    main(["baseline", "update", "news/first.md"])
    assert known() == {"news/second.md": 1}


def test_an_article_may_have_been_moved_to_where_nobody_looked(capsys: pytest.CaptureFixture[str]) -> None:
    create(capsys)
    Path("archive").mkdir()
    Path("news/first.md").rename("archive/first.md")
    main(["baseline", "update", "news/second.md"])
    assert check("news", "archive")[:2] == (ExitStatus.CLEAN, [])
    main(["baseline", "update", "news"])
    assert known() == {"news/second.md": 1}


def test_silenced_findings_are_not_made_known(capsys: pytest.CaptureFixture[str]) -> None:
    put("news/first.md", "<!-- quotecheck: ignore sinking -- it does -->\n\n" + FIRST)
    create(capsys)
    assert known() == {"news/second.md": 1}


def test_an_article_that_cannot_be_read_keeps_what_is_known_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    create(capsys)
    Path("news/first.md").write_bytes(b"\0\1\2" * 10)
    assert main(["baseline", "update"]) == ExitStatus.TROUBLE
    assert known() == {"news/first.md": 1, "news/second.md": 1}


@pytest.mark.parametrize(
    ("content", "task", "words"),
    [
        ("{}", "create", "there is a baseline already"),
        (None, "update", "quotecheck baseline create"),
        (None, "prune", "quotecheck baseline create"),
        ("{", "prune", "it is no JSON"),
    ],
)
def test_wrong_use_is_one_sentence(
    content: str | None, task: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        FILE.write_text(content, encoding="utf-8")
    assert main(["baseline", task]) == ExitStatus.TROUBLE
    shown = capsys.readouterr()
    assert words in shown.err
    assert (shown.err.count("\n"), shown.out) == (1, "")
    assert content is None or FILE.read_text(encoding="utf-8") == content


def test_a_broken_or_missing_baseline_is_not_passed_over(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--baseline", "gone.json", "news"]) == ExitStatus.TROUBLE
    assert "gone.json: this baseline cannot be read" in capsys.readouterr().err
    FILE.write_text("[]", encoding="utf-8")
    assert main(["check", "news"]) == ExitStatus.TROUBLE
    assert capsys.readouterr().err.count("\n") == 1


def test_the_configuration_may_say_where_the_baseline_is(capsys: pytest.CaptureFixture[str]) -> None:
    put("quotecheck.toml", Path("quotecheck.toml").read_text(encoding="utf-8") + 'baseline = "house/known.json"\n')
    create(capsys)
    assert "../news/first.md" in json.loads(Path("house/known.json").read_text(encoding="utf-8"))["findings"]
    assert check()[0] == ExitStatus.CLEAN
