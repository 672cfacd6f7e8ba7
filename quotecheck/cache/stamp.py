"""What an audit depends on besides its article, as one hash: program, rules, model, engine, libraries."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from quotecheck import __version__

PACKAGE = Path(__file__).resolve().parents[1]
# What comes after an audit has been made, and so leaves it as it is.
AFTERWARDS = ("findings", "reports", "cli", "config", "cache", "changes", "models")
RULES_FOR_FINDINGS = ("checks", "packs", "policies.yaml")
LIBRARIES = ("spacy", "onnxruntime", "tokenizers", "numpy")
TAIL = 1_000_000  # bytes of a long file that are looked at: weights that differ, differ everywhere


@cache
def stamp_of_program(rules: tuple[Path, ...], model: str | None, engine: str) -> str:
    """Changes whenever the audit of an unchanged article might; ``rules`` are all folders, bundled ones too."""
    digest = sha256()
    for line in _lines(rules, model, engine):
        digest.update(f"{line}\n".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _lines(rules: Sequence[Path], model: str | None, engine: str) -> Iterator[str]:
    yield f"quotecheck {__version__} {engine} {model} {sys.version_info[:2]}"
    for library in LIBRARIES:
        yield f"{library} {_version(library)}"
    code = (path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in AFTERWARDS)
    yield from _files(PACKAGE, code)
    for folder in rules:
        yield from _files(folder, (path for path in folder.rglob("*.yaml") if _shapes_audits(path, folder)))
    pipeline = _folder_of(model)
    if pipeline is not None:
        yield from _files(pipeline, (path for path in pipeline.rglob("*") if path.is_file()))


def _shapes_audits(path: Path, rules: Path) -> bool:
    return path.relative_to(rules).parts[0] not in RULES_FOR_FINDINGS


def _folder_of(model: str | None) -> Path | None:
    """Where the files of a pipeline lie; ``None`` where it is not installed, which loading it will tell."""
    if model is None:
        return PACKAGE / "models" / "en"
    if Path(model).is_dir():
        return Path(model)
    try:
        spec = find_spec(model)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec is not None and spec.origin else None


def _files(folder: Path, paths: Iterator[Path]) -> Iterator[str]:
    for path in sorted(paths):
        size = path.stat().st_size
        with path.open("rb") as file:
            file.seek(max(0, size - TAIL))
            yield f"{path.relative_to(folder).as_posix()} {size} {sha256(file.read()).hexdigest()}"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
