"""JSON Lines: one article a line. Inputs that could not be read have none; the exit status tells of them."""

from __future__ import annotations

from quotecheck.records import Audit
from quotecheck.reports.build import article_fields
from quotecheck.reports.format import Format, nothing
from quotecheck.reports.to_json import dump


def _article(audit: Audit, _: int) -> str:
    return dump(article_fields(audit)) + "\n"


JSONL = Format(nothing, _article, "", nothing)
