"""The law's tables, loaded when they are needed and once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scancost.files.tables import table

if TYPE_CHECKING:  # each model is built only where its table is read
    from scancost.data.clocks import Clocks
    from scancost.data.denials import Denials
    from scancost.data.glossary import Glossary
    from scancost.data.state_laws import StateLaws


@cache
def clocks() -> Clocks:
    """Clocks of authorizations, appeals and good-faith estimates."""
    from scancost.data.clocks import Clocks

    return table("clocks", Clocks)


@cache
def denials() -> Denials:
    """Denial codes."""
    from scancost.data.denials import Denials

    return table("denials", Denials)


@cache
def glossary() -> Glossary:
    """Words of the trade."""
    from scancost.data.glossary import Glossary

    return table("glossary", Glossary)


@cache
def state_laws() -> StateLaws:
    """State laws that are told of beside an estimate."""
    from scancost.data.state_laws import StateLaws

    return table("state_laws", StateLaws)
