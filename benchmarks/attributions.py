"""Accuracy of attributions on PolNeAR's development part: the project's table, made from a clean checkout.

``python benchmarks/attributions.py [--model NAME]`` reports on the texts with the installed quotecheck, scores the
report with the corpus' own scorer and writes benchmarks/results/attributions.json. Needs the corpora in ../shared.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tabulate import tabulate

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


def main() -> int:
    """Print the table and keep the figures; 1 when the corpora are not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", help="another spaCy pipeline")
    parser.add_argument("--gold", type=Path, default=GOLD, help="a folder with text/ and attributions/")
    options = parser.parse_args()
    if not options.gold.is_dir():
        print(f"skipped: the corpus is not at {options.gold}", file=sys.stderr)
        return 1
    scores = score(options.gold, options.model)
    found = {name: scores["attributions"][row][key] for name, (row, key, _) in TARGETS.items()}
    found["words micro F1"] = scores["words"]["micro"]["f1"]
    targets = {name: target for name, (_, _, target) in TARGETS.items()} | {"words micro F1": 80.0}
    print(tabulate([(name, value, targets[name]) for name, value in found.items()], ("", "quotecheck", "target")))
    if options.gold == GOLD and options.model is None:
        results = HERE / "results" / "attributions.json"
        results.parent.mkdir(exist_ok=True)
        results.write_text(json.dumps({"figures": found, "targets": targets, "all": scores}, indent=1) + "\n")
    return 0


def score(gold: Path, model: str | None) -> dict[str, dict[str, dict[str, float]]]:
    """What the scorer says of a report on all texts of ``gold``."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "quotecheck", "report", "--format", "json", "--output", str(report)]
        command += ["--model", model] if model else []
        subprocess.run([*command, str(gold / "text")], check=True)
        command = [sys.executable, str(SCORER), "--json", str(gold), str(report)]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    sys.exit(main())
