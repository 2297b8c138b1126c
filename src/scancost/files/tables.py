"""The program's own dated tables: `data/NAME.yaml` into the frozen model that describes it.

The large table of services is JSON, because every estimate reads it and YAML takes 40 ms for it.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

import scancost.data
from scancost.data.services import ServicesTable, services_table
from scancost.files.strict_yaml import read_node

Table = TypeVar("Table", bound=BaseModel)


@cache
def _plain(name: str) -> Any:
    path = Path(scancost.data.__file__).parent / f"{name}.json"
    if path.is_file():
        return json.loads(path.read_bytes())
    path = path.with_suffix(".yaml")
    return read_node(path.read_bytes(), path.name).plain()


def services() -> ServicesTable:
    """The table of services."""
    return services_table(_plain("services"))


def table(name: str, model: type[Table]) -> Table:
    """The table `data/NAME.yaml` as `model`; a fault in it is a bug, not an input."""
    return model.model_validate(_plain(name))
