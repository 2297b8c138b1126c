"""The table of services: names, modalities, codes and everyday words (data/services.json)."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from scancost.model.vocabulary import MODALITIES


class Code(NamedTuple):
    """A CPT or HCPCS code number, never its descriptor; `verified`: a source for it was read."""

    code: str
    contrast: str  # without, with, without_then_with, none
    verified: bool


class Service(NamedTuple):
    """One kind of scan, with our own label in each language and the words people use for it."""

    service: str
    modality: str
    region: str
    screening: bool
    label: dict[str, str]
    words: dict[str, list[str]]
    codes: tuple[Code, ...]


class ModalityWords(NamedTuple):
    """What people call a modality."""

    modality: str
    words: dict[str, list[str]]


class ServicesTable(NamedTuple):
    """The whole table, as of a date (tests/test_services.py checks its form)."""

    title: str
    as_of: str
    source: dict[str, str]
    modalities: tuple[ModalityWords, ...]
    services: tuple[Service, ...]


def services_table(plain: Any) -> ServicesTable:
    """The table from the values of its file."""
    services = [
        Service(**{**each, "codes": tuple(Code(**code) for code in each["codes"])})
        for each in plain["services"]
    ]
    modalities = tuple(ModalityWords(**each) for each in plain["modalities"])
    return ServicesTable(
        plain["title"], plain["as_of"], plain["source"], modalities, tuple(services)
    )


@dataclass(frozen=True)
class Catalogue:
    """The services table with its indexes. Names in every answer stand in the table's order."""

    table: ServicesTable

    @cached_property
    def names(self) -> dict[str, Service]:
        return {service.service: service for service in self.table.services}

    @cached_property
    def by_modality(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {modality: [] for modality in MODALITIES}
        for service in self.table.services:
            found[service.modality].append(service.service)
        return {modality: tuple(names) for modality, names in found.items()}

    @cached_property
    def by_code(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for service in self.table.services:
            for code in service.codes:
                found.setdefault(code.code, []).append(service.service)
        return {code: tuple(names) for code, names in found.items()}

    def meant_by(self, text: str) -> tuple[str, ...]:
        """Every service a name, a modality or a code may mean; empty where it is none of these."""
        folded = text.strip()
        if folded.lower() in self.names:
            return (folded.lower(),)
        return self.by_modality.get(folded.lower()) or self.by_code.get(folded.upper(), ())

    def expand(self, names: tuple[str, ...]) -> frozenset[str]:
        """The services of a clause that names services and modalities."""
        return frozenset(service for name in names for service in self.meant_by_name(name))

    def meant_by_name(self, name: str) -> tuple[str, ...]:
        """As `meant_by`, without codes (policies name services and modalities only)."""
        return (name,) if name in self.names else self.by_modality.get(name, ())

    def is_unverified(self, code: str) -> bool:
        """Whether the table took this code number from general knowledge."""
        entries = (entry for service in self.table.services for entry in service.codes)
        return any(entry.code == code and not entry.verified for entry in entries)
