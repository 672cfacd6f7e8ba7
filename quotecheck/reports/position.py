"""What somebody is, in the few words of a cell."""

from __future__ import annotations


def position(title: str | None, affiliation: str | None) -> str:
    """Title and affiliation, without an affiliation that the title holds already; empty where neither is known."""
    is_told = title is not None and affiliation is not None and affiliation.lower() in title.lower()
    return ", ".join(each for each in (title, None if is_told else affiliation) if each)
