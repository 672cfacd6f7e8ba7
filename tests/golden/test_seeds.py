"""The whole program on the articles in ``seeds/``, compared with reports that people have read.

Quotations must be the very same. Attributions and sources rest on eight-bit arithmetic, which processors and releases
of onnxruntime round differently: of an article seven in ten must be the same, of all together nine in ten would be.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import quotecheck
from quotecheck.reports.build import article_fields
from quotecheck.reports.fields import lay_out
from quotecheck.text.formats import SUFFIXES

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
EXPECTED = ".expected.json"
ARTICLES = [path for path in sorted(SEEDS.iterdir()) if path.suffix in SUFFIXES and not path.name.endswith(EXPECTED)]
LEAST_SHARED = 0.7


def attributions(article: dict[str, Any]) -> set[tuple[str, ...]]:
    """Each attribution as its words."""
    return {
        (
            one["kind"],
            one["family"],
            (one["source"] or {"text": ""})["text"],
            (one["cue"] or {"text": ""})["text"],
            *(span["text"] for span in one["content"]),
        )
        for one in article["attributions"]
    }


def sources(article: dict[str, Any]) -> set[tuple[str, ...]]:
    """Each source as its type, name and words."""
    return {(one["type"], one["name"] or "", one["description"]) for one in article["sources"]}


def shared(found: set[tuple[str, ...]], expected: set[tuple[str, ...]]) -> float:
    return len(found & expected) / max(1, len(found | expected))


@pytest.fixture(scope="module", params=ARTICLES, ids=lambda path: path.stem)
def seed(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is found in an article, and what is expected; ``--write-goldens`` writes the former over the latter."""
    path: Path = request.param
    audit = quotecheck.audit(path.read_bytes().decode("utf-8"), path=f"seeds/{path.name}")
    laid_out = lay_out(article_fields(audit), "") + "\n"
    expected = path.with_suffix(EXPECTED)
    if request.config.getoption("--write-goldens"):
        expected.write_text(laid_out, encoding="utf-8", newline="\n")
    return json.loads(laid_out), json.loads(expected.read_text(encoding="utf-8"))


def test_quotations_are_the_expected_ones(seed: tuple[dict[str, Any], dict[str, Any]]) -> None:
    found, expected = seed
    keys = ("start", "end", "text", "kind", "depth", "closed")
    assert [[q[key] for key in keys] for q in found["quotations"]] == [
        [q[key] for key in keys] for q in expected["quotations"]
    ]


def test_attributions_are_the_expected_ones(seed: tuple[dict[str, Any], dict[str, Any]]) -> None:
    found, expected = (attributions(article) for article in seed)
    assert shared(found, expected) >= LEAST_SHARED, sorted(found ^ expected)


def test_sources_are_the_expected_ones(seed: tuple[dict[str, Any], dict[str, Any]]) -> None:
    found, expected = (sources(article) for article in seed)
    assert shared(found, expected) >= LEAST_SHARED, sorted(found ^ expected)
