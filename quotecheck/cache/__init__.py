"""Audits that were made before, kept as JSON; kept by content, never by time."""

from quotecheck.cache.stamp import stamp_of_program
from quotecheck.cache.store import Slot, Store

__all__ = ["Slot", "Store", "stamp_of_program"]
