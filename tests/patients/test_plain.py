"""--plain: one `label: value` a line, whatever the answer; nothing that only eyes can use."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from scancost.cli.app import app

LINE = re.compile(r"[^:\s][^:]*: \S.*")
KNEE = ("--service", "knee mri", "--service-date", "2026-06-01")
ORDERS = (
    (
        "--policy",
        "example-ppo-2026",
        "--network",
        "in",
        "--site",
        "freestanding",
        "--allowed",
        "1250",
    ),
    ("--policy", "example-ppo-2026", "--site", "freestanding", "--allowed", "1250"),
    ("--policy", "example-ppo-2026", "--network", "in", "--site", "freestanding"),
    ("--policy", "example-hmo-2026", "--network", "out", "--allowed", "900"),
    (
        *("--deductible", "unknown", "--out-of-pocket-max", "unknown"),
        *("--benefit", "unknown", "--allowed", "1250"),
    ),
)


def plain(*words: str, columns: str = "80") -> list[str]:
    environment = {"SCANCOST_LANG": "en", "COLUMNS": columns}
    result = CliRunner().invoke(app, ["estimate", *KNEE, *words, "--plain"], env=environment)
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("more", [(), ("--explain",), ("--explain", "--lang", "es")])
def test_every_line_is_a_label_and_a_value(order: tuple[str, ...], more: tuple[str, ...]) -> None:
    lines = plain(*order, *more)
    assert len(lines) > 3
    for line in lines:
        assert LINE.fullmatch(line), line
        assert not set(line) & set("█▒░•·│─"), line


def test_amounts_stand_with_their_labels() -> None:
    lines = plain(*ORDERS[0], "--deductible-met", "800", "--out-of-pocket-met", "950", "--explain")
    # 1,500 - 800 = 700; 20% of (1,250 - 700) = 110; 700 + 110 = 810; 6,000 - 950 - 810 = 4,240
    assert "Answer: For this bill you would pay $810.00." in lines
    assert "You pay: $810.00" in lines
    assert "Allowed, the price the plan recognizes: $1,250.00" in lines
    assert "Out-of-pocket maximum of $6,000.00, still left: $4,240.00" in lines


def test_the_width_of_a_terminal_does_not_matter() -> None:
    assert plain(*ORDERS[1], columns="40") == plain(*ORDERS[1], columns="200")
