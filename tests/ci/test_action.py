"""Every step of action.yml, run as the shell script that it is."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
SCRIPTS = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
SPY = '#!/bin/sh\nprintf "%s\\n" "$(basename "$0")" "$@"\nexit ${SPY_STATUS:-0}\n'

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """Programs that print how they were called, instead of pip and quotecheck."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("pip", "quotecheck"):
        (folder / name).write_text(SPY, encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


def run(name: str, programs: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """One step, as a runner runs it: what it sets in ``env`` must be what is given here."""
    step = SCRIPTS[name]
    assert set(variables) - {"SPY_STATUS"} == set(step["env"])
    environment = {"PATH": f"{programs}:{os.environ['PATH']}", "GITHUB_STEP_SUMMARY": "/summary.md", **variables}
    script = programs.parent / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    return subprocess.run(
        ("bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)),
        env=environment,
        cwd=programs.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_script_is_run_here() -> None:
    assert set(SCRIPTS) == {"Install quotecheck", "Check the articles"}
    assert not any("${{" in step["run"] for step in SCRIPTS.values()), "what others write must come as variables"


@pytest.mark.parametrize(("version", "what"), [("", "/the action"), ("v2", "git+https://x.org/a/b@v2")])
def test_install(programs: Path, version: str, what: str) -> None:
    done = run("Install quotecheck", programs, VERSION=version, HERE="/the action", REPOSITORY="https://x.org/a/b")
    assert done.stdout.splitlines() == ["pip", "install", "--quiet", what]


def test_check_passes_paths_and_arguments_as_they_are(programs: Path) -> None:
    (programs.parent / "a.txt").touch()
    done = run("Check the articles", programs, PATHS="my news\n*.txt\n$(touch x)\n", ARGS="--diff a")
    assert done.stdout.splitlines() == [
        *("quotecheck", "check", "--format", "github", "--format", "github-summary=/summary.md"),
        *("--diff", "a", "--", "my news", "*.txt", "$(touch x)"),
    ]
    assert not (programs.parent / "x").exists()


@pytest.mark.parametrize("status", ["1", "2"])
def test_check_passes_the_status_on(programs: Path, status: str) -> None:
    assert run("Check the articles", programs, PATHS=".", ARGS="", SPY_STATUS=status).returncode == int(status)


def test_defaults_are_understood_by_quotecheck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from quotecheck.cli.arguments import build_parser

    inputs = ACTION["inputs"]
    options = build_parser().parse_args(
        ["check", *inputs["args"]["default"].split(), "--", *inputs["paths"]["default"].splitlines()]
    )
    assert options.paths == ["."]
