"""Fixtures of the command line."""

from tests.cli.sinking import newsroom

__all__ = ["newsroom"]
