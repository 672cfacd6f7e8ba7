"""Questions to git, asked without a shell; what it answers is bytes, and paths may hold any of them."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass

from quotecheck.errors import QuotecheckError


@dataclass(frozen=True, slots=True)
class Answer:
    """What git printed, and why it refused, if it did."""

    output: bytes
    refusal: str | None = None

    @property
    def line(self) -> str:
        """The output as one path or name."""
        return os.fsdecode(self.output).rstrip("\n")

    @property
    def entries(self) -> list[str]:
        """The output as a list of which each entry ends with a NUL."""
        return [os.fsdecode(each) for each in self.output.split(b"\0")[:-1]]


def ask(folder: str, *arguments: str) -> Answer:
    """What git says in ``folder``; raises QuotecheckError where there is no git."""
    try:
        answer = subprocess.run(
            ("git", "-C", folder, *arguments),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
            check=False,
        )
    except OSError as error:
        raise QuotecheckError(f"git cannot be run, and --diff needs it: {error.strerror}; install git") from None
    if answer.returncode == 0:
        return Answer(answer.stdout)
    reasons = answer.stderr.decode(errors="replace").strip().splitlines()
    return Answer(b"", reasons[0].removeprefix("fatal: ") if reasons else "it does not say why")
