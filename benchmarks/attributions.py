"""Accuracy of attributions on PolNeAR's development part: the project's table, made from a clean checkout.

``python benchmarks/attributions.py`` reports on the texts with the installed quotecheck, once with each engine, scores
the reports with the corpus' own scorer, beside textacy's on the same pipeline, and writes results/attributions.json.
Needs the corpora in ../shared.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tabulate import tabulate

if TYPE_CHECKING:
    from spacy.tokens import Token

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
GOLD = SHARED / "corpora" / "polnear" / "dev"
SCORER = SHARED / "bench" / "attribution_benchmark.py"
TARGETS = {
    "direct F1 at 0.8": ("exact/direct", "f1", 94.0),
    "direct F1 at 0.3": ("overlap/direct", "f1", 97.0),
    "direct source right": ("exact/direct", "source_accuracy", 96.0),
    "mixed F1 at 0.8": ("exact/mixed", "f1", 82.0),
    "mixed F1 at 0.3": ("overlap/mixed", "f1", 91.0),
    "indirect F1 at 0.8": ("exact/indirect", "f1", 58.0),
    "indirect F1 at 0.3": ("overlap/indirect", "f1", 70.0),
    "all F1 at 0.8": ("exact/all", "f1", 68.0),
    "all F1 at 0.3": ("overlap/all", "f1", 78.0),
    "all source right": ("exact/all", "source_accuracy", 93.0),
}


WORDS = ("words micro F1", 80.0)
ENGINES = ("hybrid", "rules")


def main() -> int:
    """Print the table and keep the figures; 1 when the corpora are not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD, help="a folder with text/ and attributions/")
    options = parser.parse_args()
    if not options.gold.is_dir():
        print(f"skipped: the corpus is not at {options.gold}", file=sys.stderr)
        return 1
    columns: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        for engine in ENGINES:
            run_quotecheck(options.gold, engine, report)
            columns[engine] = figures(options.gold, report)
        run_textacy(options.gold, report)
        columns["textacy"] = figures(options.gold, report)
    targets = {name: target for name, (_, _, target) in TARGETS.items()} | dict([WORDS])
    rows = [(name, *(columns[column][name] for column in columns), target) for name, target in targets.items()]
    print(tabulate(rows, ("", *columns, "target")))
    if options.gold == GOLD:
        results = HERE / "results" / "attributions.json"
        results.parent.mkdir(exist_ok=True)
        results.write_text(json.dumps({**columns, "target": targets}, indent=1) + "\n", encoding="utf-8")
    return 0


def run_quotecheck(gold: Path, engine: str, report: Path) -> None:
    """Report on all texts of ``gold``."""
    command = [sys.executable, "-m", "quotecheck", "report", "--format", "json", "--engine", engine]
    subprocess.run([*command, "--output", str(report), str(gold / "text")], check=True)


def run_textacy(gold: Path, report: Path) -> None:
    """The same for textacy's direct quotations, on the bundled pipeline; a text it refuses has none."""
    from textacy.extract import direct_quotations

    from quotecheck.document.pipeline import load_pipeline

    nlp, documents = load_pipeline(), []
    for path in sorted((gold / "text").glob("*.txt")):
        doc = nlp(path.read_bytes().decode("utf-8"))
        try:
            triples = list(direct_quotations(doc))
        except ValueError:
            triples = []
        found = [
            {
                "kind": "direct",
                "source": over(triple.speaker),
                "cue": over(triple.cue),
                "content": [{"start": triple.content.start_char, "end": triple.content.end_char}],
            }
            for triple in triples
        ]
        documents.append({"path": path.name, "attributions": found})
    report.write_text(json.dumps({"documents": documents}), encoding="utf-8")


def over(tokens: list[Token]) -> dict[str, int] | None:
    """The characters from the first to the last token."""
    return {"start": tokens[0].idx, "end": tokens[-1].idx + len(tokens[-1])} if tokens else None


def figures(gold: Path, report: Path) -> dict[str, float]:
    """The figures of the table, as the corpus' scorer gives them."""
    command = [sys.executable, str(SCORER), "--json", str(gold), str(report)]
    scores = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    found = {name: scores["attributions"].get(row, {}).get(key, 0.0) for name, (row, key, _) in TARGETS.items()}
    return found | {WORDS[0]: scores["words"]["micro"]["f1"]}


if __name__ == "__main__":
    sys.exit(main())
