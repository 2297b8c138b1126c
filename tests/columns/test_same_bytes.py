"""The compiled engine gives the interpreted one's bytes: random files, odd files, bad rows."""

from __future__ import annotations

import gzip
from pathlib import Path
from random import Random

import pytest

from tests.batch.command import FIELDS, PLAN, as_csv, order
from tests.program import csv_text
from tests.second_reading import generate, reading
from tests.test_two_readings import SERVICES

pytest.importorskip("numba")

from tests.columns.engines import both, came, job

STATED = (*FIELDS, "deductible_met", "out_of_pocket_met", "family_deductible_met")


def random_file(seed: int, folder: Path, policies: int, orders: int) -> bytes:
    rng = Random(seed)
    known = {}
    for number in range(policies):
        name = f"random-{seed}-{number}"
        text = generate.random_policy(rng, name, SERVICES)
        (folder / f"{name}.yaml").write_text(text, "utf-8")
        known[name] = reading.read_policy(text, SERVICES)
    rows = generate.random_orders(rng, known, orders, SERVICES)
    return csv_text(rows, generate.FIELDS).encode()


@pytest.mark.parametrize("seed", range(2_000, 2_003))
def test_random_policies_and_orders(seed: int, tmp_path: Path) -> None:
    data = random_file(seed, tmp_path, 12, 1_500)
    found = both(tmp_path, data, tmp_path, balances_out=tmp_path / "balances.csv")
    assert found.results.count(b"\n") > 1_000
    assert found.rejects.count(b"\n") > 20
    again = {"balances": tmp_path / "given.csv", "balances_out": tmp_path / "balances.csv"}
    again["balances"].write_bytes(found.balances)
    both(tmp_path, data, tmp_path, **again, from_start_of_year=True)


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(3_000, 3_080))
def test_random_policies_and_orders_on_many_more(seed: int, tmp_path: Path) -> None:
    both(tmp_path, random_file(seed, tmp_path, 40, 2_500), tmp_path)


TESTS = Path(__file__).resolve().parents[1]


def test_the_example(tmp_path: Path) -> None:
    found = both(tmp_path, (TESTS.parent / "examples" / "orders.csv").read_bytes())
    assert found.results.count(b"\n") == 74  # 73 of its 82 rows, and the heading


def test_the_conformance_orders(tmp_path: Path) -> None:
    data = (TESTS / "conformance" / "orders.csv").read_bytes()
    balances = tmp_path / "balances.csv"
    found = both(tmp_path, data, TESTS / "conformance" / "policies", balances_out=balances)
    assert found.summary is not None
    assert found.summary.accepted > 600


GOOD = [
    order(order_id="A", member_id="M1", family_id="F1"),
    order(order_id="", member_id="", service_date="2026-02-01"),
    order(order_id="B", member_id="M2", family_id="F1", service_date="2026-01-05"),
]
LONG = "m" * 70_000
ROWS = {
    "nothing odd": GOOD,
    "money in all its forms": [
        order(billed=text, allowed=text)
        for text in ("$1,250.00", "1250", "1250.5", " 90 ", "$0", "999999999.99", "999,999,999.99")
    ],
    "money that is none": [
        order(allowed=text)
        for text in (
            *("12.345", "-5", "+5", "1e3", "NaN", "٣", "1,23", "1000000000", "$", "5.", ".5"),
            *("1 000", "$ 5", "1,2345", ",123", "1,", "1,234,56", "", "  ", "\u00a05", "9" * 40),
            *("0000000000001", "000000000001", "1,000,000,000.00", "$$5", "5$", "5.1.2", "5,000.5"),
        )
    ],
    "dates that are none": [
        order(service_date=text)
        for text in (
            *("2026-02-29", "2026-2-1", "2026-13-01", "0000-01-01", "2025-12-31", "2027-01-01"),
            *("2026-00-10", "2026-01-00", "2026-04-31", " 2026-03-02 ", "2026/03/02", "२०२६-०१-०१"),
            *("2026-03-02\t", "", "9999-12-31", "2024-02-29"),
        )
    ],
    "ids that a cell cannot hold as they are": [
        order(order_id=text, member_id=text, family_id=text)
        for text in (
            *("=1+1", "+1", "-1", "@x", "'=x", 'a"b', "a,b", "a\nb", "a\r\nb", " a ", "\ta", "é"),
            *("\u00a0nbsp\u00a0", "ü" * 9, LONG, "x" * 15, "x" * 16, "x" * 17, "\u3000", "0", "00"),
        )
    ],
    "ids that differ late": [
        order(member_id="k" * length + last, service_date=f"2026-03-{day:02d}")
        for length in (0, 6, 7, 8, 13, 14, 15, 40, 500)
        for last in ("a", "b")
        for day in (2, 9)
    ],
    "a family without a member": [order(family_id="F"), order(family_id="F", member_id="M")],
    "an order after a rejected one": [
        order(member_id="M1", family_id="F", allowed="1.234"),
        order(member_id="M2", family_id="F", service_date="2026-04-01"),
        order(member_id="M2", family_id="F", service_date="2026-01-01"),
        order(member_id="M3", service_date="soon"),
        order(member_id="M3"),
        order(member_id="M4", policy="no-such-policy"),
        order(member_id="M4"),
    ],
    "rows that say nothing": [{}, order(), {"order_id": " "}, {}],
    "amounts that half a word cannot hold": [
        order(member_id="M1", billed=billed, allowed=allowed, service=service)
        for billed in ("42949672.94", "42949672.95", "42949672.96", "999999999.99")
        for allowed in ("42949672.94", "42949672.95", "42949672.96", "10")
        for service in ("xray_chest", "mri_knee")  # the second needs an authorization
    ],
}


@pytest.mark.parametrize("name", ROWS)
def test_odd_rows(name: str, tmp_path: Path) -> None:
    found = both(tmp_path, as_csv(ROWS[name]).encode(), balances_out=tmp_path / "balances.csv")
    assert found.summary is not None
    assert found.summary.read > 0


PLAIN = as_csv(GOOD).encode()
LINE = PLAIN.splitlines(keepends=True)[1]
FILES = {
    "a byte-order mark": b"\xef\xbb\xbf" + PLAIN,
    "CRLF": PLAIN.replace(b"\n", b"\r\n"),
    "CR": PLAIN.replace(b"\n", b"\r"),
    "no last end of line": PLAIN.rstrip(b"\n"),
    "blank lines": PLAIN.replace(b"\n", b"\n\n,,,,,,,,,\n"),
    "blank lines first": b"\n\r\n,,\n" + PLAIN,
    "the heading alone": PLAIN.splitlines(keepends=True)[0],
    "nothing": b"",
    "another heading": PLAIN.replace(b"order_id", b"Order ID").replace(b"site", b"SITE"),
    "a quoted heading": PLAIN.replace(b"order_id", b'"order_id"'),
    "quoted cells": b"\n".join(
        b",".join(b'"' + cell + b'"' for cell in line.split(b",")) for line in PLAIN.splitlines()
    ),
    "quoted line ends": PLAIN + LINE.replace(b"A", b'"two\nlines"') + LINE,
    "quoted marks": PLAIN + LINE.replace(b"A", b'"say ""A"""') + LINE,
    "a mark within": PLAIN + LINE.replace(b"A", b'A"B') + LINE,
    "a short row": PLAIN + b"A,b\n" + LINE,
    "a long row": PLAIN + LINE.rstrip(b"\n") + b",,\n" + LINE,
    "an open mark": PLAIN + LINE.replace(b"A", b'"A') + LINE,
    "a mark closed early": PLAIN + LINE.replace(b"A", b'"A"B') + LINE,
    "no UTF-8": PLAIN + LINE.replace(b"A", b"\xff") + LINE,
    "a null byte": PLAIN + LINE.replace(b"A", b"a\0b") + LINE,
    "unknown columns": PLAIN.replace(b"\n", b",x\n").replace(b"family_id,x", b"family_id,extra"),
    "a doubled column": PLAIN.replace(b"order_id", b"site"),
    "a column that is missing": PLAIN.replace(b"network", b"net"),
    "semicolons": PLAIN.replace(b",", b";"),
    "too long a cell": PLAIN + LINE.replace(b"A", b"A" * 140_000) + LINE,
}


@pytest.mark.parametrize("name", FILES)
def test_odd_files(name: str, tmp_path: Path) -> None:
    found = both(tmp_path, FILES[name])
    assert found.summary is not None or found.problems


def test_balances_that_are_stated(tmp_path: Path) -> None:
    rows = [
        order(member_id=f"M{at % 3}", family_id="F", deductible_met=met, family_deductible_met=all_)
        for at, (met, all_) in enumerate(
            [("100", ""), ("", ""), ("50.00", "500"), ("600", "599.99"), ("$1,000.00", "1000")]
        )
    ]
    found = both(tmp_path, as_csv(rows, STATED).encode())
    assert found.rejects.count(b"\n") == 2  # the family below its member, and the heading


def test_a_packed_file(tmp_path: Path) -> None:
    made = job(tmp_path, PLAIN, engine="compiled")
    plain = came(made)
    packed = tmp_path / "orders.csv.gz"
    packed.write_bytes(gzip.compress(PLAIN))
    from dataclasses import replace

    assert came(replace(made, orders=str(packed))) == plain


@pytest.mark.parametrize("spare", [0, 40_000, 400_000])
@pytest.mark.parametrize("keeps", [False, True])
@pytest.mark.parametrize("states", [False, True])
def test_a_file_that_does_not_fit_the_memory(
    spare: int, keeps: bool, states: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Orders wait in a file: a part at a time (no memory to spare), several together, or all in
    memory; two threads write them."""
    from scancost.engine import run
    from scancost.engine.columns import batch

    monkeypatch.setattr(batch, "ROWS_IN_A_LOT", 20)
    monkeypatch.setattr(batch.Plan, "__init__", small(batch.Plan.__init__, 20_000))
    rows = [
        order(member_id=f"M{at % 700}", family_id=f"F{at % 300}", order_id=f"O{at}")
        | {"policy": PLAN, "allowed": "5.123" if at % 97 == 0 else "1250.00"}
        | ({"deductible_met": f"{at % 50}.00"} if states and at % 5 == 0 else {})
        for at in range(2_000)
    ]
    more = {"balances_out": tmp_path / "balances.csv"} if keeps else {}
    data = as_csv(rows, STATED if states else FIELDS).encode()
    found = both(tmp_path, data, memory=run.BESIDES + spare, **more)
    assert found.results.count(b"\n") + found.rejects.count(b"\n") == 2_002


def test_parts_without_an_order_wait_in_the_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scancost.engine import run
    from scancost.engine.columns import batch

    monkeypatch.setattr(batch.Plan, "__init__", small(batch.Plan.__init__, 2_000))
    bad = [order(allowed="5.123") for _ in range(200)]
    rows = [*bad, *(order(member_id=f"M{at}") for at in range(300)), *bad]
    found = both(tmp_path, as_csv(rows).encode(), memory=run.BESIDES)
    assert found.rejects.count(b"\n") == 401


def test_many_amounts_that_half_a_word_cannot_hold(tmp_path: Path) -> None:
    rows = [order(member_id=f"M{at}", billed=f"{42_949_000 + at}.96") for at in range(1_500)]
    both(tmp_path, as_csv(rows).encode())


def test_many_small_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records across the ends of blocks, and more rows than one part of a block holds."""
    from scancost.engine.columns import batch, reader

    monkeypatch.setattr(batch.Plan, "__init__", small(batch.Plan.__init__, 1_000))
    monkeypatch.setattr(reader, "ROWS", 5)
    rows = [order(member_id=f"M{at}", order_id='a"b' if at % 9 == 0 else "c") for at in range(300)]
    data = as_csv(rows).encode() + LINE.replace(b"A", b'"' + b"two\n" * 900 + b'"') + LINE
    both(tmp_path, data)


def small(init: object, size_of_a_block: int) -> object:
    def make(self: object, *args: int, **named: int) -> None:
        init(self, *args, **named, block=size_of_a_block)  # type: ignore[operator]

    return make
