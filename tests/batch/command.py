"""`scancost batch` as its user runs it."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

from tests.inside import scancost

__all__ = ["ROOT", "as_csv", "batch", "order", "read", "scancost"]

ROOT = Path(__file__).resolve().parents[2]
FIELDS = (
    "order_id",
    "policy",
    "service_date",
    "service",
    "network",
    "site",
    "billed",
    "allowed",
    "member_id",
    "family_id",
)
PLAN = "example-ppo-2026"


def order(**fields: str) -> dict[str, str]:
    """A good row: an office X-ray for $40, with what the test says otherwise."""
    row = {
        "policy": PLAN,
        "service_date": "2026-03-02",
        "service": "xray_chest",
        "network": "in",
        "site": "office",
        "billed": "200.00",
        "allowed": "90.00",
    }
    return row | fields


def as_csv(rows: list[dict[str, str]], fields: tuple[str, ...] = FIELDS) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, fields, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def read(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def batch(folder: Path, text: str | bytes, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a batch of this CSV in a folder; results.csv and results.rejects.csv come out."""
    data = text.encode() if isinstance(text, str) else text
    (folder / "orders.csv").write_bytes(data)
    return scancost("batch", "orders.csv", "--output", "results.csv", *options, cwd=folder)
