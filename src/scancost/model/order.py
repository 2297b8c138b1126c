"""The order (SPEC 3): one vocabulary for a CSV row, a YAML file and the command line.

`OrderTerms` holds what is chosen from lists (few distinct values, so a batch reads each combination
once); `Order` adds dates, amounts and ids. All values come in as text; an empty one is absent.
"""

import re
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import model_validator

from scancost import amounts
from scancost.model.base import Day, Frozen, Money, Truth, from_text
from scancost.model.codes import modifiers_in, parted
from scancost.model.policy import PolicyId
from scancost.model.vocabulary import (
    MODIFIERS,
    PLACES_OF_SERVICE,
    Answer,
    Component,
    Preauthorization,
    Purpose,
    Site,
)
from scancost.problems import Wrong, wrong_at

_MODIFIER = re.compile(r"[A-Z0-9]{2}", re.ASCII)

_TIERS = {"in": "in_network", "out": "out_of_network"}

TERMS = (
    "policy",
    "service",
    "purpose",
    "network",
    "site",
    "place_of_service",
    "component",
    "modifiers",
    "facility_network",
    "emergency",
    "preauthorization",
    "authorized_service",
    "medical_necessity",
    "patient_waiver",
    "coverage",
    "sex",
    "risk_criteria",
    "follows_screening",
)
DATES = ("service_date", "authorization_expires", "birth_date", "last_service_date")
AMOUNTS = ("billed", "allowed", "cash_price")
BALANCES = ("deductible", "out_of_pocket", "family_deductible", "family_out_of_pocket")
_FOLDED = frozenset(TERMS) - {"policy", "service", "authorized_service"}
_NETWORKS = frozenset({"network", "facility_network"})
_MEANT = {
    name: get_args(kind)
    for name, kind in (("site", Site), ("purpose", Purpose), ("component", Component))
}
MET = tuple(f"{name}_met" for name in BALANCES)
REMAINING = tuple(f"{name}_remaining" for name in BALANCES)
IDS = ("order_id", "member_id", "family_id", "authorization_number")
FIELDS = (*TERMS, *DATES, *AMOUNTS, *MET, *REMAINING, *IDS)


class OrderTerms(Frozen):
    """The fields of an order that are chosen from lists."""

    policy: PolicyId
    service: str = ""
    purpose: Purpose | None = None
    network: str | None = None
    site: Site | None = None
    component: Component = "global"
    facility_network: str | None = None
    emergency: Truth = False
    preauthorization: Preauthorization = "unknown"
    authorized_service: str | None = None
    medical_necessity: Answer = "unknown"
    patient_waiver: Truth = False
    coverage: Literal["self_only", "family"] | None = None
    sex: Literal["female", "male"] | None = None
    risk_criteria: Answer = "unknown"
    follows_screening: Truth = False

    @model_validator(mode="before")
    @classmethod
    def _fold(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        out, wrongs = folded(value)
        if wrongs:
            raise wrongs[0]
        return out

    @model_validator(mode="after")
    def _emergency_place(self) -> "OrderTerms":
        if self.emergency and self.site in ("office", "freestanding"):
            raise wrong_at("emergency", "emergency_at_office", site=self.site)
        return self


def folded(fields: dict[str, Any]) -> tuple[dict[str, Any], list[Wrong]]:
    """The fields of the terms with what the codes among them mean, and what is wrong with those."""
    out = _normal(fields)
    wrongs = [*_place_of_service(out), *_modifiers(out)]
    if "emergency" not in out and out.get("site") == "emergency":
        out["emergency"] = "true"
    return out, wrongs


def _normal(fields: dict[str, Any]) -> dict[str, Any]:
    """Trimmed; words of the closed lists in lower case, `in` and `out` as the tiers they mean."""
    out = {}
    for key, text in fields.items():
        if isinstance(text, str):
            text = text.strip()
            if key in _FOLDED:
                text = text.lower()
            if key in _NETWORKS:
                text = _TIERS.get(text, text)
        if text not in (None, ""):
            out[key] = text
    return out


def _place_of_service(out: dict[str, Any]) -> list[Wrong]:
    code = out.pop("place_of_service", None)
    if code is None:
        return []
    if not isinstance(code, str):
        return [wrong_at("place_of_service", "value_not_text")]
    if code not in PLACES_OF_SERVICE:
        known = ", ".join(PLACES_OF_SERVICE)
        return [wrong_at("place_of_service", "place_of_service_unknown", known=known)]
    return _set(out, "site", PLACES_OF_SERVICE[code], "place_of_service", code)


def _modifiers(out: dict[str, Any]) -> list[Wrong]:
    given = [("modifiers", code) for code in modifiers_in(str(out.pop("modifiers", "")))]
    service, more = parted(str(out.get("service", "")))
    if more:
        out["service"] = service
        given += [("service", code) for code in more]
    wrongs = []
    for by, code in given:
        if _MODIFIER.fullmatch(code) is None:
            wrongs.append(wrong_at(by, "modifier_form"))
        elif code in MODIFIERS:
            wrongs += _set(out, *MODIFIERS[code], by, code)
    return wrongs


def _set(out: dict[str, Any], field: str, value: str, by: str, code: str) -> list[Wrong]:
    """Set a field that a code means; wrong where the order says otherwise. What the order says but
    nobody can read stays: that field is the one at fault."""
    said = out.get(field, value)
    if field == "patient_waiver":
        try:
            said = "true" if amounts.truth(str(said)) else "false"
        except Wrong:
            return []
    elif said not in _MEANT[field]:
        return []
    if said != value:
        return [wrong_at(by, "code_contradicts", code=code, name=field, meant=value)]
    out[field] = value
    return []


def last_service(text: str) -> date | Literal["never"]:
    """The date of the last such screening, or `never`; raises Wrong."""
    return "never" if text.strip().lower() == "never" else amounts.day(text)


_last = from_text(last_service, date, {"type": "string"})
LastService = Annotated[date | Literal["never"], _last[0], _last[1]]


class Order(Frozen):
    """One order: its terms, and the dates, amounts (cents) and ids that belong to it alone."""

    terms: OrderTerms
    service_date: Day
    authorization_expires: Day | None = None
    birth_date: Day | None = None
    last_service_date: LastService | None = None
    billed: Money | None = None
    allowed: Money | None = None
    cash_price: Money | None = None
    deductible_met: Money | None = None
    out_of_pocket_met: Money | None = None
    family_deductible_met: Money | None = None
    family_out_of_pocket_met: Money | None = None
    deductible_remaining: Money | None = None
    out_of_pocket_remaining: Money | None = None
    family_deductible_remaining: Money | None = None
    family_out_of_pocket_remaining: Money | None = None
    order_id: str | None = None
    member_id: str | None = None
    family_id: str | None = None
    authorization_number: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        """From one flat mapping: the terms apart, empty values absent."""
        if not isinstance(value, dict) or "terms" in value:
            return value
        out = {key: text for key, text in value.items() if key not in TERMS and text != ""}
        out["terms"] = {key: value[key] for key in TERMS if key in value}
        return out

    @model_validator(mode="after")
    def _agrees(self) -> "Order":
        found = contradictions(
            self.service_date,
            self.birth_date,
            self.last_service_date,
            self.member_id,
            self.family_id,
        )
        if found:
            raise found[0]
        return self

    @property
    def has_family_coverage(self) -> bool:
        if self.terms.coverage is None:
            return self.family_id is not None
        return self.terms.coverage == "family"


def contradictions(
    service_date: date | None,
    birth_date: date | None,
    last: date | Literal["never"] | None,
    member_id: str | None,
    family_id: str | None,
) -> list[Wrong]:
    """What the dates and ids of an order say against each other (SPEC 3); None: not known."""
    found = []
    if service_date and birth_date and birth_date > service_date:
        found.append(wrong_at("birth_date", "birth_after_service"))
    if service_date and isinstance(last, date) and last > service_date:
        found.append(wrong_at("last_service_date", "last_after_service"))
    if family_id and not member_id:
        found.append(wrong_at("member_id", "family_without_member"))
    return found
