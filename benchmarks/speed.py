"""Speed and memory as ratios, measured in one run on the same texts.

``python benchmarks/speed.py [--quick]`` prints a table and writes benchmarks/results/speed.json. Every case runs in a
process of its own and on one thread, all cases in turn, round after round; a ratio is the median over the rounds.
Time is the processor's. Texts are those of ../shared/corpora/polnear/dev, or seeds/ where they are missing.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from tabulate import tabulate

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
CORPUS = ROOT.parent / "shared" / "corpora" / "polnear" / "dev" / "text"
TEXTS, ROUNDS, STARTS = 24, 3, 3  # every round starts each short command so many times
FOLDER_OF, LONG_ARTICLE = 500, 100_000  # articles, words
GIGABYTE = 1_000_000  # in kilobytes
# spaCy imports PyTorch and its like where they are installed, and every start would look short beside that.
SITE = """import sys

class Hidden:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name in ("torch", "tensorflow", "mxnet", "cupy"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Hidden)
"""
LOAD = "import spacy; from quotecheck.document.pipeline import load_pipeline; load_pipeline()('Word.')"
IN_PROCESS = (
    *("bare", "audit", "rules", "textacy", "joined"),
    *("articles-1", "articles-10", "length-1", "length-10", "length-100"),
)
WHOLE = ("report", "check", "new", "known")  # commands on all articles
AFRESH = 'rm -rf "$1"; shift; exec "$@"'  # without the folder that is named first

Costs = dict[str, list[dict[str, float]]]


@dataclass(frozen=True, slots=True)
class Figure:
    """The seconds of one case over those of another."""

    name: str
    above: str
    below: str
    target: float
    more_is_better: bool = False


FIGURES = (
    Figure("whole audit / bare pipeline", "audit", "bare", 1.35),
    Figure("whole audit / textacy's direct_quotations", "audit", "textacy", 1.2),
    Figure("words a second: bundled pipeline / spaCy's CNN", "cnn", "bare", 1.0, more_is_better=True),
    Figure("ten times the articles / once", "articles-10", "articles-1", 11),
    Figure("an article 10 times as long / once", "length-10", "length-1", 11),
    Figure("an article 100 times as long / once", "length-100", "length-1", 110),
    Figure("all articles in one / one by one", "joined", "audit", 1.1),
    Figure("--help / import spacy", "help", "import spacy", 0.25),
    Figure("usage error / import spacy", "usage error", "import spacy", 0.25),
    Figure("short article from start to table / import spacy and load", "table", "load", 1.5),
    Figure("whole audit: hybrid / rules alone", "audit", "rules", 1.15),
    Figure("short article from start to table: hybrid / rules alone", "table", "table by rules", 1.25),
    Figure("check of all articles / report on them", "check", "report", 1.1),
    Figure("check of articles that the cache knows / of new ones", "known", "new", 0.2),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    figure: str
    ratio: float
    target: str
    met: bool


def main() -> int:
    """Measure, print the tables, keep the figures of a full run; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few texts once, to see that everything runs")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help="default: %(default)s")
    options = parser.parse_args()
    quick = options.quick
    texts = choose_texts(3 if quick else TEXTS)
    busy = os.getloadavg()[0]
    if busy > 0.7:
        print(f"This machine is busy (load {busy:.1f}): the figures may be off.", file=sys.stderr)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = one_thread(folder)
        lines = case_lines(folder, texts, baseline(environment, quick=quick))
        costs = measure(lines, environment, rounds=1 if quick else options.rounds)
        memory = list(peaks(folder, texts, environment, scale=50 if quick else 1))
    rows = [ratio_of(figure, costs) for figure in FIGURES if figure.above in costs] + memory
    speeds = {
        name: median(cost["words"] / cost["seconds"] for cost in costs[name])
        for name in ("bare", "audit", "textacy", "cnn")
        if name in costs
    }
    print(tabulate([asdict(row) for row in rows], headers="keys", floatfmt=".3f"))
    print("\n" + tabulate(speeds.items(), headers=("words a second and core", ""), floatfmt=",.0f"))
    if not quick:
        (HERE / "results").mkdir(exist_ok=True)
        kept = json.dumps(summary(rows, costs, speeds, articles=len(texts)), indent=1) + "\n"
        (HERE / "results" / "speed.json").write_text(kept)
    return 0 if all(row.met for row in rows) else 1


# What is measured


def choose_texts(number: int) -> list[Path]:
    """Articles from all over the corpus, at most ``number``."""
    paths = sorted((CORPUS if CORPUS.is_dir() else ROOT / "seeds").glob("*.txt"))
    return paths[:: max(1, len(paths) // number)][:number]


def one_thread(folder: Path) -> dict[str, str]:
    """The environment of all cases; Python reads sitecustomize.py from ``folder`` first."""
    (folder / "sitecustomize.py").write_text(SITE)
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | threads | {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}


def baseline(environment: Mapping[str, str], *, quick: bool) -> Path | None:
    """Folder of spaCy's CNN, trained at the first run; ``None`` where that fails for want of the treebanks."""
    folder = HERE / "work" / ("cnn-quick" if quick else "cnn")
    if not folder.is_dir():
        line = [sys.executable, str(HERE / "cnn.py"), str(folder), "--steps", "10" if quick else "400"]
        if subprocess.run(line, env=environment).returncode:
            return None
    return folder


def case_lines(folder: Path, texts: Sequence[Path], model: Path | None) -> dict[str, list[str]]:
    """Command line of every case."""
    listing, short = folder / "texts.json", folder / "short.txt"
    listing.write_text(json.dumps([str(path) for path in texts]))
    short.write_text(min((path.read_text("utf-8") for path in (ROOT / "seeds").glob("*.txt")), key=len), "utf-8")
    script, quotecheck = [sys.executable, str(HERE / "speed_cases.py")], [sys.executable, "-m", "quotecheck"]
    news, cache = folder / "news", str(folder / "cache")
    news.mkdir()
    for path in texts:
        (news / path.name).write_bytes(path.read_bytes())
    written = [str(news), "--no-config", "--format", "json", "--output", str(folder / "whole.json")]
    check = [*quotecheck, "check", *written, "--fail-on", "never"]
    known = [*check, "--cache-dir", cache]
    lines = {name: [*script, name, str(listing)] for name in IN_PROCESS}
    if model:
        lines["cnn"] = [*script, "cnn", str(listing), "--model", str(model)]
    return lines | {
        "import spacy": [sys.executable, "-c", "import spacy"],
        "load": [sys.executable, "-c", LOAD],
        "help": [*quotecheck, "--help"],
        "usage error": [*quotecheck, "report", "--format", "runes", str(short)],
        "table": [*quotecheck, "report", str(short)],
        "table by rules": [*quotecheck, "report", str(short), "--engine", "rules"],
        "report": [*quotecheck, "report", *written],
        "check": check,
        "new": ["sh", "-c", AFRESH, "new", cache, *known],
        "known": known,
    }


def measure(lines: Mapping[str, Sequence[str]], environment: Mapping[str, str], *, rounds: int) -> Costs:
    """What each case cost in each round, after one start of each short command that does not count."""
    short = {name for name in lines if name not in (*IN_PROCESS, *WHOLE, "cnn")}
    for name in short:
        cost_of(lines[name], environment)
    costs: Costs = {name: [] for name in lines}
    for _ in range(rounds):
        for name, line in lines.items():
            costs[name] += [cost_of(line, environment) for _ in range(STARTS if name in short else 1)]
    return costs


def cost_of(line: Sequence[str], environment: Mapping[str, str]) -> dict[str, float]:
    """Seconds and peak kilobytes of a command; what a case prints about itself takes precedence."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as complaints:
        child = subprocess.Popen(line, env=environment, cwd=ROOT, stdout=out, stderr=complaints)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        complaints.seek(0)
        if child.returncode and "runes" not in line:
            raise SystemExit(f"{' '.join(line[1:3])} failed: {complaints.read()[-2000:]}")
        own = json.loads(out.read()) if line[1].endswith("speed_cases.py") else {}
    return {"seconds": usage.ru_utime + usage.ru_stime, "kilobytes": usage.ru_maxrss, **own}


def peaks(folder: Path, texts: Sequence[Path], environment: Mapping[str, str], *, scale: int) -> Iterator[Row]:
    """Peak memory of a report on a folder of many articles, and on one that is very long."""
    many, one = folder / "many", folder / "one"
    many.mkdir()
    one.mkdir()
    for number, path in enumerate(islice(cycle(texts), FOLDER_OF // scale)):
        (many / f"{number}.txt").write_bytes(path.read_bytes())
    words = LONG_ARTICLE // scale
    (one / "long.txt").write_text("\n\n".join(_at_least(words, texts)), "utf-8")
    for name, place in ((f"memory, {FOLDER_OF // scale} articles", many), (f"memory, {words:,} words", one)):
        line = [sys.executable, "-m", "quotecheck", "report", str(place), "--format", "json"]
        ratio = cost_of([*line, "--output", str(folder / "report.json")], environment)["kilobytes"] / GIGABYTE
        yield Row(f"{name} / 1 GB", ratio, "< 1", ratio < 1)


def _at_least(words: int, texts: Sequence[Path]) -> Iterator[str]:
    for path in cycle(texts):
        text = path.read_text("utf-8")
        yield text
        words -= len(text.split())
        if words <= 0:
            return


# What comes out


def ratio_of(figure: Figure, costs: Costs) -> Row:
    """Median over the rounds of one case's seconds over the other's."""
    pairs = zip(costs[figure.above], costs[figure.below], strict=True)
    ratio = median(above["seconds"] / below["seconds"] for above, below in pairs)
    met = ratio >= figure.target if figure.more_is_better else ratio <= figure.target
    return Row(figure.name, ratio, f"{'>=' if figure.more_is_better else '<='} {figure.target:g}", met)


def summary(rows: Sequence[Row], costs: Costs, speeds: Mapping[str, float], *, articles: int) -> dict[str, object]:
    """All figures, without a word on the machine but its kind."""
    return {
        "figures": [asdict(row) | {"ratio": round(row.ratio, 3)} for row in rows],
        "words a second and core": {name: round(speed) for name, speed in speeds.items()},
        "seconds": {name: round(median(each["seconds"] for each in found), 4) for name, found in costs.items()},
        "texts": {"articles": articles, "words": costs["bare"][0]["words"]},
        "found": {name: costs[name][0]["found"] for name in ("audit", "textacy")},
        "refused": {"textacy": costs["textacy"][0]["refused"]},
        "rounds": len(costs["bare"]),
        "versions": {
            "python": platform.python_version(),
            "machine": platform.machine(),
            **{name: version(name) for name in ("spacy", "textacy", "onnxruntime", "numpy")},
        },
    }


if __name__ == "__main__":
    sys.exit(main())
