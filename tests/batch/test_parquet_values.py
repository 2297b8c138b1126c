"""Every kind of value of a Parquet column is the text that a CSV would hold."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("pyarrow")

import pyarrow
from pyarrow import parquet

from scancost.files.parquet import parquet_as_csv


def cells(folder: Path, array: Any) -> list[str]:
    """A column as the cells of a CSV."""
    path = folder / "column.parquet"
    parquet.write_table(pyarrow.table({"a": array, "b": ["-"] * len(array)}), path)
    with parquet_as_csv(str(path)) as lines:
        heading, *rows = csv.reader(io.StringIO(lines.read().decode(), newline=""))
    assert heading == ["a", "b"]
    assert [row[1] for row in rows] == ["-"] * len(array)
    return [row[0] for row in rows]


P = pyarrow
NEW_YORK = ZoneInfo("America/New_York")
AS_TEXT = {
    "text": (P.array(["a", None, ""]), ["a", "", ""]),
    "large text": (P.array(["a", None], P.large_string()), ["a", ""]),
    "repeated text": (P.array(["a", None, "b", "a"]).dictionary_encode(), ["a", "", "b", "a"]),
    "repeated numbers": (P.array([7, 7]).dictionary_encode(), ["7", "7"]),
    "nothing at all": (P.nulls(2), ["", ""]),
    "truth": (P.array([True, False, None]), ["true", "false", ""]),
    "large integers": (P.array([2**63 - 1, -1]), ["9223372036854775807", "-1"]),
    "decimals": (P.array([Decimal("1250.10"), None], P.decimal128(14, 2)), ["1250.10", ""]),
    "third decimals": (P.array([Decimal("12.500")], P.decimal128(12, 3)), ["12.500"]),
    "many decimals": (
        P.array([Decimal("0"), Decimal("1E-8"), Decimal("90")], P.decimal128(20, 8)),
        ["0.00000000", "0.00000001", "90.00000000"],
    ),
    "wide decimals": (P.array([Decimal("1" * 45)], P.decimal256(60, 0)), ["1" * 45]),
    "floats": (
        P.array([1250.1, 1250.0, 0.0, 0.1, 1e10, 123456789012.25, 1e-7, None]),
        ["1250.1", "1250.0", "0.0", "0.1", "10000000000.0", "123456789012.25", "0.0000001", ""],
    ),
    "short floats": (P.array([1250.1, 90.0], P.float32()), ["1250.1", "90.0"]),
    "no numbers": (P.array([float("nan"), float("inf"), -float("inf")]), ["nan", "inf", "-inf"]),
    "days": (P.array([date(2026, 6, 1), None]), ["2026-06-01", ""]),
    "days as moments": (P.array([date(2026, 6, 1)], P.date64()), ["2026-06-01"]),
    "midnights": (
        P.array([datetime(2026, 6, 1), datetime(1969, 12, 31), None], P.timestamp("us")),
        ["2026-06-01", "1969-12-31", ""],
    ),
    "midnights elsewhere": (
        P.array([datetime(2026, 6, 1, tzinfo=NEW_YORK)], P.timestamp("ms", "America/New_York")),
        ["2026-06-01"],
    ),
    "a time of day": (
        P.array([datetime(2026, 6, 1, 10, 30), datetime(2026, 6, 1)], P.timestamp("ms")),
        ["2026-06-01 10:30:00.000", "2026-06-01"],
    ),
    "a midnight that is none there": (
        P.array([datetime(2026, 6, 1, tzinfo=UTC)], P.timestamp("ms", "America/New_York")),
        ["2026-05-31 20:00:00.000-0400"],
    ),
    "times": (P.array([time(10, 30)], P.time32("ms")), ["10:30:00.000"]),
}


@pytest.mark.parametrize("kind", AS_TEXT)
def test_a_value_is_the_text_that_a_csv_would_hold(kind: str, tmp_path: Path) -> None:
    array, expected = AS_TEXT[kind]
    assert cells(tmp_path, array) == expected


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)))
def test_any_text_comes_through(texts: list[str | None], tmp_path: Path) -> None:
    assert cells(tmp_path, pyarrow.array(texts, pyarrow.string())) == [text or "" for text in texts]
