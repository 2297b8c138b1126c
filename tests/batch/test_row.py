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
