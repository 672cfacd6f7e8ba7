"""The published policies that rules refer to, as ``rules/policies.yaml`` lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quotecheck.rulebook import Rulebook

POLICIES = "policies.yaml"
SEEN = ("original", "summary")


@dataclass(frozen=True, slots=True)
class Policy:
    """A document that asks newsrooms for something."""

    id: str
    publisher: str
    title: str
    year: str | None
    seen: str  # "original": the wording was read; "summary": only somebody's account of it

    @property
    def shown(self) -> str:
        """Publisher, title and year, as reports print them."""
        year = f" ({self.year})" if self.year else ""
        return f"{self.publisher}, {self.title}{year}" + (", as summarized by others" if self.seen == SEEN[1] else "")


@cache
def policies_of(rulebook: Rulebook) -> Mapping[str, Policy]:
    """All policies by id; raises RuleError with path and line."""
    document = rulebook.document(POLICIES)
    policies: dict[str, Policy] = {}
    for name in document:
        block = document.block(name)
        block.expect_keys(required=("publisher", "title", "seen"), optional=("year",))
        seen = block.text("seen")
        if seen not in SEEN:
            raise block.error(f"'seen' must be one of {', '.join(SEEN)}", "seen")
        year = block.get("year")
        policies[name] = Policy(
            name, block.text("publisher"), block.text("title"), None if year is None else str(year), seen
        )
    return policies
