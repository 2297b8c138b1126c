"""The program against the second reading of SPEC, to the cent, the status and the tier.

Random policies and orders that use every construct; the second reading imports nothing of the
program (tests/second_reading). docs/testing.md says which planted mistakes it was seen to catch.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.program import csv_text, run_batch, services_of_the_program
from tests.second_reading import generate, reading

SERVICES = reading.table(
    services_of_the_program()[0],
    codes=services_of_the_program()[1],
    screening=services_of_the_program()[2],
)
POLICIES, ORDERS = 40, 2_500  # a seed; eight seeds make the 20,000 of the default run
SEEDS = range(8)


def disagreements(seed: int, folder: Path, policies: int, orders: int) -> list[str]:
    """Where the two readings differ on one seed's random file."""
    rng = Random(seed)
    known = {}
    for number in range(policies):
        name = f"random-{seed}-{number}"
        text = generate.random_policy(rng, name, SERVICES)
        (folder / f"{name}.yaml").write_text(text, "utf-8")
        known[name] = reading.read_policy(text, SERVICES)
    rows = generate.random_orders(rng, known, orders, SERVICES)
    expected, refused = reading.settle_batch(rows, known, SERVICES)
    got, rejects = run_batch(csv_text(rows, generate.FIELDS), folder)
    found = []
    ours = {int(row["row"]) for row in rejects}
    theirs = dict(refused)
    for number in sorted(ours ^ set(theirs)):
        why = next((r["problem"] for r in rejects if int(r["row"]) == number), "accepted")
        found.append(f"row {number}: {why} / {theirs.get(number, 'accepted')}: {rows[number - 1]}")
    by_row = {row["row"]: row for row in got}
    for row in expected:
        mine = by_row.get(row["row"])
        if mine is None:
            continue
        for column in reading.COLUMNS:
            if column not in ("needs", "worksheet") and mine[column] != row[column]:
                order = rows[int(row["row"]) - 1]
                found.append(f"{column}: {mine[column]!r} / {row[column]!r}: {order}")
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_the_two_readings_agree(seed: int, tmp_path: Path) -> None:
    assert disagreements(seed, tmp_path, POLICIES, ORDERS) == []


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(1_000, 1_080))
def test_the_two_readings_agree_on_many_more(seed: int, tmp_path: Path) -> None:
    assert disagreements(seed, tmp_path, POLICIES, ORDERS) == []
