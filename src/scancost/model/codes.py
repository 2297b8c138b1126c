"""Codes of an order that set other fields (SPEC 3): a place of service, modifiers, a service with some."""

import re
from typing import Any

from scancost.model.vocabulary import MODIFIERS, PLACES_OF_SERVICE

CODERS = ("place_of_service", "modifiers", "service")
"""The fields whose codes set others."""

_PARTS = re.compile(r"[\s,;|-]+")
_CODE_WITH_MODIFIERS = re.compile(r"([0-9]{5}|[A-Z][0-9]{4})((?:-[A-Z0-9]{2})+)", re.ASCII)


def modifiers_in(text: str) -> list[str]:
    """The modifiers of a text, in upper case."""
    return [each for each in _PARTS.split(text.upper()) if each]


def parted(service: str) -> tuple[str, list[str]]:
    """A service and the modifiers on it: `70551-26` is 70551 with 26."""
    found = _CODE_WITH_MODIFIERS.fullmatch(service.strip().upper())
    return (service, []) if found is None else (found[1], found[2].split("-")[1:])


def fields_set(name: str, value: Any) -> set[str]:
    """The fields that a value of a field sets: itself, and what its codes mean."""
    text = value if isinstance(value, str) else ""
    if name == "place_of_service":
        return {name, "site"} if text.strip() in PLACES_OF_SERVICE else {name}
    found = []
    if name in ("modifiers", "service"):
        found = modifiers_in(text) if name == "modifiers" else parted(text)[1]
    return {name, *(MODIFIERS[code][0] for code in found if code in MODIFIERS)}


def without(name: str, value: Any, said: set[str]) -> Any:
    """A value of one of CODERS without the codes that set one of the fields `said`; None where
    nothing of it is left."""
    if not isinstance(value, str) or not (fields_set(name, value) - {name}) & said:
        return value
    if name == "place_of_service":
        return None
    service, codes = parted(value) if name == "service" else ("", modifiers_in(value))
    kept = [each for each in codes if MODIFIERS.get(each, ("",))[0] not in said]
    if name == "service":
        return "-".join((service, *kept))
    return " ".join(kept) or None
