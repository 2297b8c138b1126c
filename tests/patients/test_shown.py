"""The pictures on a terminal at any width, and what is also said where it applies."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scancost.cli.app import app
from scancost.show.terminal import bar_cells

ROOT = Path(__file__).resolve().parents[2]
KNEE = (
    *("estimate", "--policy", "example-ppo-2026", "--service", "knee mri", "--lang", "en"),
    *("--service-date", "2026-06-01", "--billed", "3100", "--allowed", "1250", "--network", "in"),
    *("--deductible-met", "800", "--out-of-pocket-met", "950"),
)
CENTER = (*KNEE, "--site", "freestanding")
# 1,500 - 800 = 700; 20% of 550 = 110; 810; 1,250 - 810 = 440; 3,100 - 1,250 = 1,850;
# 6,000 - 950 - 810 = 4,240; the maximum is met at 700 + (5,050 - 700) / 20% = 22,450, and half a
# cent up makes it 2 cents less
AMOUNTS = ("$810.00", "$440.00", "$1,850.00", "$700.00", "$110.00", "$4,240.00", "$22,449.98")


def said(*words: str, columns: int = 80) -> str:
    result = CliRunner().invoke(app, list(words), env={"COLUMNS": str(columns)})
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.mark.parametrize("columns", [30, 40, 60, 80, 120])
def test_amounts_are_never_cut_and_lines_fit(columns: int) -> None:
    text = said(*CENTER, "--explain", columns=columns)
    for amount in AMOUNTS:
        assert re.search(rf"(?<![\d,]){re.escape(amount)}(?!\d)", text), amount
    assert max(map(len, text.splitlines())) <= columns


def test_the_bar_of_the_bill() -> None:
    lines = said(*CENTER, "--explain").splitlines()
    at = lines.index("Who pays what")
    assert lines[at + 1].strip() == "The whole charge: $3,100.00"
    strip = lines[at + 2].strip()
    # 74 cells: 810 / 3,100 of them is 19.3, 440 / 3,100 is 10.5; the largest part takes the rest
    assert (strip.count("█"), strip.count("▒"), strip.count("░")) == (19, 10, 45)
    assert strip == "█" * 19 + "▒" * 10 + "░" * 45


def test_cells_add_up_and_nothing_disappears() -> None:
    assert bar_cells([1, 999_999, 0], 10) == [1, 9, 0]
    assert bar_cells([0, 0], 10) == [0, 0]
    assert bar_cells([1, 1, 1], 10) == [4, 3, 3]
    for parts in ([5, 1, 70_000], [1, 1, 1_000_000], [333, 333, 334]):
        assert sum(bar_cells(parts, 56)) == 56


def test_no_bar_without_explain() -> None:
    assert not set(said(*CENTER)) & set("█▒░")


def test_no_bar_of_a_charge_nobody_knows() -> None:
    words = [each for each in CENTER if each not in ("--billed", "3100")]
    words[words.index("--network") + 1] = "out"
    assert "Who pays what" not in said(*words, "--explain")


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_terminal_without_block_characters(language: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scancost", *CENTER, "--explain", "--lang", language],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode("ascii")
    assert "#" * 19 + "=" * 10 + "." * 45 in text
    assert not re.search(r"\?\w", text)  # nothing became a question mark
    if language == "es":
        assert "Como se suma" in text


# -- also said ----------------------------------------------------------------------------------

HELP = "A nonprofit hospital must have a program of financial help"
OTHER = "If you have other insurance, this is before what it pays."
EMERGENCY = "do not wait because of the cost"


def folded(*words: str) -> str:
    return " ".join(said(*words).split())


def test_a_hospitals_help_where_the_bill_is_large() -> None:
    hospital = (*KNEE, "--site", "hospital_outpatient")
    assert HELP in folded(*hospital)  # $810.00
    assert HELP not in folded(*CENTER)
    # 20% of 1,250 is 250: below 500
    assert HELP not in folded(*hospital, "--deductible-met", "1500", "--out-of-pocket-met", "2000")


def test_other_insurance_where_there_often_is_one() -> None:
    assert OTHER not in folded(*CENTER)
    assert OTHER in folded(*CENTER, "--explain")
    assert OTHER not in folded(*CENTER, "--birth-date", "1961-06-02")
    assert OTHER in folded(*CENTER, "--birth-date", "1961-06-01")  # 65 on the day
    medicare = ("estimate", "--policy", "original-medicare-part-b-2026", "--lang", "en")
    scan = ("--service", "knee mri", "--service-date", "2026-06-01", "--site", "freestanding")
    assert OTHER in folded(*medicare, *scan, "--network", "in", "--allowed", "300")


def test_do_not_delay_emergency_care() -> None:
    assert EMERGENCY not in folded(*CENTER)
    assert EMERGENCY in folded(*KNEE, "--site", "emergency")
