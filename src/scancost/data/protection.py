"""Who is protected from balance bills, by federal law (data/protection.yaml)."""

from scancost.model.base import Frozen
from scancost.model.vocabulary import Market, Site


class Emergency(Frozen):
    """Emergencies are protected in every market but these."""

    not_in_markets: tuple[Market, ...]
    source: dict[str, str]


class Facility(Frozen):
    """A reader out of network at a contracted facility of these kinds, in these markets."""

    markets: tuple[Market, ...]
    sites: tuple[Site, ...]
    source: dict[str, str]
    note: str


class Protection(Frozen):
    """The table, as of a date."""

    title: str
    as_of: str
    emergency: Emergency
    facility: Facility
