"""What newsrooms ask of an article, and where it falls short: rules as data, and the little code behind them."""

from quotecheck.findings.find import find
from quotecheck.findings.packs import DEFAULT, Check, Checks, Choice, choose

__all__ = ["DEFAULT", "Check", "Checks", "Choice", "choose", "find"]
