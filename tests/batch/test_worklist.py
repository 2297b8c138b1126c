"""The orders that need an authorization, by the latest date to ask, with the dollars at stake."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.batch.command import FIELDS, as_csv, batch, order, read, scancost

COLUMNS = (*FIELDS, "preauthorization", "deductible_met", "out_of_pocket_met")


def knee(day: str, allowed: str, state: str, **fields: str) -> dict[str, str]:
    met = {"deductible_met": "1500", "out_of_pocket_met": "1500"}
    row = {"service": "mri_knee", "service_date": day, "allowed": allowed, "billed": "3000"}
    return order(**row, preauthorization=state, **met) | fields


def test_soonest_first_then_most_at_stake(tmp_path: Path) -> None:
    """An employer plan has 15 days to decide (29 CFR 2560.503-1(f)(2)): a scan on May 20 is to be
    asked for by May 5, one on May 11 by April 26. In network the deductible is met, so the plan pays
    80 %: 800 of 1,000, 960 of 1,200; without the authorization it pays nothing."""
    rows = [
        knee("2026-05-20", "1000.00", "unknown", order_id="late", member_id="A"),
        knee("2026-05-11", "1000.00", "pending", order_id="small", member_id="B"),
        knee("2026-05-11", "1200.00", "missing", order_id="large", member_id="C"),
        knee("2026-05-11", "1200.00", "approved", order_id="approved", member_id="D"),
        order(order_id="none needed", member_id="E"),
    ]
    found = batch(tmp_path, as_csv(rows, COLUMNS), "--worklist", "waiting.csv")
    assert found.returncode == 0, found.stderr
    listed = [
        (row["ask_by"], row["order_id"], row["at_stake"]) for row in read(tmp_path / "waiting.csv")
    ]
    assert listed == [
        ("2026-04-26", "large", "960.00"),
        ("2026-04-26", "small", "800.00"),
        ("2026-05-05", "late", "800.00"),
    ]
    assert "$2,560.00 in 3 orders" in found.stderr
    places = [found.stderr.index(f", {name}:") for name in ("large", "small", "late")]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("results", "library"),
    [("results.csv", "csv"), ("results.xlsx", "openpyxl"), ("results.parquet", "pyarrow")],
)
def test_any_table_of_results_gives_the_same_list(
    results: str, library: str, tmp_path: Path
) -> None:
    """A workbook has 800 and 400.5 for 800.00 and 400.50. Of 500.63 the plan pays 400.50: the patient's
    20 % (100.126) is 100.13. Most at stake first."""
    if find_spec(library) is None:
        pytest.skip("the extra is not installed")
    rows = [
        knee("2026-05-11", "500.63", "pending", order_id="odd", member_id="A"),
        knee("2026-05-11", "1000.00", "pending", order_id="whole", member_id="=B"),
    ]
    (tmp_path / "orders.csv").write_text(as_csv(rows, COLUMNS))
    options = ("-o", results, "--worklist", "waiting.csv")
    found = scancost("batch", "orders.csv", *options, cwd=tmp_path)
    assert found.returncode == 0, found.stderr
    assert (tmp_path / "waiting.csv").read_text().splitlines()[1:] == [
        "2026-04-26,2,whole,'=B,example-ppo-2026,2026-05-11,mri_knee,in_network,conditional,800.00,"
        "wait for the pending authorization",
        "2026-04-26,1,odd,A,example-ppo-2026,2026-05-11,mri_knee,in_network,conditional,400.50,"
        "wait for the pending authorization",
    ]
    assert "by 2026-04-26  $800.00  row 2, whole: mri_knee" in found.stderr
    assert "by 2026-04-26  $400.50  row 1, odd: mri_knee" in found.stderr


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_an_old_worklist_never_stays(options: tuple[str, ...], tmp_path: Path) -> None:
    """As the rejects: written each time, its header alone where no order waits."""
    (tmp_path / "waiting.csv").write_text("yesterday's\n")
    rows = [knee("2026-05-11", "1200.00", "approved")]
    found = batch(tmp_path, as_csv(rows, COLUMNS), "--worklist", "waiting.csv", *options)
    assert found.returncode == 0, found.stderr
    (header,) = (tmp_path / "waiting.csv").read_text().splitlines()
    assert header.startswith("ask_by,row,order_id,")
    assert "waiting.csv" in found.stdout + found.stderr


def test_no_worklist_without_a_file_to_read_it_from(tmp_path: Path) -> None:
    found = batch(
        tmp_path, as_csv([order()]), "--output", "-", "--rejects", "r.csv", "--worklist", "w.csv"
    )
    assert found.returncode == 2
    assert "--worklist" in found.stderr
