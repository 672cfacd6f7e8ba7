"""The transparency score taken apart: every share that it weighs, for each article and for all."""

from __future__ import annotations

from collections.abc import Iterator

from quotecheck.metrics.definitions import Definitions
from quotecheck.metrics.shares import worth
from quotecheck.metrics.weights import SCORE, Weight
from quotecheck.records import Audit, Shares, Summary
from quotecheck.reports import Page
from quotecheck.reports.page import one_line, shorten, table

ABOUT = f"""{SCORE}: how much of what an article reports a reader can trace to somebody, 0 to 100
  = 100 × sum of weight × value ÷ sum of weights
  The value is the share where more of it is better, and 1 less the share where less is better.
  Where a share does not exist there is nothing to fault, and the value is 1.
  Mind: it tells how openly sources are named, not whether they are right or well chosen.
"""


class ScoreExplainer:
    """Tells the sum of each article at once, and that of all at the end."""

    def __init__(self, definitions: Definitions, page: Page) -> None:
        self.definitions, self.page = definitions, page

    def head(self) -> str:
        rows = [(f"{each.weight:g}", each.share, each.why) for each in self.definitions.weights]
        return f"{ABOUT}\n{table((' Weight', 'Share', 'Why'), rows, caps=(6, 34), width=self.page.width)}\n\n"

    def article(self, audit: Audit) -> str:
        return f"{self._sum(one_line(audit.document.path), audit.shares)}\n"

    def tail(self, summary: Summary) -> str:
        together = self._sum(f"{summary.metrics.documents} articles", summary.shares)
        hint = "The places behind a share: quotecheck report --explain named_statement_share, and so on.\n"
        return f"{together}\n{hint}" if summary.metrics.documents != 1 else hint

    def _sum(self, name: str, shares: Shares) -> str:
        score = shares.transparency_score
        if score is None:
            return f"{name}: no statements, so no score\n"
        rows = [list(_row(each, shares)) for each in self.definitions.weights]
        heads = (" Weight", " Value", " Points", "Share", "Made of")
        parts = table(heads, rows, caps=(6, 6, 6, 34), width=self.page.width)
        return f"{shorten(name, self.page.width)}: {score:g}\n{parts}\n"


def _row(weight: Weight, shares: Shares) -> Iterator[str]:
    share = shares.value(weight.share)
    value = worth(share, weight)
    yield f"{weight.weight:g}"
    yield f"{value:.2f}"
    yield f"{weight.weight * value:.1f}"
    yield weight.share if weight.more_is_better else f"1 - {weight.share}"
    measure = next(each for each in shares.measures if each.id == weight.share)
    yield "nothing to fault" if share is None else f"{measure.numerator:,} of {measure.denominator:,}"
