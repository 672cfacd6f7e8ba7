"""What a change touches: articles of a git repository, then and now."""

from quotecheck.changes.brought import brought
from quotecheck.changes.change import Change, Version, open_change

__all__ = ["Change", "Version", "brought", "open_change"]
