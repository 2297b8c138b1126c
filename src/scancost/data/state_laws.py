"""State laws that may lower what a scan costs (data/state_laws.yaml): told, never settled."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from scancost.data.sources import Source, Status, Text
from scancost.model.base import Day, Frozen
from scancost.model.vocabulary import Market


class StateLaw(Frozen):
    """One law: which services it is about, what it says, and the first benefit year it binds."""

    state: str = Field(pattern=r"^[A-Z]{2}$")
    name: Text
    services: tuple[str, ...] = Field(min_length=1)
    from_: Day | None = Field(default=None, alias="from")
    says: Text
    source: Source
    status: Status


class BoundMarkets(Frozen):
    """The markets such laws bind, and those they bind only where the plan is insured."""

    insured: tuple[Market, ...]
    if_insured: tuple[Market, ...]


class StateLaws(Frozen):
    """The table, as of a date."""

    title: str
    as_of: Day
    markets: BoundMarkets
    breast_imaging: tuple[StateLaw, ...]

    def of(self, state: str, service: str, benefit_year_from: date) -> StateLaw | None:
        """The law of a state about a service in a benefit year, or None."""
        for law in self.breast_imaging:
            has_begun = law.from_ is None or benefit_year_from >= law.from_
            if law.state == state.strip().upper() and service in law.services and has_begun:
                return law
        return None
