"""An order as SPEC 3 reads it: one row of text, every field checked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from .policy import IN, OUT, Policy
from .services import OUTPATIENT, SITES, Services
from .written import SpecError, cents, day, yes_or_no

T = TypeVar("T")
POS = {
    "19": "hospital_outpatient",
    "20": "urgent_care",
    "21": "inpatient",
    "22": "hospital_outpatient",
    "23": "emergency",
    "24": "ambulatory_surgical_center",
}
AUTHORIZATIONS = ("approved", "denied", "pending", "missing", "unknown")
THREE = ("met", "not_met", "unknown")
BALANCES = (
    "deductible_met",
    "out_of_pocket_met",
    "family_deductible_met",
    "family_out_of_pocket_met",
)


@dataclass
class Order:
    """One order, its defaults filled in; money in cents."""

    row: int
    order_id: str
    policy: str
    service_date: date
    service: str  # as resolved
    services: frozenset[str]  # what it may mean
    sites: frozenset[str]  # where it may be
    purpose: str
    network: str
    facility_network: str
    component: str
    emergency: bool
    billed: int | None
    allowed: int
    cash_price: int | None
    preauthorization: str
    authorization_expires: date | None
    authorized_services: frozenset[str] | None
    medical_necessity: str
    patient_waiver: bool
    member_id: str
    family_id: str
    in_family: bool  # coverage: family
    sex: str
    birth_date: date | None
    last_service_date: date | str | None
    risk_criteria: str
    follows_screening: bool
    met: dict[str, int]
    remaining: dict[str, int]


class Row:
    """The cells of one row; an absent cell and a blank one say the same: nothing."""

    def __init__(self, cells: Mapping[str, str]) -> None:
        self.cells = {name: text.strip() for name, text in cells.items() if text}

    def text(self, name: str) -> str:
        return self.cells.get(name, "")

    def required(self, name: str) -> str:
        text = self.text(name)
        if not text:
            raise SpecError(f"{name} is missing")
        return text

    def read(self, name: str, reader: Callable[[str], T]) -> T | None:
        """The cell as `reader` reads it; None where it is blank."""
        text = self.text(name)
        if not text:
            return None
        try:
            return reader(text)
        except SpecError as error:
            raise SpecError(f"{name}: {error}") from None

    def choice(self, name: str, allowed: tuple[str, ...] | frozenset[str]) -> str:
        text = self.text(name)
        if text and text not in allowed:
            raise SpecError(f"{name} is none of its values")
        return text


def agreed(told: str, implied: set[str], what: str) -> str:
    """One value from what a field says and what other fields imply; blank where none says."""
    values = implied | {told} if told else implied
    if len(values) > 1:
        raise SpecError(f"{what} is contradicted")
    return next(iter(values), "")


def tier_named(row: Row, name: str, policy: Policy) -> str:
    text = {"in": IN, "out": OUT}.get(row.text(name), row.text(name))
    if text and text not in policy.tiers:
        raise SpecError(f"{name} is no tier of the policy")
    return text


def where(row: Row) -> tuple[frozenset[str], bool]:
    """The sites that an order may be at, and whether it is an emergency."""
    pos = row.text("place_of_service")
    if pos and pos not in POS:
        raise SpecError("place_of_service is not listed")
    site = agreed(row.choice("site", SITES), {POS[pos]} if pos else set(), "site")
    emergency = row.read("emergency", yes_or_no)
    if emergency is None:
        emergency = site == "emergency"
    if emergency and site in ("office", "freestanding"):
        raise SpecError("emergency at an office or a freestanding site")
    if emergency and not site:
        site = "emergency"
    return (frozenset({site}) if site else OUTPATIENT), emergency


def implied_by(modifiers: set[str], meanings: Mapping[str, str]) -> set[str]:
    return {meaning for modifier, meaning in meanings.items() if modifier in modifiers}


def ordered_service(row: Row, services: Services) -> tuple[str, frozenset[str], set[str]]:
    name, meant, suffixes = services.ordered(row.required("service"))
    written = re.split(r"[\s,;|]+", row.text("modifiers").upper())
    return name, meant, {*written, *suffixes} - {""}


def balances_told(row: Row) -> tuple[dict[str, int], dict[str, int]]:
    """The balances told as met, and those told as remaining, under the names of the met."""
    met, remaining = {}, {}
    for name in BALANCES:
        amount = row.read(name, cents)
        if amount is not None:
            met[name] = amount
        left = row.read(name.replace("_met", "_remaining"), cents)
        if left is not None:
            remaining[name] = left
    return met, remaining


def last_service(text: str) -> date | str:
    return "never" if text == "never" else day(text)


def read_order(number: int, cells: Mapping[str, str], policy: Policy, services: Services) -> Order:
    """The order of one row. A SpecError says why there is none."""
    row = Row(cells)
    on = row.read("service_date", day)
    if on is None:
        raise SpecError("service_date is missing")
    if not policy.begins <= on <= policy.ends:
        raise SpecError("no policy in force on the service_date")
    name, meant, modifiers = ordered_service(row, services)
    parts = implied_by(modifiers, {"26": "professional", "TC": "technical"})
    component = agreed(
        row.choice("component", ("global", "technical", "professional")), parts, "component"
    )
    purpose = agreed(
        row.choice("purpose", ("diagnostic", "preventive")),
        implied_by(modifiers, {"33": "preventive"}),
        "purpose",
    )
    if not purpose:
        purpose = "preventive" if meant <= services.screening else "diagnostic"
    waived = row.read("patient_waiver", yes_or_no)
    if waived is False and "GA" in modifiers:
        raise SpecError("patient_waiver is contradicted")
    sites, emergency = where(row)
    network = tier_named(row, "network", policy)
    if not network:
        raise SpecError("network is missing")
    allowed = row.read("allowed", cents)
    if allowed is None:
        raise SpecError("allowed is missing")
    family = row.text("family_id")
    if family and not row.text("member_id"):
        raise SpecError("a family without a member")
    coverage = row.choice("coverage", ("self_only", "family"))
    birth = row.read("birth_date", day)
    if birth is not None and birth > on:
        raise SpecError("a birth after the service")
    last = row.read("last_service_date", last_service)
    if isinstance(last, date) and last > on:
        raise SpecError("a last service after this one")
    authorized = row.read("authorized_service", services.ordered)
    met, remaining = balances_told(row)
    return Order(
        row=number,
        order_id=row.text("order_id") or str(number),
        policy=policy.name,
        service_date=on,
        service=name,
        services=meant,
        sites=sites,
        purpose=purpose,
        network=network,
        facility_network=tier_named(row, "facility_network", policy) or network,
        component=component or "global",
        emergency=emergency,
        billed=row.read("billed", cents),
        allowed=allowed,
        cash_price=row.read("cash_price", cents),
        preauthorization=row.choice("preauthorization", AUTHORIZATIONS) or "unknown",
        authorization_expires=row.read("authorization_expires", day),
        authorized_services=authorized[1] if authorized else None,
        medical_necessity=row.choice("medical_necessity", THREE) or "unknown",
        patient_waiver=bool(waived) or "GA" in modifiers,
        member_id=row.text("member_id"),
        family_id=family,
        in_family=coverage == "family" or (not coverage and bool(family)),
        sex=row.choice("sex", ("female", "male")),
        birth_date=birth,
        last_service_date=last,
        risk_criteria=row.choice("risk_criteria", THREE) or "unknown",
        follows_screening=bool(row.read("follows_screening", yes_or_no)),
        met=met,
        remaining=remaining,
    )
