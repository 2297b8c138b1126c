"""The program's own dated tables: `data/NAME.yaml` into the frozen model that describes it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files as resources
from typing import TypeVar

from pydantic import BaseModel

from scancost.files.strict_yaml import read_node

Table = TypeVar("Table", bound=BaseModel)


@cache
def _plain(name: str) -> object:
    text = resources("scancost.data").joinpath(f"{name}.yaml").read_bytes()
    return read_node(text, f"{name}.yaml").plain()


def table(name: str, model: type[Table]) -> Table:
    """The table `data/NAME.yaml` as `model`; a fault in it is a bug, not an input."""
    return model.model_validate(_plain(name))
