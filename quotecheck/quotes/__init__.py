"""Quotations, found by character before any parsing."""

from quotecheck.quotes.find import find_quotations

__all__ = ["find_quotations"]
