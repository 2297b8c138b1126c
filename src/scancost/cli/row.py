"""`scancost estimate orders.csv --row 17`: why this number?"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

from scancost.cli import inputs
from scancost.engine.balances import Balances, read_balances
from scancost.engine.estimate import Estimate
from scancost.engine.reading import BrokenPolicy, RowReader
from scancost.engine.row import explain_row
from scancost.files.csv_rows import Sheet, open_orders, open_sheet
from scancost.files.sources import is_read_once, opened
from scancost.problems import Problem, Problems


def answer(
    orders: Path,
    row: int | None,
    balances: Path | None,
    folder: Path | None,
    renames: dict[str, str],
    from_start_of_year: bool,
    fields: dict[str, Any],
) -> Estimate:
    """The row in full, with the balances it had in the batch. Raises Problems."""
    if row is None or any(value is not None for value in fields.values()):
        raise Problems([Problem("row_wants_csv", at="row")])
    if is_read_once(str(orders)):
        raise Problems([Problem("row_wants_file", at="row")])
    library = inputs.library(folder)
    files = ExitStack()

    def anew() -> tuple[Sheet, RowReader]:
        file = files.enter_context(opened(str(orders), renames))
        sheet = open_orders(file, str(orders), renames)
        return sheet, RowReader(sheet, library)

    def met(reader: RowReader) -> Balances:
        found = Balances()
        if balances is not None:
            with opened(str(balances)) as file:
                read_balances(open_sheet(file, str(balances), {}), reader.policy, found)
        return found

    try:
        with files:
            return explain_row(anew, row, met, from_start_of_year)
    except BrokenPolicy as broken:
        raise Problems(broken.problems) from None
