"""`estimate orders.csv --row N`: the same number as in the batch, with its reasons."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scancost.engine.batch import COLUMNS
from tests.batch.command import FIELDS, ROOT, as_csv, batch, order, read, scancost

EXAMPLE = str(ROOT / "examples" / "orders.csv")


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    folder = tmp_path_factory.mktemp("results")
    scancost("batch", EXAMPLE, "-o", "results.csv", cwd=folder)
    return read(folder / "results.csv")


@pytest.mark.parametrize("number", [2, 9, 14, 18, 21, 29, 57, 65])
def test_the_row_has_the_amounts_of_the_batch(
    number: int, results: list[dict[str, str]], tmp_path: Path
) -> None:
    expected = next(row for row in results if row["row"] == str(number))
    found = scancost("estimate", EXAMPLE, "--row", str(number), "--json", cwd=tmp_path)
    assert found.returncode == 0, found.stderr
    (line,) = json.loads(found.stdout)["lines"]
    assert columns(line) == expected


def columns(line: dict[str, Any]) -> dict[str, str]:
    """The columns of a result as a batch writes them."""
    found = {name: line[name] for name in COLUMNS}
    found["protected"] = str(found["protected"]).lower()
    return {name: "" if value is None else str(value) for name, value in found.items()}


def test_the_row_has_the_name_and_the_needs_of_the_batch(tmp_path: Path) -> None:
    """The second row is of no such date, so the third comes after a rejected one; the fourth stands
    alone; the fifth states what was met."""
    fields = (*FIELDS, "deductible_met")
    rows = [
        order(member_id="A"),
        order(member_id="A", service_date="2026-03-32"),
        order(member_id="A", order_id="mine"),
        order(),
        order(member_id="B", deductible_met="5"),
    ]
    batch(tmp_path, as_csv(rows, fields))
    results = {row["row"]: row for row in read(tmp_path / "results.csv")}
    assert {number: row["order_id"] for number, row in results.items()} == {
        "1": "1",
        "3": "mine",
        "4": "4",
        "5": "5",
    }
    assert "rejected" in results["3"]["needs"]
    for number, expected in results.items():
        found = scancost("estimate", "orders.csv", "--row", number, "--json", cwd=tmp_path)
        (line,) = json.loads(found.stdout)["lines"]
        assert columns(line) == expected
    text = scancost("estimate", "orders.csv", "--row", "3", cwd=tmp_path).stdout
    assert "An earlier order of this family was rejected" in " ".join(text.split())


def test_a_rejected_row_says_what_is_wrong_with_it(tmp_path: Path) -> None:
    found = scancost("estimate", EXAMPLE, "--row", "73", cwd=tmp_path)
    assert found.returncode == 3
    assert "row 73" in found.stderr
    assert "two decimals" in found.stderr


def test_a_row_that_is_not_there(tmp_path: Path) -> None:
    found = scancost("estimate", EXAMPLE, "--row", "999", cwd=tmp_path)
    assert found.returncode == 3
    assert "no data row 999" in found.stderr


def test_the_balances_of_the_run_are_its_balances_too(tmp_path: Path) -> None:
    """1,400 of 1,500 met before; of 1,000 allowed 100 is deductible, 20 % of 900 = 180."""
    (tmp_path / "met.csv").write_text(
        "policy,benefit_year_from,tier,member_id,family_id,deductible_met,out_of_pocket_met,"
        "family_deductible_met,family_out_of_pocket_met\n"
        "example-ppo-2026,2026-01-01,in_network,A,,1400,1400,1400,1400\n"
    )
    batch(
        tmp_path, as_csv([order(service="ct_head", allowed="1000", billed="1000", member_id="A")])
    )
    found = scancost(
        "estimate", "orders.csv", "--row", "1", "--balances", "met.csv", "--json", cwd=tmp_path
    )
    (line,) = json.loads(found.stdout)["lines"]
    assert (line["deductible"], line["coinsurance"]) == ("100.00", "180.00")


def test_columns_are_renamed_as_in_the_batch(tmp_path: Path) -> None:
    """The row of a file with another's headings: the same amounts, by the same --map."""
    (tmp_path / "theirs.csv").write_text(
        as_csv([order(member_id="A")])
        .replace("member_id", "Patient ID")
        .replace("billed", "Charge")
    )
    renames = ("--map", "Patient ID=member_id", "--map", "Charge=billed")
    scancost("batch", "theirs.csv", "-o", "results.csv", *renames, cwd=tmp_path)
    (expected,) = read(tmp_path / "results.csv")
    assert expected["member_id"] == "A"
    found = scancost("estimate", "theirs.csv", "--row", "1", *renames, "--json", cwd=tmp_path)
    (line,) = json.loads(found.stdout)["lines"]
    assert columns(line) == expected
    found = scancost("estimate", "theirs.csv", "--row", "1", "--map", "Charge", cwd=tmp_path)
    assert found.returncode == 2
    assert "Their heading=name" in found.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [(("--balances", "met.csv"), "--deductible-met"), (("--map", "A=billed"), "--row")],
)
def test_options_of_a_row_are_not_passed_over(
    options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    found = scancost("estimate", str(ROOT / "examples" / "knee-mri.yaml"), *options, cwd=tmp_path)
    assert found.returncode == 3
    assert options[0] in found.stderr
    assert said in found.stderr


def test_a_workbook_of_orders_wants_a_row(tmp_path: Path) -> None:
    (tmp_path / "orders.xlsx").write_bytes(b"PK")
    found = scancost("estimate", "orders.xlsx", cwd=tmp_path)
    assert found.returncode == 3
    assert "--row" in found.stderr


KNEE = {"service": "mri_knee", "site": "freestanding", "billed": "2950", "allowed": "1600"}
MET = {"deductible_met": "3000", "out_of_pocket_met": "3000"}


def told(folder: Path, number: int, *options: str) -> str:
    found = scancost("estimate", "orders.csv", "--row", str(number), *options, cwd=folder)
    assert found.returncode == 0, found.stderr
    return " ".join(found.stdout.split())


def write(folder: Path, *rows: dict[str, str]) -> None:
    fields = tuple(dict.fromkeys([*FIELDS, *(name for row in rows for name in row)]))
    (folder / "orders.csv").write_text(as_csv(list(rows), fields))


def test_a_row_that_waits_for_an_authorization_says_what_it_is_without(tmp_path: Path) -> None:
    """Out of network, the deductible met: 40 % of 1,600 = 640, and 2,950 - 1,600 = 1,350 of balance:
    1,990. Without, half of the 960 that the plan pays is a penalty: 480 more, 2,470. Left of the
    12,000 are 12,000 - 3,000 - 640 = 8,360."""
    write(tmp_path, order(network="out", preauthorization="unknown", member_id="A", **KNEE, **MET))
    text = told(tmp_path, 1)
    assert "you would pay $1,990.00" in text
    assert "Without the authorization you would pay $2,470.00." in text
    assert "Out-of-pocket maximum $8,360.00" in text


@pytest.mark.parametrize("how", [("--plain",), ("--explain",)])
def test_rows_of_the_example_can_be_told(how: tuple[str, ...], tmp_path: Path) -> None:
    for number in (*range(1, 73, 7), 21, 34, 35):
        found = scancost("estimate", EXAMPLE, "--row", str(number), *how, cwd=tmp_path)
        assert found.returncode == 0, (number, found.stderr)


def test_a_screening_that_may_not_count_is_told_with_what_was_met_by_then(tmp_path: Path) -> None:
    """Row 1 takes the whole deductible of 1,500 and 20 % of 500. The screening of row 2 is free; a
    diagnostic mammogram owes the $40 copay whatever was met."""
    screening = {"service": "mammogram_screening", "site": "office", "allowed": "300"}
    write(
        tmp_path,
        order(member_id="A", **{**KNEE, "allowed": "2000"}, preauthorization="approved"),
        order(member_id="A", service_date="2026-03-09", sex="female", **screening),
    )
    text = told(tmp_path, 2)
    assert "you would pay $0.00" in text
    assert "If not, you would pay $40.00." in text


def test_a_second_copay_of_one_day_is_explained_as_that(tmp_path: Path) -> None:
    """$40 a day were charged with the first X-ray: nothing is left for the second, of $55."""
    second = order(member_id="A", service="xray_hand", allowed="55")
    write(tmp_path, order(member_id="A"), second)
    text = told(tmp_path, 2, "--explain")
    assert "you would pay $0.00" in text
    assert "The copay of $40.00 is for the whole day" in text
    assert "already charged $40.00" in text
    assert "all of it (the copay)" not in text


def test_nothing_stated_can_mean_nothing_met(tmp_path: Path) -> None:
    write(tmp_path, order(member_id="A"))
    options = ("--from-start-of-year",)
    for how in ((), options):
        batch(tmp_path, (tmp_path / "orders.csv").read_text(), *how)
        (expected,) = read(tmp_path / "results.csv")
        found = scancost("estimate", "orders.csv", "--row", "1", *how, "--json", cwd=tmp_path)
        (line,) = json.loads(found.stdout)["lines"]
        assert columns(line) == expected
        assert bool(line["needs"]) == (not how)
