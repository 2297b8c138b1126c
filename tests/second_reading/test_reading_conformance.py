"""The second reading against the conformance vectors, and its independence of the program."""

import ast
import csv
import sys
from pathlib import Path

import pytest

from .reading import Policy, read_policy, settle_batch

HERE = Path(__file__).parent
VECTORS = HERE.parent / "conformance"


def rows(name: str) -> list[dict[str, str]]:
    with (VECTORS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.fixture(scope="module")
def policies() -> dict[str, Policy]:
    found = [read_policy(path) for path in sorted((VECTORS / "policies").glob("*.yaml"))]
    return {policy.name: policy for policy in found}


def test_every_expected_column_of_every_order(policies: dict[str, Policy]) -> None:
    expected = rows("expected.csv")
    results, rejects = settle_batch(rows("orders.csv"), policies)
    assert rejects == []
    assert len(results) == len(expected) == 640
    wrong = [
        (want["order_id"], column, want[column], got[column])
        for want, got in zip(expected, results, strict=True)
        for column in want
        if want[column] != got[column]
    ]
    assert wrong == []


def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports, relative ones left out."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.ImportFrom) and node.level > 1:
            found.add("outside this folder")
    return found


@pytest.mark.parametrize("path", sorted(HERE.glob("*.py")), ids=lambda path: path.stem)
def test_nothing_of_the_program_is_imported(path: Path) -> None:
    allowed = set(sys.stdlib_module_names) | {"yaml"}
    if path.stem.startswith("test_"):
        allowed |= {"pytest", "hypothesis"}
    assert imported(path) <= allowed
