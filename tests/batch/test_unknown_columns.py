"""Columns that are no part of an order are kept aside with one warning, however often they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from scancost.engine.columns import is_installed
from tests.batch.command import as_csv, batch, order, scancost

ENGINES = ("interpreted", "compiled") if is_installed() else ("interpreted",)
GOOD, BAD = order(member_id="A", order_id="1"), order(allowed="x", order_id="2")


def doubled(columns: str) -> str:
    """A good row and one without a price, with two more columns."""
    heading, *rows = as_csv([GOOD, BAD]).splitlines()
    return "\n".join([f"{heading},{columns}", *(f"{row},=one,two" for row in rows)]) + "\n"


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("columns", ["notes,notes", "Notes,notes", ","])
def test_unknown_ones_may_stand_twice(columns: str, engine: str, tmp_path: Path) -> None:
    found = batch(tmp_path, as_csv([GOOD, BAD]))
    plain = (tmp_path / "results.csv").read_bytes()
    found = batch(tmp_path, doubled(columns), "--engine", engine)
    assert found.returncode == 1
    assert (tmp_path / "results.csv").read_bytes() == plain
    heading, row = (tmp_path / "results.rejects.csv").read_text("utf-8").splitlines()
    assert heading.endswith(f",family_id,{columns}")
    assert row.endswith(",'=one,two")
    aside = "Columns that are not part of an order were left aside: notes.\n"
    assert (aside in found.stderr) == ("notes" in columns)
    explained = ("orders.csv", "--row", "1")
    assert scancost("estimate", *explained, cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("columns", "options"),
    [
        ("site,notes", ()),
        ("Order ID,notes", ()),
        ("notes,notes", ("--map", "notes=sex")),
        ("notes,Sex", ("--map", "notes=sex")),
    ],
)
def test_a_field_of_an_order_may_not(
    columns: str, options: tuple[str, ...], engine: str, tmp_path: Path
) -> None:
    found = batch(tmp_path, doubled(columns), "--engine", engine, *options)
    assert found.returncode == 3
    assert "these columns stand twice" in found.stderr
    assert not (tmp_path / "results.csv").exists()
