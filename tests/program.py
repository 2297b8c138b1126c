"""The program as tests call it: a batch in memory, one estimate, one command."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from scancost.engine.balances import Balances
from scancost.engine.batch import COLUMNS, Batch, Options
from scancost.engine.reading import RowReader
from scancost.engine.shelf import shelf
from scancost.files.csv_rows import open_orders
from scancost.files.library import Library

Row = dict[str, str]


def csv_text(rows: Iterable[Mapping[str, str]], fields: Iterable[str]) -> str:
    """Rows as a CSV with these columns, blank where a row has no value."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(fields), restval="", extrasaction="raise")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def run_batch(
    text: str, policies: Path, *, partitions: int = 4, from_start_of_year: bool = False
) -> tuple[list[Row], list[Row]]:
    """Results and rejects of a batch; needs and problems are ids, not sentences."""
    sheet = open_orders(io.BytesIO(text.encode()), "orders.csv", {})
    reader = RowReader(sheet, Library((policies,)))
    options = Options(
        needs="; ".join,
        fault=lambda problem: problem.id,
        from_start_of_year=from_start_of_year,
        partitions=partitions,
    )
    batch = Batch(reader, Balances(), options)
    rejects: list[str] = []
    batch.read(sheet, rejects.append)
    lines = "".join(batch.lines())
    results = list(csv.DictReader(io.StringIO(",".join(COLUMNS) + "\n" + lines)))
    heading = ",".join(("row", "column", "problem", *sheet.headings)) + "\n"
    return results, list(csv.DictReader(io.StringIO(heading + "".join(rejects))))


def services_of_the_program() -> tuple[dict[str, str], dict[str, tuple[str, ...]], set[str]]:
    """The program's table as plain values: service to modality, code to services, screenings."""
    catalogue = shelf().catalogue
    modality = {name: service.modality for name, service in catalogue.names.items()}
    screening = {name for name, service in catalogue.names.items() if service.screening}
    return modality, dict(catalogue.by_code), screening
