"""``quotecheck baseline``: make findings known, bring what is known up to date, forget what is gone."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from quotecheck.cli.baseline_file import NAME, BaselineFile, save_baseline
from quotecheck.cli.check import Desk
from quotecheck.cli.known import baseline_path, told_gone
from quotecheck.cli.option_groups import PATHS, add_engine, add_run
from quotecheck.cli.outputs import Output
from quotecheck.cli.renew import renew
from quotecheck.cli.run import run
from quotecheck.cli.silence import Silence
from quotecheck.cli.status import ExitStatus
from quotecheck.config import Config
from quotecheck.errors import RuleError
from quotecheck.findings.baseline import Entries
from quotecheck.records import Audit, Failure, Finding
from quotecheck.reports import Format
from quotecheck.rulebook import Rulebook

CREATE, UPDATE, PRUNE = "create", "update", "prune"
TASKS: Mapping[str, str] = {
    CREATE: "make everything known that is found now",
    UPDATE: "make known what is found now, and forget what is not",
    PRUNE: "forget what is no longer found",
}


def configure(parser: ArgumentParser, _: Sequence[str] = ()) -> None:
    """What can be said after ``quotecheck baseline``."""
    parser.description = "Keeps the file of findings that are known, so that `quotecheck check` counts new ones only."
    tasks = parser.add_subparsers(dest="task", required=True, metavar="TASK")
    for name, about in TASKS.items():
        task = tasks.add_parser(name, help=about, description=f"{about[:1].upper()}{about[1:]}.")
        task.add_argument("paths", nargs="*", default=["."], metavar="PATH", help=f"{PATHS} (default: all from here)")
        task.add_argument("--baseline", metavar="FILE", help=f"the file (default: {NAME})")
        task.add_argument("--pack", metavar="NAME", help="the rules that apply (default: default)")
        add_engine(task)
        add_run(task)
        task.set_defaults(check=False, stdin_filename="<stdin>", formats=None, output=None, width=None)
        if name == PRUNE:
            task.add_argument(
                "--check", action="store_true", help="change nothing; exit status 1 where something would"
            )


def baseline(options: Namespace) -> ExitStatus:
    """Do the task that ``options`` name; raises QuotecheckError for what spoils all of it."""
    recorder = _Recorder(options.task)
    options.default_output = Output("nothing", Format("nothing", lambda tool, page: Silence()))
    status = run(options, recorder)
    for path in sorted(recorder.found):
        renewed = renew(recorder.files[path], recorder.found[path], options.paths, may_add=options.task != PRUNE)
        for line in renewed.told if options.task == PRUNE else ():
            print(line)
        if options.check:
            print(f"{path}: {told_gone(renewed.dropped)}")
            status = status or (ExitStatus.FINDINGS if renewed.dropped else ExitStatus.CLEAN)
            continue
        save_baseline(path, renewed.entries)
        print(f"{path}: {_known(renewed.entries)} ({renewed.added:,} new, {renewed.dropped:,} gone)")
    return status


class _Recorder(Desk):
    """Keeps what was found, by baseline and article."""

    def __init__(self, task: str) -> None:
        super().__init__(select=None)
        self.task = task
        self.files: dict[Path, BaselineFile] = {}
        self.found: dict[Path, dict[str, tuple[Finding, ...]]] = {}

    def prepare(self, config: Config, rulebook: Rulebook) -> Iterable[Failure]:
        path = baseline_path(config)
        if self.task != CREATE:
            self.files[path] = BaselineFile.open(path)
        elif path.exists():
            message = "there is a baseline already; `quotecheck baseline update` brings it up to date"
            raise RuleError(str(path), None, message)
        else:
            self.files[path] = BaselineFile(path, {})
        return super().prepare(config, rulebook)

    def judge(self, audit: Audit, config: Config, before: Audit | None = None) -> Audit:
        judged = super().judge(audit, config, before)
        self.found.setdefault(baseline_path(config), {})[audit.document.path] = judged.findings
        return judged

    def status(self) -> ExitStatus:
        return ExitStatus.CLEAN


def _known(entries: Mapping[str, Entries]) -> str:
    total, articles = sum(each.total() for each in entries.values()), sum(1 for each in entries.values() if each)
    return f"{total:,} known in {articles:,} {'article' if articles == 1 else 'articles'}"
