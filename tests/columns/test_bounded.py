"""What `--memory` bounds besides waiting orders, each at a size where it has to give way: what is
remembered, rejected rows, amounts that half a word cannot hold, lots of too many orders, balances."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.batch.command import FIELDS, PLAN, as_csv, order

pytest.importorskip("numba")

import numpy as np

from scancost.engine import remembered, run, sorting
from scancost.engine.columns import batch, lots, scratch
from tests.columns.engines import both, job
from tests.columns.test_same_bytes import STATED, random_file, small

SERVICES = ("mri_knee", "xray_chest", "ct_head", "mammogram_screening")
HDHP = "example-hdhp-aggregate-2026"


def orders(rng: Random, count: int, families: int, members: int) -> list[dict[str, str]]:
    """Orders of a few families on random days; each tenth is rejected, each twentieth is of nobody."""
    rows = []
    for number in range(count):
        family, member = rng.randrange(families), rng.randrange(members)
        row = order(
            order_id=f"o{number}",
            policy=rng.choice((PLAN, HDHP)),
            service=rng.choice(SERVICES),
            service_date=f"2026-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
            member_id=f"m{family}-{member}",
            family_id=f"f{family}" if family % 5 else "",
            allowed="12.345" if number % 10 == 3 else f"{rng.randrange(3_000)}.00",
        )
        if number % 20 == 7:
            row |= {"member_id": "", "family_id": ""}
        rows.append(row)
    return rows


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lot of more than 40 orders is too large, of which pieces of 40 are in memory."""
    monkeypatch.setattr(batch, "LEAST_ROWS", 40)
    monkeypatch.setattr(batch.Plan, "__init__", small(batch.Plan.__init__, 20_000))
    monkeypatch.setattr(scratch, "AT_ONCE", 11)


@pytest.mark.usefixtures("few_at_once")
@pytest.mark.parametrize(("families", "members"), [(1, 3), (2, 400), (600, 2)])
@pytest.mark.parametrize("spare", [0, 60_000])
@pytest.mark.parametrize("keeps", [False, True])
def test_a_lot_of_too_many_orders(
    families: int, members: int, spare: int, keeps: bool, tmp_path: Path
) -> None:
    """One family with all of them, two with very many members, and many families; the orders wait in
    the file or in memory."""
    rows = orders(Random(families + spare), 1_500, families, members)
    more = {"balances_out": tmp_path / "balances.csv"} if keeps else {}
    found = both(tmp_path, as_csv(rows).encode(), memory=run.BESIDES + spare, **more)
    assert found.summary is not None
    assert (found.summary.accepted, found.summary.rejected) == (1_350, 150)


@pytest.mark.usefixtures("few_at_once")
def test_a_lot_of_too_many_orders_starts_from_what_was_met(tmp_path: Path) -> None:
    rng = Random(5)
    first = both(
        tmp_path,
        as_csv(orders(rng, 900, 3, 30)).encode(),
        balances_out=tmp_path / "balances.csv",
        memory=run.BESIDES,
    )
    (tmp_path / "given.csv").write_bytes(first.balances)
    rows = orders(rng, 900, 4, 40)
    for number, row in enumerate(rows):
        row["deductible_met"] = f"{number}.00" if number % 9 == 0 else ""
    again = both(
        tmp_path,
        as_csv(rows, STATED).encode(),
        balances=tmp_path / "given.csv",
        balances_out=tmp_path / "balances.csv",
        memory=run.BESIDES,
    )
    assert again.balances.count(b"\n") > 2 * 120  # both sides of the network


@pytest.mark.usefixtures("few_at_once")
def test_random_orders_in_lots_of_too_many(tmp_path: Path) -> None:
    data = random_file(77, tmp_path, 12, 1_500)
    both(tmp_path, data, tmp_path, balances_out=tmp_path / "balances.csv", memory=run.BESIDES)


@pytest.mark.usefixtures("few_at_once")
def test_an_interrupt_ends_what_is_in_work_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes with the first lot that is settled, while others are dealt again."""
    made: list[lots.Lots] = []
    settle = lots.Lots.settle

    def remember(self: lots.Lots, lot: int) -> lots.Settled | None:
        made.append(self)
        return settle(self, lot)

    def interrupt(stage: str, *_: object) -> None:
        if stage == "settling":
            raise KeyboardInterrupt

    monkeypatch.setattr(lots.Lots, "settle", remember)
    task = job(tmp_path, as_csv(orders(Random(4), 900, 40, 2)).encode(), engine="compiled")
    task = replace(task, memory=run.BESIDES, options=replace(task.options, progress=interrupt))
    with pytest.raises(KeyboardInterrupt):
        run.run(task)
    with pytest.raises(lots.Stopped):
        settle(made[0], 0)
    assert [path.name for path in tmp_path.iterdir()] == ["orders.csv"]


@pytest.mark.usefixtures("few_at_once")
def test_large_amounts_in_a_lot_of_too_many(tmp_path: Path) -> None:
    rows = orders(Random(3), 600, 2, 2)
    for number, row in enumerate(rows):
        if number % 3 == 0:
            row |= {"billed": "999999999.99", "allowed": f"{42_949_600 + number}.00"}
    both(tmp_path, as_csv(rows).encode(), memory=run.BESIDES)


def test_a_long_span_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Orders of one lot that lie together in the file are more than a piece holds."""
    monkeypatch.setattr(batch, "LEAST_ROWS", 13)
    monkeypatch.setattr(batch, "ROWS_IN_A_LOT", 10_000)
    rows = orders(Random(9), 1_000, 2, 9)
    more = {"balances_out": tmp_path / "balances.csv"}
    both(tmp_path, as_csv(rows).encode(), memory=run.BESIDES, **more)


@pytest.mark.parametrize("most", [1, 4, 50])
def test_what_is_forgotten_is_found_again(
    most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "BYTES_A_COMBINATION", (run.BESIDES + 10**6) // most)
    monkeypatch.setattr(batch.Plan, "__init__", small(batch.Plan.__init__, 9_000))
    data = random_file(88, tmp_path, 12, 900)
    memory = run.BESIDES + 10**6
    assert job(tmp_path, data, memory=memory).remembered() == most
    both(tmp_path, data, tmp_path, memory=memory)


def test_what_is_asked_for_again_and_again_is_not_forgotten() -> None:
    found: list[int] = []

    def find(key: int) -> int:
        found.append(key)
        return key * key

    known = remembered.Remembered(find, 100)
    for number in range(1_000):
        assert known[number] == number * number
        assert known[7] == 49
        assert len(known) + len(known._aside) <= 101
    assert found.count(7) == 1
    known.forget()
    assert known[7] == 49


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 320, 321, 5_000])
def test_records_come_sorted_whatever_their_number(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"KEPT": 10, "BLOCK": 3, "WIDE": 4}.items():
        monkeypatch.setattr(sorting, name, value)
    rng = Random(count)
    records = [(str(rng.randrange(count)), "ü\n", (rng.random(), at)) for at in range(count)]
    found: sorting.Sorted[tuple[str, str, tuple[float, int]]] = sorting.Sorted()
    for record in records:
        found.add(record)
    assert list(found) == sorted(records)
    assert list(found) == sorted(records)


def test_rows_beside_are_found_by_lot_and_the_least_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(scratch, "AT_ONCE", 7)
    rng = Random(1)
    aside = scratch.Aside(4, 3, 2)
    least: dict[tuple[int, int, int], int] = {}
    for _ in range(700):
        lot, one, two, when = (rng.randrange(each) for each in (3, 4, 4, 10**12))
        aside.add(lot, (one, two, when))
        key = (lot, one, two)
        least[key] = min(when, least.get(key, when))
    aside.settle_down()
    for lot in range(4):
        found: dict[tuple[int, int, int], int] = {}
        for one, two, when in aside.of(lot).tolist():
            key = (lot, one, two)
            found[key] = min(when, found.get(key, when))
        assert found == {key: when for key, when in least.items() if key[0] == lot}


@pytest.mark.parametrize("has_calls", [True, False])
def test_a_scratch_file_is_read_where_it_was_written(
    has_calls: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not has_calls:  # as on Windows
        monkeypatch.delattr(scratch.os, "pwrite")
        monkeypatch.delattr(scratch.os, "preadv")
    found = scratch.Scratch()
    places = [found.append(np.arange(at), np.arange(3)) for at in range(50)]
    found.write(np.full(2, 9), places[10])
    for at, place in enumerate(places):
        expected = [9, 9, *range(2, at)] if at == 10 else list(range(at))
        assert found.read(np.empty(at, np.int64), place).tolist() == expected
        assert found.read(np.empty(3, np.int64), place + 8 * at).tolist() == [0, 1, 2]
    with pytest.raises(OSError, match="cut short"):
        found.read(np.empty(1, np.int64), found.size)
    found.close()


def test_people_keep_their_numbers_when_there_is_more_room(tmp_path: Path) -> None:
    """2,000 members of one family, a piece of 20 orders at a time, each member twice."""
    rows = [
        order(member_id=f"m{at % 2_000}", family_id="F", service_date=f"2026-0{1 + at // 2_000}-05")
        for at in range(4_000)
    ]
    told: list[int] = []
    members = lots.Lots._members

    def count(*args: Any) -> Any:
        told.append(len(found := members(*args)))
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batch, "LEAST_ROWS", 20)
        patch.setattr(lots.Lots, "_members", count)
        more = {"balances_out": tmp_path / "balances.csv"}
        found = both(tmp_path, as_csv(rows, FIELDS).encode(), memory=run.BESIDES, **more)
    assert found.balances.count(b"\n") == 1 + 2 * 2_000
    assert sum(told) == 2_000  # each member once
