"""What can be said on the command line: one command after the word ``quotecheck``, each in a module of its name."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from types import ModuleType
from typing import Any

from quotecheck import __version__

DESCRIPTION = (
    "Tells who says what in an article, how openly the article says who they are, and what house rules it breaks."
)
COMMANDS: Mapping[str, str] = {
    "check": "check articles against the rules of a newsroom",
    "report": "report the quotations, attributions and sources of articles",
    "sources": "list the sources of articles, the most used first",
    "trace": "show why an article's quotations are attributed as they are",
    "config": "show the configuration, and where it comes from",
    "baseline": "make present findings known, so that only new ones count",
    "init": "write a configuration, and the file that makes CI run quotecheck",
    "rules": "list, explain and test the rules, or start a new one",
}


class _Parser(argparse.ArgumentParser):
    """Says what may have been meant by words that it does not know."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        options, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(self._refusal(unknown))
        return options, unknown

    def _refusal(self, words: Sequence[str]) -> str:
        word = next((each for each in words if each.startswith("-")), None)
        if word is None:
            return f"'{words[0]}' is one word too many"
        if os.path.lexists(word):
            return f"'{word}' looks like an option; for the file of that name, write './{word}'"
        near = get_close_matches(word.partition("=")[0], self._option_string_actions, n=1)
        return f"unknown option '{word}'" + (f" (did you mean '{near[0]}'?)" if near else "; --help names them all")


def build_parser(arguments: Sequence[str] = tuple(COMMANDS)) -> argparse.ArgumentParser:
    """The parser for ``arguments``: whole for the commands among them, by name alone for all others."""
    parser = _Parser(prog="quotecheck", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"quotecheck {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, about in COMMANDS.items():
        command = commands.add_parser(name, help=about)
        if name in arguments:
            module_of(name).configure(command, arguments)
    return parser


def module_of(command: str) -> ModuleType:
    """The module that has the command, as ``configure`` and as a function of its name; imported when needed."""
    return import_module(f"quotecheck.cli.{command}")
