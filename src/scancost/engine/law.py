"""The law's tables, loaded when they are needed and once."""

from __future__ import annotations

from functools import cache

from scancost.data.clocks import Clocks
from scancost.data.denials import Denials
from scancost.data.glossary import Glossary
from scancost.files.tables import table


@cache
def clocks() -> Clocks:
    """Clocks of authorizations, appeals and good-faith estimates."""
    return table("clocks", Clocks)


@cache
def denials() -> Denials:
    """Denial codes."""
    return table("denials", Denials)


@cache
def glossary() -> Glossary:
    """Words of the trade."""
    return table("glossary", Glossary)
