"""Balances from run to run: a file cut between two dates gives the same rows (SPEC 7)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.command import FIELDS, as_csv, batch, order, read
from tests.batch.test_laws import random_file
from tests.program import csv_text
from tests.second_reading import generate

COLUMNS = (
    "policy,benefit_year_from,tier,member_id,family_id,deductible_met,out_of_pocket_met,"
    "family_deductible_met,family_out_of_pocket_met"
)


def dated(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows with a readable date, by date (stable)."""
    good = [row for row in rows if row["service_date"].count("-") == 2]
    return sorted(good, key=lambda row: row["service_date"])


@pytest.mark.parametrize("seed", [41, 42])
def test_a_file_cut_between_two_dates_gives_the_same_rows(seed: int, tmp_path: Path) -> None:
    rows = dated(random_file(seed, tmp_path, 400))
    for number, row in enumerate(rows):
        row["order_id"] = f"o{number}"
    middle = rows[len(rows) // 2]["service_date"]
    first = [row for row in rows if row["service_date"] < middle]
    second = [row for row in rows if row["service_date"] >= middle]
    options = ("--policies", ".", "--from-start-of-year")

    def results(given: list[dict[str, str]], *more: str) -> dict[str, dict[str, str]]:
        batch(tmp_path, csv_text(given, generate.FIELDS), *options, *more)
        return {row["order_id"]: {**row, "row": ""} for row in read(tmp_path / "results.csv")}

    whole = results(rows)
    parts = results(first, "--balances-out", "met.csv")
    parts |= results(second, "--balances", "met.csv")
    after_rejected = "an earlier order of this family was rejected"
    for found in (*whole.values(), *parts.values()):  # a run knows only its own rejects
        found["needs"] = found["needs"].replace(after_rejected, "").rstrip("; ")
    assert parts == whole


def test_the_balances_that_come_out_are_what_was_met(tmp_path: Path) -> None:
    """Two office CTs in network: 1,000 and 900 allowed. Deductible 1,500 alone: 1,000, then 500 and
    20 % of 400 = 80: met 1,500 and 1,580; in network also counts toward out of network."""
    rows = [
        order(service="ct_head", allowed="1000", billed="1000", member_id="A"),
        order(service="ct_head", allowed="900", billed="900", member_id="A"),
    ]
    assert batch(tmp_path, as_csv(rows), "--balances-out", "met.csv").returncode == 0
    lines = (tmp_path / "met.csv").read_text().splitlines()
    assert lines == [
        COLUMNS,
        "example-ppo-2026,2026-01-01,in_network,A,,1500.00,1580.00,1500.00,1580.00",
        "example-ppo-2026,2026-01-01,out_of_network,A,,1500.00,1580.00,1500.00,1580.00",
    ]


def test_members_without_an_order_pass_through(tmp_path: Path) -> None:
    (tmp_path / "before.csv").write_text(
        f"{COLUMNS}\nexample-ppo-2026,2026-01-01,in_network,Z,,700.00,900.00,700.00,900.00\n"
    )
    options = ("--balances", "before.csv", "--balances-out", "after.csv")
    assert batch(tmp_path, as_csv([order(member_id="A")]), *options).returncode == 0
    after = (tmp_path / "after.csv").read_text()
    assert "in_network,Z,,700.00,900.00,700.00,900.00" in after


@pytest.mark.parametrize("member", ["-1", "+1", "=1+1", "@home", "'=1", "'1", "''-1"])
def test_an_id_that_looks_like_a_formula_goes_round(member: str, tmp_path: Path) -> None:
    """A CT for 1,000, all of it deductible (1,500), then a run without an order of this member, then
    one for 900: the 500 that are left and 20 % of 400 = 80."""
    ct = {"service": "ct_head", "billed": "1000", "member_id": member}
    batch(tmp_path, as_csv([order(**ct, allowed="1000")]), "--balances-out", "1.csv")
    second = ("--balances", "1.csv", "--balances-out", "2.csv")
    assert batch(tmp_path, as_csv([order(member_id="B")]), *second).returncode == 0
    assert (
        batch(tmp_path, as_csv([order(**ct, allowed="900")]), "--balances", "2.csv").returncode == 0
    )
    (row,) = read(tmp_path / "results.csv")
    assert (row["deductible"], row["coinsurance"]) == ("500.00", "80.00")
    once, twice = (
        [each for each in (tmp_path / name).read_text().splitlines() if ",B," not in each]
        for name in ("1.csv", "2.csv")
    )
    assert once == twice
    assert not any(each.split(",")[3][0] in "-+=@" for each in once[1:])  # safe in a spreadsheet


def test_a_stated_balance_raises_and_never_lowers(tmp_path: Path) -> None:
    """900 met from the file; the row states 400: it stays 900, so 600 of 1,000 are deductible and
    20 % of 400 = 80 coinsurance. The next states 1,400, below the 1,500 met by then."""
    (tmp_path / "before.csv").write_text(
        f"{COLUMNS}\nexample-ppo-2026,2026-01-01,in_network,A,,900,900,900,900\n"
    )
    fields = (*FIELDS, "deductible_met")
    row = {"service": "ct_head", "allowed": "1000", "billed": "1000", "member_id": "A"}
    rows = [order(**row, deductible_met="400"), order(**row, deductible_met="1400")]
    assert batch(tmp_path, as_csv(rows, fields), "--balances", "before.csv").returncode == 0
    first, second = read(tmp_path / "results.csv")
    assert (first["deductible"], first["coinsurance"]) == ("600.00", "80.00")
    assert (second["deductible"], second["coinsurance"]) == ("0.00", "200.00")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("example-ppo-2026,2026-01-01,in_network,A,,1,1", "has 7 cells, the header 9"),
        ("example-ppo-2026,2026-01-01,in_network,A,,1,000,1,1,1", "has 10 cells, the header 9"),
        ("example-ppo-2026,2025-01-01,in_network,A,,1,1,1,1", "another benefit year"),
        ("example-ppo-2026,2026-01-01,gold,A,,1,1,1,1", "no limits on this side"),
        ("example-ppo-2026,2026-01-01,in_network,,,1,1,1,1", "member_id is missing"),
        ("example-ppo-2026,2026-01-01,in_network,A,,1.005,1,1,1", "at most two decimals"),
        ("no-such-plan,2026-01-01,in_network,A,,1,1,1,1", "no policy"),
    ],
)
def test_a_bad_balance_is_an_error_with_its_line(line: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "before.csv").write_text(f"{COLUMNS}\n\n{line}\n")
    found = batch(tmp_path, as_csv([order()]), "--balances", "before.csv")
    assert found.returncode == 3
    assert "before.csv:3:" in found.stderr
    assert said in found.stderr


FAMILY = "example-ppo-2026,2026-01-01,in_network"


def family_order(member: str, **fields: str) -> dict[str, str]:
    ct = {"service": "ct_head", "billed": "1000", "allowed": "1000", "family_id": "F"}
    return order(**ct, member_id=member, **fields)


def test_a_blank_family_balance_is_raised_by_its_members(tmp_path: Path) -> None:
    """One person of a family has 2,000, the family 3,000. A and B met 1,800 and 900: the family
    2,700, so 300 are left to C: 300 and 20 % of 700 = 140."""
    (tmp_path / "before.csv").write_text(
        f"{COLUMNS}\n{FAMILY},A,F,1800,1800,,\n{FAMILY},B,F,900,900,,\n"
    )
    options = ("--balances", "before.csv", "--balances-out", "after.csv")
    batch(tmp_path, as_csv([family_order("C")]), *options)
    (row,) = read(tmp_path / "results.csv")
    assert (row["deductible"], row["coinsurance"]) == ("300.00", "140.00")
    after = (tmp_path / "after.csv").read_text()
    # 2,700 and C's 300; 2,700 and C's 440
    assert f"{FAMILY},A,F,1800.00,1800.00,3000.00,3140.00" in after


def test_a_blank_family_balance_after_one_that_is_stated(tmp_path: Path) -> None:
    """A's row says the family met 2,000; B's 900 come to it, as they would from an order: 2,900, so
    100 are left to C: 100 and 20 % of 900 = 180."""
    (tmp_path / "before.csv").write_text(
        f"{COLUMNS}\n{FAMILY},A,F,1800,1800,2000,2000\n{FAMILY},B,F,900,900,,\n"
    )
    batch(tmp_path, as_csv([family_order("C")]), "--balances", "before.csv")
    (row,) = read(tmp_path / "results.csv")
    assert (row["deductible"], row["coinsurance"]) == ("100.00", "180.00")


def test_members_without_an_order_show_what_the_family_came_to(tmp_path: Path) -> None:
    (tmp_path / "before.csv").write_text(
        f"{COLUMNS}\n{FAMILY},A,F,1800,1800,,\n{FAMILY},B,F,900,900,,\n"
    )
    options = ("--balances", "before.csv", "--balances-out", "after.csv")
    batch(tmp_path, as_csv([order(member_id="Z")]), *options)
    after = (tmp_path / "after.csv").read_text()
    assert f"{FAMILY},A,F,1800.00,1800.00,2700.00,2700.00" in after
    assert f"{FAMILY},B,F,900.00,900.00,2700.00,2700.00" in after


@pytest.mark.parametrize(
    ("met", "column"), [("900,900,800,900", 8), ("900,950,900,949.99", 9)], ids=["first", "second"]
)
def test_a_family_balance_below_its_members_is_an_error(
    met: str, column: int, tmp_path: Path
) -> None:
    (tmp_path / "before.csv").write_text(f"{COLUMNS}\n{FAMILY},A,F,{met}\n")
    found = batch(tmp_path, as_csv([order()]), "--balances", "before.csv")
    assert found.returncode == 3
    assert f"before.csv:2:{column}: " in found.stderr
    assert "the family's balance is below the member's own" in found.stderr


def test_an_order_before_anything_was_stated_says_so(tmp_path: Path) -> None:
    fields = (*FIELDS, "deductible_met")
    rows = [
        order(member_id="A", service_date="2026-03-01"),
        order(member_id="A", service_date="2026-03-03", deductible_met="100"),
        order(member_id="A", service_date="2026-03-05"),
    ]
    batch(tmp_path, as_csv(rows, fields))
    said = ["balances not stated" in row["needs"] for row in read(tmp_path / "results.csv")]
    assert said == [True, False, False]
    batch(tmp_path, as_csv(rows, fields), "--from-start-of-year")
    assert not any("not stated" in row["needs"] for row in read(tmp_path / "results.csv"))


NONE = "covered-california-gold-80-coinsurance-2026"


def test_nothing_is_left_of_a_deductible_of_none(tmp_path: Path) -> None:
    """A deductible of none: 0 left agrees, and says that balances are stated; 1 cannot be left."""
    fields = (*FIELDS, "deductible_remaining", "family_deductible_remaining", "deductible_met")
    rows = [
        order(policy=NONE, deductible_remaining="0", member_id="A"),
        order(policy=NONE, family_deductible_remaining="0.00", member_id="B", family_id="F"),
        order(policy=NONE, deductible_remaining="1", member_id="C"),
        order(policy=NONE, deductible_remaining="0", deductible_met="1", member_id="D"),
    ]
    batch(tmp_path, as_csv(rows, fields))
    good = read(tmp_path / "results.csv")
    assert [(row["row"], row["deductible"]) for row in good] == [("1", "0.00"), ("2", "0.00")]
    assert not any("not stated" in row["needs"] for row in good)
    bad = read(tmp_path / "results.rejects.csv")
    assert [(row["row"], row["column"]) for row in bad] == [
        ("3", "deductible_remaining"),
        ("4", "deductible_remaining"),
    ]
    assert "no such limit" in bad[0]["problem"]


@pytest.mark.parametrize("option", ["--output", "--rejects", "--worklist"])
def test_what_is_written_is_not_the_balances(option: str, tmp_path: Path) -> None:
    """Only --balances-out may be: there what was met goes on."""
    before = f"{COLUMNS}\nexample-ppo-2026,2026-01-01,in_network,A,,700.00,900.00,700.00,900.00\n"
    (tmp_path / "met.csv").write_text(before)
    (tmp_path / "link.csv").symlink_to("met.csv")
    for name in ("met.csv", "./met.csv", "link.csv"):
        found = batch(tmp_path, as_csv([order()]), "--balances", "met.csv", option, name)
        assert found.returncode == 2
        assert f"--balances and {option} are the same file" in found.stderr
        assert (tmp_path / "met.csv").read_text() == before
    options = ("--balances", "met.csv", "--balances-out", "met.csv")
    found = batch(tmp_path, as_csv([order(member_id="B")]), *options)
    assert found.returncode == 0, found.stderr
    assert (tmp_path / "met.csv").read_text() != before
    found = batch(tmp_path, as_csv([order()]), *options, option, "met.csv")
    assert found.returncode == 2
