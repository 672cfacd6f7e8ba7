"""What a rule judges: one source, attribution, quotation or wording, or the article as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from quotecheck.records import Attribution, Quotation, Source, Span

Fact: TypeAlias = "bool | int | float | str | tuple[str, ...] | None"

SOURCE, ATTRIBUTION, QUOTATION, WORDING, ARTICLE = "source", "attribution", "quotation", "wording", "article"
SUBJECTS = (SOURCE, ATTRIBUTION, QUOTATION, WORDING, ARTICLE)


@dataclass(frozen=True, slots=True)
class Subject:
    """Where a finding would stand, and the records that it would be about."""

    about: str  # one of SUBJECTS
    span: Span
    source: Source | None = None
    attribution: Attribution | None = None
    quotation: Quotation | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)  # those that a function found out itself
