"""Documents are tests: every shown command is replayed, and prints what the document shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.documents import DOCUMENTS, ROOT, blocks, printed

SHOWN = [(path, block) for path in DOCUMENTS for block in blocks(path)]


@pytest.mark.parametrize(
    ("path", "block"),
    SHOWN,
    ids=[f"{path.name}-{block.splitlines()[0][2:42]}" for path, block in SHOWN],
)
def test_the_document_shows_what_the_program_prints(path: Path, block: str) -> None:
    assert printed(block) == block


def test_the_readme_shows_commands() -> None:
    assert any(path.name == "README.md" for path, _ in SHOWN)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_inside_the_project_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_shown_commands_pin_their_date() -> None:
    """The examples must still work next year."""
    for path, block in SHOWN:
        for command in re.findall(r"^\$ (scancost (?:estimate|compare).*(?:\n> .*)*)", block, re.M):
            is_pinned = "--service-date" in command or "examples/" in command
            assert is_pinned, f"{path.name}: {command}"


def test_nothing_outside_the_product_is_named() -> None:
    """No path of a machine in anything a reader opens."""
    for path in [*DOCUMENTS, *sorted((ROOT / "policies").glob("*.yaml"))]:
        assert not re.search(r"(?<![\w.])/(?:home|root|work|tmp)/", path.read_text("utf-8")), path
