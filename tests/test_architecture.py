"""The law of imports, read from the source: a module may import its own folder and what stands before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import quotecheck

PACKAGE = Path(quotecheck.__file__).parent
LAYERS = (
    "records",
    "errors",
    "rulebook",
    "text",
    "document",
    "quotes",
    "attributions",
    "sources",
    "metrics",
    "findings",
    "reports",
)
ORDER = "layers"  # the module that calls the layers in turn; it does not report
FRONT_ENDS = ("config", "cache", "changes", "cli", "component", "__main__")
FACE = "__init__"  # the package itself: everybody may ask it for its version
ONLY_OURS_FOR_REPORTS = ("records", "text.lines")
HEAVY = {"spacy", "textacy", "thinc", "onnxruntime", "tokenizers", "numpy"}
MAY_BE_HEAVY = ("document", "attributions", "sources", ORDER, "component")
LIGHT = {"document.build"}  # where others are heavy
MODULES = sorted(PACKAGE.rglob("*.py"))


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """Absolute names of what is imported; of "from a import b" both a and a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            yield node.module or ""


def imported_when_loaded(tree: ast.Module) -> Iterator[str]:
    """Those outside functions, and not for type checkers alone."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imported(ast.Module([node], []))
        waiting.extend(ast.iter_child_nodes(node))


def ours(names: Iterator[str]) -> set[str]:
    return {name.removeprefix("quotecheck.") for name in names if name.startswith("quotecheck.")}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_every_module_has_its_place() -> None:
    known = {*LAYERS, ORDER, *FRONT_ENDS, FACE, "models"}
    assert {layer_of(path) for path in MODULES} <= known


@pytest.mark.parametrize("path", [path for path in MODULES if layer_of(path) in LAYERS], ids=named)
def test_layers_import_downwards_only(path: Path) -> None:
    layer = layer_of(path)
    below = LAYERS[: LAYERS.index(layer) + 1]
    assert {name.split(".")[0] for name in ours(imported(parsed(path)))} <= set(below)


@pytest.mark.parametrize("path", [path for path in MODULES if layer_of(path) == "reports"], ids=named)
def test_reports_know_only_records_and_lines(path: Path) -> None:
    names = {name for name in ours(imported(parsed(path))) if not name.startswith("reports")}
    assert names <= set(ONLY_OURS_FOR_REPORTS)


def test_the_order_of_layers_does_not_report() -> None:
    names = {name.split(".")[0] for name in ours(imported(parsed(PACKAGE / f"{ORDER}.py")))}
    assert names <= set(LAYERS) - {"reports"}


@pytest.mark.parametrize("path", [path for path in MODULES if layer_of(path) not in MAY_BE_HEAVY], ids=named)
def test_light_modules_load_nothing_heavy(path: Path) -> None:
    names = set(imported_when_loaded(parsed(path)))
    assert not {name.split(".")[0] for name in names} & HEAVY
    heavy_of_ours = {name for name in ours(iter(names)) if name.split(".")[0] in MAY_BE_HEAVY}
    assert heavy_of_ours <= LIGHT


@pytest.mark.parametrize("path", [path for path in MODULES if layer_of(path) not in FRONT_ENDS], ids=named)
def test_only_front_ends_print_and_catch_everything(path: Path) -> None:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("print", "input"), f"line {node.lineno}"
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught not in ("", "Exception", "BaseException"), f"line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_nobody_imports_a_front_end(path: Path) -> None:
    if layer_of(path) in FRONT_ENDS:
        return
    assert not {name.split(".")[0] for name in ours(imported(parsed(path)))} & set(FRONT_ENDS)
