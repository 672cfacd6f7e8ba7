"""A person or body that an article names."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotecheck.sources.name import Name


@dataclass(slots=True, eq=False)
class Figure:
    """A person or body that the article names, while its mentions are being collected."""

    label: str
    parts: tuple[str, ...]  # the fullest name
    names: list[Name] = field(default_factory=list)
    sex: str | None = None
    titles: list[tuple[int, int]] = field(default_factory=list)  # token ranges
    title_nouns: set[str] = field(default_factory=set)
    relations: list[tuple[int, int]] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    acronym: str | None = None

    @property
    def name(self) -> str:
        """The fullest name, with single spaces."""
        return " ".join(self.parts)
