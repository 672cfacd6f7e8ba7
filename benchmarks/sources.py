#!/usr/bin/env python3
"""The three tables on sources: types on PolNeAR's development half, anonymity, and sourced statements.

    sources.py [SHARED]      from a checkout; SHARED is the folder with bench/, corpora/ and gold/ (default ../shared)

Reports on the articles are made in this process; nothing is written but to a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from quotecheck.document.build import build_document  # noqa: E402
from quotecheck.document.pipeline import load_pipeline  # noqa: E402
from quotecheck.layers import audit_document  # noqa: E402
from quotecheck.records import Audit, Metrics, Report, Shares, Summary, Tool  # noqa: E402
from quotecheck.reports import render  # noqa: E402
from quotecheck.reports.build import article_fields  # noqa: E402
from quotecheck.rulebook import load_rulebook  # noqa: E402

Json = dict[str, Any]
KINDS = {
    "named_person": "person",
    "unnamed_person": "person",
    "unnamed_group": "group",
    "named_organization": "organization",
    "document": "document",
    "anonymous_source": "person",
}
TOOL = Tool("benchmark", "bundled")
NOTHING = Summary(Metrics(), Shares(), ())


def main() -> int:
    """Print the three tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, nargs="?", default=ROOT.parent / "shared")
    shared = parser.parse_args().shared
    print("== types: sources of polnear/dev")
    types = report_on(sorted((shared / "corpora/polnear/dev/text").glob("*.txt")))
    print_types(shared / "gold/source-types-dev.jsonl", types)
    with tempfile.TemporaryDirectory() as folder:
        print("\n== anonymity: 57 articles of polnear/train")
        gold = shared / "gold/anonymity-dev.jsonl"
        stems = [json.loads(line)["doc"] for line in gold.read_text(encoding="utf-8").splitlines()]
        reports = report_on([shared / f"corpora/polnear/train/text/{stem}.txt" for stem in stems])
        path = Path(folder) / "anonymity.json"
        path.write_text(json.dumps({"documents": reports}), encoding="utf-8")
        _score(shared / "bench/anonymity_benchmark.py", str(gold), str(path))
        print("\n== sourced statements")
        corpus = shared / "corpora/sourcing-benchmark-dev"
        out = Path(folder) / "statements"
        out.mkdir()
        for audit in audits_of(sorted((corpus / "texts").glob("*.txt"))):
            text = render(Report(TOOL, (audit,), NOTHING), "sourcing-csv")
            (out / f"{Path(audit.document.path).stem}.csv").write_text(text, encoding="utf-8")
        _score(shared / "bench/sourcing_benchmark.py", str(corpus), str(out), "--verbose")
    return 0


def report_on(paths: list[Path]) -> list[Json]:
    """A report of each article, as in the contract."""
    return [json.loads(json.dumps(article_fields(audit))) for audit in audits_of(paths)]


def audits_of(paths: list[Path]) -> Iterator[Audit]:
    """The audit of each article."""
    rulebook, nlp = load_rulebook(), load_pipeline()
    for path in paths:
        yield audit_document(build_document(str(path), path.read_bytes(), rulebook), nlp, rulebook)


def _score(script: Path, *arguments: str) -> None:
    done = subprocess.run([sys.executable, str(script), *arguments], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    print("\n".join(line for line in lines if not line.lstrip().startswith("article ")))


# Types


def print_types(gold: Path, reports: list[Json]) -> None:
    """How many attributions that were found have the right kind, named or not, and referent."""
    by_stem = {Path(report["path"]).stem: report for report in reports}
    n: Counter[str] = Counter()
    confusions: Counter[tuple[str, str]] = Counter()
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        sources = sources_at(by_stem[row["doc"]], row["start"], row["end"])
        n["lines"] += 1
        if sources is None:
            continue
        kind, is_named = kind_of(sources)
        is_person = row["kind"] == "person" and row["named"]
        n["found"] += 1
        n["kind"] += kind == row["kind"]
        n["named"] += is_named == row["named"]
        confusions[row["kind"], kind] += kind != row["kind"]
        if is_person:
            n["persons"] += 1
            n["referent"] += bool(sources) and is_same_name(row["refers_to"], sources[0]["name"])
        else:
            n["others"] += 1
            n["kind of others"] += kind == row["kind"]
    shares = (
        ("kind right", "kind", "found"),
        ("kind right, without named persons", "kind of others", "others"),
        ("named or not", "named", "found"),
        ("referent of named persons", "referent", "persons"),
    )
    print(f"attributions found: {n['found']} of {n['lines']}")
    for label, part, whole in shares:
        print(f"{label:36} {100 * n[part] / max(1, n[whole]):5.1f}  ({n[part]} of {n[whole]})")
    print("confusions:", ", ".join(f"{a} as {b} {k}" for (a, b), k in confusions.most_common(12) if k))


def sources_at(report: Json, start: int, end: int) -> list[Json] | None:
    """The sources of the attributions whose source span overlaps; ``None`` where there is no such attribution."""
    at = [
        each
        for each in report["attributions"]
        if each["source"] and each["source"]["start"] < end and start < each["source"]["end"]
    ]
    if not at:
        return None
    names = {each["id"] for each in at}
    return [source for source in report["sources"] if names & set(source["attributions"])]


def kind_of(sources: list[Json]) -> tuple[str, bool]:
    """Kind and whether named, of one source or of several who speak together."""
    if not sources:
        return "other", False
    kinds = {source.get("kind") or KINDS[source["type"]] for source in sources}
    named = all((source["name"] and not _is_voice(source)) or source.get("candidates") for source in sources)
    if len(sources) == 1:
        return kinds.pop(), named
    return ("organization" if kinds == {"organization"} else "group"), named


def _is_voice(source: Json) -> bool:
    """Whether unnamed officials speak for the body that gives the source its name."""
    return source["type"] == "named_organization" and source.get("kind") == "group"


def is_same_name(gold: str, name: str | None) -> bool:
    """Whether one name is part of the other, or given name and surname agree."""
    a, b = (re.findall(r"[\w']+", _folded(each or "")) for each in (gold, name))
    return bool(a and b) and (set(a) <= set(b) or set(b) <= set(a) or (a[0], a[-1]) == (b[0], b[-1]))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char))


if __name__ == "__main__":
    sys.exit(main())
