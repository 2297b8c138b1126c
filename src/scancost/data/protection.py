"""Who is protected from balance bills, by federal law (data/protection.yaml)."""

from scancost.data.sources import Status
from scancost.model.base import Frozen
from scancost.model.vocabulary import Market, Site


class Cited(Frozen):
    """Where a protection is from, and how far that was checked (data/sources.py)."""

    title: str
    href: str
    status: Status


class Emergency(Frozen):
    """Emergencies are protected in every market but these; `sources` has the rules of the markets
    that `source` does not reach."""

    not_in_markets: tuple[Market, ...]
    source: Cited
    sources: dict[Market, Cited] = {}

    def source_in(self, market: Market) -> Cited:
        """Where the protection is from in a market."""
        return self.sources.get(market, self.source)


class Facility(Frozen):
    """A reader out of network at a contracted facility of these kinds, in these markets."""

    markets: tuple[Market, ...]
    sites: tuple[Site, ...]
    source: Cited
    note: str


class Protection(Frozen):
    """The table, as of a date."""

    title: str
    as_of: str
    emergency: Emergency
    facility: Facility
