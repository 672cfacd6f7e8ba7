"""Confidence of attributions: its constants, measured on PolNeAR, and how well it keeps its promise.

``python benchmarks/confidence.py`` reads the articles of both parts, prints the constants for
rules/attributions/confidence.yaml and a table of reliability, and draws docs/confidence.svg with the constants in
force. The network has seen the training part, so that it is surer there than elsewhere: what each trait is worth
comes from the training part, how sure to be on the whole from the development part, rules alone from both.
``--every 4`` reads every fourth article of the training part. Needs the corpora in ../shared.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tabulate import tabulate

from quotecheck.attributions.attribute import attribute, settle
from quotecheck.attributions.confidence import TRAITS, traits
from quotecheck.attributions.draft import Draft
from quotecheck.attributions.quoted import spoken_pieces
from quotecheck.document.build import build_document
from quotecheck.document.parse import Parse, parse
from quotecheck.document.pipeline import load_pipeline
from quotecheck.quotes import find_quotations
from quotecheck.records import Attribution, Span
from quotecheck.rulebook import load_rulebook

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
CORPUS = SHARED / "corpora" / "polnear"
SCORER = SHARED / "bench" / "attribution_benchmark.py"
NEARLY, ROUGHLY = 0.8, 0.3  # character F1 of two contents
BINS = 10
RIDGE = 1.0  # keeps the weight of a rare trait small
SHIFTED = ("always", "unseconded")  # what the development part settles
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A draft of the engine's, and whether people marked the same."""

    draft: Draft
    content: bool  # nearly the same content
    attribution: bool  # roughly the same content, and the same source


@dataclass(frozen=True, slots=True)
class Bin:
    """Attributions of about the same confidence."""

    confidence: float
    right: float
    count: int


def main() -> int:
    """Print constants and table, draw the diagram; 1 when the corpora are not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="of the training part, read one article in N")
    every = parser.parse_args().every
    if not CORPUS.is_dir():
        print(f"skipped: the corpus is not at {CORPUS}", file=sys.stderr)
        return 1
    scorer = _load(SCORER)
    parts = {"train": list(_parses("train", every)), "dev": list(_parses("dev", 1))}
    gold = {name: scorer.read_gold(str(CORPUS / name)) for name in parts}
    for line in constants(parts, gold, scorer):
        print(line)
    found = {name: list(reliability(parses, gold[name], scorer)) for name, parses in parts.items()}
    for name, bins in found.items():
        rows = [(f"{each.confidence:.2f}", f"{each.right:.2f}", each.count) for each in bins]
        print(f"\n{name}: expected error {_error(bins):.3f}")
        print(tabulate(rows, ("confidence", "right", "attributions")))
    (HERE.parent / "docs" / "confidence.svg").write_text(drawing(found), encoding="utf-8")
    results = {name: [asdict(each) for each in bins] for name, bins in found.items()}
    (HERE / "results" / "confidence.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return 0


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _parses(part: str, every: int) -> Iterator[Parse]:
    rulebook, nlp = load_rulebook(), load_pipeline()
    for path in sorted((CORPUS / part / "text").glob("*.txt"))[::every]:
        yield parse(build_document(str(path), path.read_bytes(), rulebook), nlp)


# Right or wrong


def cases(drafts: Iterable[Draft | Attribution], article: Any, scorer: ModuleType) -> Iterator[tuple[bool, bool]]:
    """For each of the drafts of an article: is its content nearly right; is it roughly right, with its source."""
    text, events = article
    ours = list(drafts)
    gold = [(scorer.chars(e["content"], text), scorer.chars(e["source"], text)) for e in events]
    contents = [scorer.chars(_pairs(each.content), text) for each in ours]
    nearly, roughly = (_links([g for g, _ in gold], contents, least, scorer) for least in (NEARLY, ROUGHLY))
    for nth, each in enumerate(ours):
        source = scorer.chars(_pairs([each.source] if each.source else []), text)
        twin = gold[roughly[nth]][1] if nth in roughly else None
        same = twin is not None and (not twin or 2 * len(twin & source) >= min(len(twin), len(source)) > 0)
        yield nth in nearly, same


def _pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _links(gold: list[set[int]], ours: list[set[int]], least: float, scorer: ModuleType) -> dict[int, int]:
    """The best pairs first, each of ours and of theirs once, as the scorer does: ours -> theirs."""
    scores = sorted(((scorer.f1(g, o), i, j) for i, g in enumerate(gold) for j, o in enumerate(ours)), reverse=True)
    links: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in scores:
        if score >= least and i not in taken and j not in links:
            taken.add(i)
            links[j] = i
    return links


# Constants


def constants(parts: dict[str, list[Parse]], gold: dict[str, Any], scorer: ModuleType) -> Iterator[str]:
    """The lines of confidence.yaml that are measured."""
    read = {name: list(_drafts(parses, gold[name], scorer)) for name, parses in parts.items()}
    for scale in ("content", "attribution"):
        x, y = ({n: np.array(f) for n, f in each.items()} for each in _tables(read, scale))
        weights = fit(x["train"], y["train"])
        free = [TRAITS.index(name) for name in SHIFTED]
        held = np.delete(x["dev"], free, 1) @ np.delete(weights, free)
        weights[free] = fit(x["dev"][:, free], y["dev"], offset=held)
        yield f"{scale}:"
        yield f"  {{{', '.join(f'{name}: {w:.2f}' for name, w in zip(TRAITS, weights, strict=True))}}}"
    yield _shares("unseconded", (case for found in read.values() for case in found if case.draft.confidence is None))
    bare = {name: [Parse(each.document, each.doc) for each in parses] for name, parses in parts.items()}
    yield _shares("rules_alone", (case for name in parts for case in _drafts(bare[name], gold[name], scorer)))


def _drafts(parses: Iterable[Parse], gold: Any, scorer: ModuleType) -> Iterator[Case]:
    rulebook = load_rulebook()
    for each in parses:
        if (article := gold.get(Path(each.document.path).stem)) is not None:
            pieces = spoken_pieces(find_quotations(each.document, rulebook))
            drafts, _ = settle(each, pieces, rulebook, lambda draft: True)
            for draft, (content, whole) in zip(drafts, cases(drafts, article, scorer), strict=True):
                yield Case(draft, content, whole)


def _tables(read: dict[str, list[Case]], scale: str) -> tuple[dict[str, list[Any]], dict[str, list[bool]]]:
    sure = {name: [case for case in found if case.draft.confidence is not None] for name, found in read.items()}
    return (
        {name: [traits(case.draft) for case in found] for name, found in sure.items()},
        {name: [getattr(case, scale) for case in found] for name, found in sure.items()},
    )


def fit(x: Floats, y: Floats, offset: Floats | float = 0.0) -> Floats:
    """Weights of a logistic regression by Newton's method; the first trait is not held small."""
    x, y = x.astype(float), y.astype(float)
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 0.0
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ weights + offset)))
        slope = x.T @ (y - p) - penalty * weights
        weights = weights + np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty), slope)
    return weights


def _shares(name: str, found: Iterable[Case]) -> str:
    """Right ones by rule, as if one more right and one more wrong had been seen."""
    counts: dict[str, list[int]] = defaultdict(lambda: [1, 2])
    for case in found:
        counts[case.draft.rule][0] += case.attribution
        counts[case.draft.rule][1] += 1
    shares = ", ".join(f"{rule}: {right / total:.2f}" for rule, (right, total) in sorted(counts.items()))
    return f"{name}: {{{shares}}}"


# Reliability


def reliability(parses: Iterable[Parse], gold: Any, scorer: ModuleType) -> Iterator[Bin]:
    """Attributions as reported, in tenths of confidence."""
    rulebook = load_rulebook()
    tenths: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for each in parses:
        if (article := gold.get(Path(each.document.path).stem)) is not None:
            found = attribute(each, find_quotations(each.document, rulebook), rulebook).attributions
            for one, (_, right) in zip(found, cases(found, article, scorer), strict=True):
                assert one.confidence is not None
                tenths[min(BINS - 1, int(one.confidence * BINS))].append((one.confidence, right))
    for _, rows in sorted(tenths.items()):
        yield Bin(sum(c for c, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows), len(rows))


def _error(bins: list[Bin]) -> float:
    """Mean distance of confidence and share of right ones, over all attributions."""
    return sum(abs(each.confidence - each.right) * each.count for each in bins) / sum(each.count for each in bins)


def drawing(found: dict[str, list[Bin]]) -> str:
    """The reliability diagram: on the diagonal, confidence means what it says."""
    size, edge = 320, 44
    colours = {"train": "#9a9a9a", "dev": "#1f5fa8"}
    names = {"train": "training part (the network has seen it)", "dev": "development part"}

    def at(x: float, y: float) -> str:
        return f"{edge + x * size:.1f},{edge + (1 - y) * size:.1f}"

    def text(x: float, y: float, words: str, more: str = "") -> str:
        left, top = at(x, y).split(",")
        return f'<text x="{left}" y="{top}" {more}>{words}</text>'

    total = size + 2 * edge
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total} {total}" font-family="sans-serif"'
        ' font-size="11">',
        f'<rect width="{total}" height="{total}" fill="#fff"/>',
        f'<polyline points="{at(0, 1)} {at(0, 0)} {at(1, 0)}" fill="none" stroke="#000"/>',
        f'<polyline points="{at(0, 0)} {at(1, 1)}" stroke="#bbb" stroke-dasharray="4"/>',
        text(0.5, -0.12, "confidence", 'text-anchor="middle"'),
        text(0, 1.06, "share that people marked too"),
    ]
    for tick in (0.0, 0.5, 1.0):
        rows += [text(tick, -0.05, f"{tick:g}", 'text-anchor="middle"')]
        rows += [text(-0.02, tick - 0.01, f"{tick:g}", 'text-anchor="end"')]
    for nth, (name, bins) in enumerate(found.items()):
        colour = colours[name]
        rows.append(text(0.3, 0.14 - 0.06 * nth, names[name], f'fill="{colour}"'))
        points = " ".join(at(each.confidence, each.right) for each in bins)
        rows.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        for each in bins:
            x, y = at(each.confidence, each.right).split(",")
            rows.append(f'<circle cx="{x}" cy="{y}" r="{2 + each.count**0.5 / 8:.1f}" fill="{colour}"/>')
    return "\n".join([*rows, "</svg>\n"])


if __name__ == "__main__":
    sys.exit(main())
