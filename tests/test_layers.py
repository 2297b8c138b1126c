"""The plan of the house (who may import whom), read from the imports themselves."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "scancost"

MAY_IMPORT = {
    "problems": set(),
    "amounts": {"problems"},
    "kernel": set(),
    "phrases": {"amounts", "problems", "kernel"},
    "model": {"phrases", "amounts", "problems", "kernel"},
    "data": {"model", "phrases", "amounts", "problems"},
    "rules": {"data", "model", "phrases", "amounts", "problems", "kernel"},
    "files": {"model", "data", "amounts", "problems", "phrases"},
    "engine": {"files", "rules", "data", "model", "phrases", "amounts", "problems", "kernel"},
    "words": {"data", "model", "phrases", "amounts", "problems"},
    "show": {
        "words",
        "engine",
        "rules",
        "data",
        "model",
        "phrases",
        "amounts",
        "problems",
        "kernel",
    },
    "cli": {
        *("show", "words", "engine", "files", "rules", "data", "model"),
        *("phrases", "amounts", "problems", "kernel"),
    },
    "__main__": {"cli"},
    "__init__": set(),
}
OUTSIDE = {  # libraries, and the layers that may use them
    "typer": {"cli"},
    "rich": {"cli", "show"},
    "yaml": {"files"},
    "csv": {"files"},
    "pydantic": {"model", "data", "files", "engine", "cli"},
    "openpyxl": {"files"},
    "pyarrow": {"files"},
    "numpy": {"engine"},
    "numba": {"engine"},
    "polars": {"engine"},
}
PURE = ("kernel", "rules")
WITH_RATIOS = ("matching.py", "glossary.py", "denials.py")  # likeness of words, never money
BANNED_CALLS = {"open", "print", "float", "round", "input", "eval", "exec"}
BANNED_MODULES = {"os", "time", "sys", "random", "io", "pathlib", "logging", "subprocess"}

MODULES = sorted(SOURCE.rglob("*.py"))


def layer_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imports_of(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                package = ("scancost", *path.relative_to(SOURCE).parts[: -node.level])
                found.append(".".join((*package, node.module or "")).rstrip("."))
            else:
                found.append(node.module or "")
                if node.module == "scancost":
                    found += [f"scancost.{alias.name}" for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_has_a_place_and_imports_downwards(path: Path) -> None:
    layer = layer_of(path)
    assert layer in MAY_IMPORT, f"{path} is in no layer"
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "scancost":
            if len(parts) > 1 and parts[1] in MAY_IMPORT:
                allowed = MAY_IMPORT[layer] | {layer}
                assert parts[1] in allowed, f"{layer} imports {name}"
        elif parts[0] in OUTSIDE:
            assert layer in OUTSIDE[parts[0]], f"{layer} imports {name}"


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if layer_of(path) in PURE],
    ids=lambda path: str(path.relative_to(SOURCE)),
)
def test_the_core_is_pure(path: Path) -> None:
    for name in imports_of(path):
        assert name.split(".")[0] not in BANNED_MODULES, f"{path.name} imports {name}"
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in BANNED_CALLS, f"{path.name} calls {node.func.id}"
        if isinstance(node, ast.Constant) and path.name not in WITH_RATIOS:
            assert not isinstance(node.value, float), f"{path.name} has a float"
        if isinstance(node, ast.Attribute):
            assert node.attr not in ("today", "now", "utcnow"), f"{path.name} reads a clock"


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if layer_of(path) == "kernel"],
    ids=lambda path: path.name,
)
def test_the_kernel_imports_only_its_neighbours(path: Path) -> None:
    assert all(name.startswith("scancost.kernel") for name in imports_of(path))


def test_the_kernel_and_the_rules_stay_small() -> None:
    """Grown beyond this, somebody wrote a rule that should have been a row."""
    lines = {
        layer: sum(len(p.read_text("utf-8").splitlines()) for p in (SOURCE / layer).glob("*.py"))
        for layer in PURE
    }
    assert lines["kernel"] <= 600


def test_numeric_libraries_only_in_the_compiled_path() -> None:
    for path in MODULES:
        numeric = {name.split(".")[0] for name in imports_of(path)} & {"numpy", "numba", "polars"}
        if numeric:
            assert path.relative_to(SOURCE).parts[:2] == ("engine", "columns") or (
                path.name == "columns.py"
            ), f"{path} imports {numeric}"
