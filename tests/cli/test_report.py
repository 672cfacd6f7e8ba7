from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotecheck.cli import engine, workers
from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from tests.builders import audit


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Audits that find nothing, so that no pipeline is needed."""
    monkeypatch.setattr(engine, "_audit", lambda document, settings: audit(document))
    monkeypatch.setattr(workers, "load_model", lambda settings: None)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("One two three.\n", encoding="utf-8")
    (tmp_path / "news" / "b.txt").write_bytes("\ufeffCafé.".encode("utf-16-le"))
    return tmp_path / "news"


@pytest.mark.usefixtures("news")
def test_folder_is_reported(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "news", "--format", "json"]) == ExitStatus.CLEAN
    shown = capsys.readouterr()
    found = json.loads(shown.out)
    assert [each["path"] for each in found["documents"]] == ["news/a.txt", "news/b.txt"]
    assert (found["summary"]["documents"], found["summary"]["metrics"]["words"]) == (2, 4)
    assert (found["tool"]["model"], found["errors"], shown.err) == ("quotecheck_en", [], "")


BROKEN = {
    "binary.txt": (b"\x89PNG\r\n\x1a\n\0\0", "binary"),
    "nul.txt": (b"One\0two, \xfe three", "nul-bytes"),
}


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("name", [*BROKEN, "gone.txt", "none*.txt", "empty"])
def test_what_cannot_be_read_is_told_and_the_rest_reported(
    news: Path, name: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (news.parent / "empty").mkdir()
    if name in BROKEN:
        (news.parent / name).write_bytes(BROKEN[name][0])
    assert main(["report", name, "news/a.txt", "--format", form]) == ExitStatus.TROUBLE
    shown = capsys.readouterr()
    assert shown.err.startswith(f"quotecheck: {name}: ")
    assert shown.err.count("\n") == 1
    assert form == "csv" or "news/a.txt" in shown.out
    if form == "json":
        (error,) = json.loads(shown.out)["errors"]
        assert error["path"] == name
        assert name not in BROKEN or error["code"] == BROKEN[name][1]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"Word",
        b"\xef\xbb\xbfOne.\r\nTwo.",
        b"caf\xe9 au lait",
        "🙂 e\u0301 \u202eאבג\u202c".encode(),
        b'"' * 10_000,
        ("“" * 5_000).encode(),
        b"x" * 1_000_000,
    ],
    ids=["empty", "newline", "word", "mark", "latin-1", "unicode", "straight", "curly", "line"],
)
@pytest.mark.parametrize("form", ["table", "json"])
def test_odd_article_is_no_trouble(news: Path, data: bytes, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    (news / "odd.txt").write_bytes(data)
    assert main(["report", "news/odd.txt", "--format", form]) == ExitStatus.CLEAN
    assert capsys.readouterr().err == ""


def test_other_language_gets_its_note(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (news / "fr.txt").write_text("Le port restera fermé pendant toute une année, dit la mairie. " * 5, "utf-8")
    assert main(["report", "news/fr.txt"]) == ExitStatus.CLEAN
    assert "Note: This does not look like English" in capsys.readouterr().out


@pytest.mark.usefixtures("news")
def test_output_goes_to_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "news", "--format", "jsonl", "--output", "out.jsonl"]) == ExitStatus.CLEAN
    assert capsys.readouterr().out == ""
    assert len(Path("out.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_article_is_never_overwritten(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "news", "--output", "news/../news/a.txt"]) == ExitStatus.TROUBLE
    assert (news / "a.txt").read_text(encoding="utf-8") == "One two three.\n"
    assert "would overwrite this file" in capsys.readouterr().err


@pytest.mark.usefixtures("news")
def test_output_that_cannot_be_written_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "news", "--output", "no/such/folder.txt"]) == ExitStatus.TROUBLE
    assert capsys.readouterr().err.count("\n") == 1


def test_broken_rules_are_told_with_their_line(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = news.parent / "rules"
    rules.mkdir()
    (rules / "metrics.yaml").write_text("transparency_scor: []\n", encoding="utf-8")
    assert main(["report", "news", "--rules", "rules"]) == ExitStatus.TROUBLE
    assert "metrics.yaml:1: unknown key 'transparency_scor'" in capsys.readouterr().err


@pytest.mark.usefixtures("news")
def test_width_of_the_page_is_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("long.txt").write_text("A headline of many words " * 8 + "\n\nText.", encoding="utf-8")
    for width in (80, 120):
        main(["report", "long.txt", "--width", str(width)])
        lines = capsys.readouterr().out.splitlines()
        assert max(len(line) for line in lines) <= width
