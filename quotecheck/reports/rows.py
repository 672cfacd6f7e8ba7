"""Rows of CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable


def csv_row(cells: Iterable[object]) -> str:
    """One row; what is ``None`` stays empty."""
    row = io.StringIO()
    csv.writer(row, lineterminator="\n").writerow(cells)
    return row.getvalue()
