"""The exceptions of quotecheck: QuotecheckError > RuleError, InputError, ModelError; there are no others."""

from __future__ import annotations


class QuotecheckError(Exception):
    """Something could not be done as asked; the message says what, where, and what to do."""


class RuleError(QuotecheckError):
    """A file of rules, or a configuration file, is broken."""

    def __init__(self, path: str, line: int | None, message: str) -> None:
        self.path, self.line, self.message = path, line, message
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")


class InputError(QuotecheckError):
    """An article could not be read."""

    def __init__(self, path: str, code: str, message: str) -> None:
        self.path, self.code, self.message = path, code, message
        super().__init__(f"{path}: {message}")


class ModelError(QuotecheckError):
    """A language pipeline could not be loaded or lacks what the engine needs."""
