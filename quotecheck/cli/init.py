"""``quotecheck init``: a configuration to start from, and the file that makes CI run quotecheck."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from quotecheck import __version__
from quotecheck.cli.status import ExitStatus
from quotecheck.config.file import NAME, PYPROJECT, read_config_file
from quotecheck.errors import QuotecheckError

TEMPLATES = Path(__file__).parent / "templates"
REPOSITORY, REVISION = "<repository>", "<revision>"
NO_CI = "none"


@dataclass(frozen=True, slots=True)
class Ci:
    """A file that makes somebody run quotecheck, and what is left to do for it."""

    template: str
    path: str
    next_step: str


CI: Mapping[str, Ci] = {
    "github": Ci("github.yml", ".github/workflows/quotecheck.yml", "Commit it, and open a pull request."),
    "gitlab": Ci("gitlab.yml", ".gitlab-ci.yml", "Commit it, and open a merge request."),
    "pre-commit": Ci("pre-commit.yaml", ".pre-commit-config.yaml", "Run `pre-commit install`."),
}
FIRST_STEPS = """\
Then: `quotecheck check .` shows what is found in your articles. If that is much, `quotecheck baseline create` makes it
known, so that only new findings count.
"""


def configure(parser: ArgumentParser, _: Sequence[str] = ()) -> None:
    """What can be said after ``quotecheck init``."""
    parser.description = "Writes quotecheck.toml into this folder, and the file that makes CI run quotecheck."
    parser.add_argument(
        "--ci",
        choices=(*CI, NO_CI),
        default=NO_CI,
        help="also write what GitHub, GitLab or pre-commit needs (default: %(default)s)",
    )
    parser.add_argument(
        "--repository", metavar="URL", help="where CI gets quotecheck from (default: where this copy came from)"
    )
    parser.add_argument("--force", action="store_true", help="replace files that are there already")


def init(options: Namespace) -> ExitStatus:
    """Write the files; raises QuotecheckError where all of them are there already, or one cannot be written."""
    repository, revision = (options.repository, f"v{__version__}") if options.repository else _origin()
    wanted = {} if _is_configured_in_pyproject() else {NAME: _template(NAME)}
    ci = CI.get(options.ci)
    if ci is not None:
        text = _template(ci.template).replace(REVISION, revision)
        wanted[ci.path] = text if repository is None else text.replace(REPOSITORY, repository)
    written = [path for path, text in wanted.items() if _write(Path(path), text, force=options.force)]
    if not written:
        kept = " and ".join(wanted) or PYPROJECT
        are = "are" if len(wanted) > 1 else "is"
        raise QuotecheckError(f"nothing was written, as {kept} {are} there already; --force replaces files")
    for path in wanted:
        print(f"{path}: {'written' if path in written else 'already there, and left alone'}")
    if ci is not None and ci.path in written:
        if repository is None:
            print(f"{ci.path}: put the address of quotecheck’s repository where it says {REPOSITORY}.")
        print(ci.next_step)
    print(FIRST_STEPS, end="")
    return ExitStatus.CLEAN


def _is_configured_in_pyproject() -> bool:
    """Whether another configuration file here would take the place of one that there is."""
    path = Path(PYPROJECT)
    return path.exists() and read_config_file(path) is not None


def _template(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _write(path: Path, text: str, *, force: bool) -> bool:
    """Whether the file was written; one that is there is not, without ``force``."""
    if path.exists() and not force:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise QuotecheckError(f"{path}: it cannot be written: {error.strerror}") from None
    return True


def _origin() -> tuple[str | None, str]:
    """The repository and revision that this copy was installed from, as pip noted it down."""
    try:
        noted = distribution("quotecheck").read_text("direct_url.json")
    except PackageNotFoundError:
        noted = None
    found = json.loads(noted) if noted else {}
    revision = found.get("vcs_info", {}).get("commit_id")
    if revision is None or "://" not in found["url"] or found["url"].startswith("file:"):
        return None, f"v{__version__}"
    return found["url"], revision
