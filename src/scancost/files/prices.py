"""Price books: CSV files of model/prices.py, every faulty cell named with its place."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from scancost.files.csv_rows import Sheet, open_sheet
from scancost.model.base import errors_of, nearest, problem_of
from scancost.model.prices import AMOUNTS, COLUMNS, Price
from scancost.problems import Place, Problem, Problems

MOST_PROBLEMS = 20


def read_prices(path: Path) -> tuple[Price, ...]:
    """The prices of a CSV file. Raises Problems (with row and column), OSError.

    Columns of other names are left aside; one that is nearly a name of the format is a mistake.
    """
    with path.open("rb") as binary:
        sheet = open_sheet(binary, str(path), {})
        _check_columns(sheet)
        prices: list[Price] = []
        problems: list[Problem] = []
        for cells in sheet.rows:
            _read(sheet, sheet.line(), cells, prices, problems)
            if len(problems) >= MOST_PROBLEMS:
                break
    if problems:
        raise Problems(problems)
    return tuple(prices)


def _check_columns(sheet: Sheet) -> None:
    place = Place(sheet.name, 1, 1)
    problems = []
    for column in sheet.columns:
        near = nearest(column, tuple(each for each in COLUMNS if each not in sheet.columns))
        if column not in COLUMNS and near and len(near) > 3 and abs(len(near) - len(column)) < 2:
            problems.append(Problem("key_unknown", {"key": column, "near": near}, place))
    if "code" not in sheet.columns or not set(AMOUNTS) & set(sheet.columns):
        problems.append(Problem("prices_columns", {"columns": ", ".join(COLUMNS)}, place))
    if problems:
        raise Problems(problems)


def _read(
    sheet: Sheet, number: int, cells: list[str], prices: list[Price], problems: list[Problem]
) -> None:
    """One row as a price, or what is wrong with it."""
    if len(cells) != len(sheet.columns):
        values = {"cells": len(cells), "columns": len(sheet.columns)}
        problems.append(Problem("csv_cells", values, Place(sheet.name, number, 1)))
        return
    row = {name: text for name, text in zip(sheet.columns, cells, strict=True) if name in COLUMNS}
    try:
        prices.append(Price.model_validate(row))
    except ValidationError as error:
        for each in errors_of(error):
            problem = problem_of(each)
            column = sheet.columns.index(problem.at) + 1 if problem.at in sheet.columns else 1
            problems.append(problem.located(Place(sheet.name, number, column)))
