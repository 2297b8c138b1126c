"""`--map "Their heading=name"`: the columns of a sheet by the names of an order's fields."""

from __future__ import annotations

from scancost.cli import running
from scancost.files.csv_rows import column_name
from scancost.model.base import nearest
from scancost.model.order import FIELDS
from scancost.words import Words


def renames_of(given: list[str], words: Words) -> dict[str, str]:
    """Names of the contract by heading. Raises Usage."""
    renames = {}
    for each in given:
        heading, equals, name = each.rpartition("=")
        name = column_name(name)
        if not equals or not heading.strip():
            running.stop(words.say("batch.map_form"))
        if name not in FIELDS:
            near = nearest(name, FIELDS)
            hint = words.say("problems.near", near=near) if near else ""
            running.stop(words.say("batch.map_name", name=name) + hint)
        renames[heading] = name
    return renames
