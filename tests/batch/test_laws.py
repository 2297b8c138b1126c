"""Laws of a batch (SPEC 7): nothing lost, sums that reconcile, order in = order out."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.batch.command import batch, read
from tests.program import csv_text, run_batch, services_of_the_program
from tests.second_reading import generate, reading

SERVICES = reading.table(
    services_of_the_program()[0],
    codes=services_of_the_program()[1],
    screening=services_of_the_program()[2],
)
AMOUNTS = ("billed", "patient_pays", "plan_pays", "provider_writeoff")


def random_file(seed: int, folder: Path, count: int) -> list[dict[str, str]]:
    """Random orders of random policies, which are written to the folder."""
    rng = Random(seed)
    known = {}
    for number in range(12):
        name = f"law-{number}"
        text = generate.random_policy(rng, name, SERVICES)
        (folder / f"{name}.yaml").write_text(text, "utf-8")
        known[name] = reading.read_policy(text, SERVICES)
    return generate.random_orders(rng, known, count, SERVICES)


def cents(text: str) -> int:
    whole, parts = text.split(".")
    return int(whole) * 100 + int(parts)


@pytest.mark.parametrize("seed", [11, 12])
def test_every_row_is_accepted_or_rejected_and_every_sum_is_whole(
    seed: int, tmp_path: Path
) -> None:
    rows = random_file(seed, tmp_path, 800)
    results, rejects = run_batch(csv_text(rows, generate.FIELDS), tmp_path)
    numbers = sorted(int(row["row"]) for row in (*results, *rejects))
    assert numbers == list(range(1, len(rows) + 1))
    assert [int(row["row"]) for row in results] == sorted(int(row["row"]) for row in results)
    for row in results:
        parts = ("copay", "deductible", "coinsurance", "penalty", "balance_bill", "not_covered")
        assert cents(row["patient_pays"]) == sum(cents(row[name]) for name in parts)
        shares = ("patient_pays", "plan_pays", "provider_writeoff")
        assert cents(row["billed"]) == sum(cents(row[name]) for name in shares)


def test_the_summary_is_the_sum_of_the_file(tmp_path: Path) -> None:
    rows = random_file(13, tmp_path, 300)
    found = batch(tmp_path, csv_text(rows, generate.FIELDS), "--policies", ".")
    results = read(tmp_path / "results.csv")
    rejects = read(tmp_path / "results.rejects.csv")
    assert len(results) + len(rejects) == len(rows)
    said = found.stderr.replace(",", "")
    assert f"{len(results)}\n" in said
    for name in AMOUNTS:
        total = sum(cents(row[name]) for row in results)
        assert f"${total // 100}.{total % 100:02d}" in said
    stake = sum(cents(row["at_stake"]) for row in results if row["at_stake"])
    orders = sum(bool(row["at_stake"]) for row in results)
    assert f"${stake // 100}.{stake % 100:02d} in {orders} orders" in said


@pytest.mark.parametrize("seed", [21, 22])
def test_shuffling_rows_of_different_families_changes_only_their_place(
    seed: int, tmp_path: Path
) -> None:
    rows = [
        {**row, "order_id": str(number)}
        for number, row in enumerate(random_file(seed, tmp_path, 600))
    ]
    rng = Random(seed)
    groups: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        who = row["family_id"] or row["member_id"] or row["order_id"]
        groups.setdefault(who, []).append(row)
    waiting = [list(reversed(group)) for group in groups.values()]
    shuffled = []
    while waiting:
        pile = rng.choice(waiting)
        shuffled.append(pile.pop())
        waiting = [each for each in waiting if each]

    def by_order(given: list[dict[str, str]]) -> dict[str, dict[str, str]]:
        results, rejects = run_batch(csv_text(given, generate.FIELDS), tmp_path)
        found = {row["order_id"]: row for row in (*results, *rejects)}
        return {name: {**row, "row": ""} for name, row in found.items()}

    assert by_order(shuffled) == by_order(rows)


def test_the_number_of_partitions_changes_nothing(tmp_path: Path) -> None:
    text = csv_text(random_file(31, tmp_path, 400), generate.FIELDS)
    assert run_batch(text, tmp_path, partitions=1) == run_batch(text, tmp_path, partitions=37)
