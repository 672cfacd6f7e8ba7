from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quotecheck.cli import report
from quotecheck.cli.main import main
from quotecheck.cli.status import ExitStatus
from tests.builders import FERRY

HEAVY = ("spacy", "textacy", "thinc", "onnxruntime", "tokenizers", "numpy", "tqdm")
LISTING = """
import sys
from quotecheck.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["--version"],
        ["report", "--help"],
        ["report", "--format", "xml", "a.txt"],
        ["report", "no-such-file.txt"],
        ["trace", "no-such-file.txt"],
        ["check", "--help"],
        ["check", "no-such-file.txt"],
        ["config", "show"],
        ["rules", "list"],
    ],
    ids=" ".join,
)
def test_nothing_heavy_is_loaded_before_it_is_needed(words: list[str], tmp_path: Path) -> None:
    loaded = loaded_by(*words, cwd=tmp_path)
    assert "argparse" in loaded
    assert not loaded & set(HEAVY)


def loaded_by(*words: str, cwd: Path) -> set[str]:
    """The packages that a run imports."""
    line = [sys.executable, "-c", LISTING, *words]
    ended = subprocess.run(line, capture_output=True, text=True, cwd=cwd, check=True)
    return set(ended.stderr.splitlines()[-1].split())


def test_nothing_heavy_is_loaded_where_the_cache_knows_all(tmp_path: Path) -> None:
    (tmp_path / "quotecheck.toml").write_text("", encoding="utf-8")
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    words = ["check", "ferry.txt", "--format", "text", "--format", "json=out.json"]
    assert "spacy" in loaded_by(*words, cwd=tmp_path)
    first = (tmp_path / "out.json").read_bytes()
    assert not loaded_by(*words, "--jobs", "2", cwd=tmp_path) & set(HEAVY)
    assert (tmp_path / "out.json").read_bytes() == first


def test_nothing_heavy_is_loaded_where_the_configuration_is_broken(tmp_path: Path) -> None:
    (tmp_path / "quotecheck.toml").write_text("pakc = 1", encoding="utf-8")
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    assert not loaded_by("check", "ferry.txt", cwd=tmp_path) & set(HEAVY)


def test_import_of_the_package_is_light() -> None:
    listing = "import sys, quotecheck; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    assert not {name.split(".")[0] for name in loaded.stdout.split()} & {*HEAVY, "yaml", "argparse"}


def test_interruption_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(options: object) -> ExitStatus:
        raise KeyboardInterrupt

    monkeypatch.setattr(report, "report", interrupt)
    assert main(["report", "a.txt"]) == ExitStatus.INTERRUPTED
    assert capsys.readouterr().err == "quotecheck: interrupted\n"


def test_full_disk_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fill(options: object) -> ExitStatus:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(report, "report", fill)
    assert main(["report", "a.txt"]) == ExitStatus.TROUBLE
    assert capsys.readouterr().err == "quotecheck: the report could not be finished: No space left on device\n"


def test_reader_that_goes_away_is_no_traceback() -> None:
    command = [sys.executable, "-m", "quotecheck", "report", "no-such-file.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        errors = process.stderr.read().decode()
    assert process.returncode == ExitStatus.CLOSED_PIPE
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors
