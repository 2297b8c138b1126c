"""One row of a price book: what a provider's scan or reading costs under a payer, and who says so."""

import re
from typing import Any

from pydantic import model_validator

from scancost.model.base import Day, Frozen, Money
from scancost.model.vocabulary import Component, Site
from scancost.problems import wrong_at

COLUMNS = (
    "code",
    "component",
    "site",
    "network",
    "payer",
    "provider",
    "npi",
    "low",
    "allowed",
    "high",
    "billed",
    "source",
    "as_of",
)
AMOUNTS = ("low", "allowed", "high", "billed")

_CODE = re.compile(r"([0-9]{5}|[A-Z][0-9]{4})(?:-(26|TC))?", re.ASCII)
_PARTS = {"26": "professional", "TC": "technical"}


class Price(Frozen):
    """A price. Amounts are cents; an absent component is `global`, an absent site or network any.

    `network` is a tier (`in`, `out`, or the policy's name) or the name of the payer's network,
    whose price then holds for contracted tiers alone. `low` and `high` bound the allowed amount.
    """

    code: str
    component: Component = "global"
    site: Site | None = None
    network: str = ""
    payer: str = ""
    provider: str = ""
    npi: str = ""
    low: Money | None = None
    allowed: Money | None = None
    high: Money | None = None
    billed: Money | None = None
    source: str = ""
    as_of: Day | None = None

    @model_validator(mode="before")
    @classmethod
    def _fold(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        trimmed = {key: str(text).strip() for key, text in value.items() if text is not None}
        out = {key: text for key, text in trimmed.items() if text}
        for key in ("component", "site"):
            if key in out:
                out[key] = out[key].lower()
        found = _CODE.fullmatch(out.get("code", "").upper())
        if found is None:
            raise wrong_at("code", "price_code")
        out["code"] = found[1]
        if found[2] is not None:
            part = _PARTS[found[2]]
            if out.setdefault("component", part) != part:
                raise wrong_at("component", "price_component", modifier=found[2], meant=part)
        return out

    @model_validator(mode="after")
    def _amounts(self) -> "Price":
        known = [each for each in (self.low, self.allowed, self.high) if each is not None]
        if not known and self.billed is None:
            raise wrong_at("allowed", "price_no_amount")
        if known != sorted(known):
            raise wrong_at("allowed", "price_out_of_order")
        return self

    @property
    def points(self) -> tuple[int, ...]:
        """The allowed amounts it may be, the likeliest first: allowed, else the high end."""
        ends = (self.allowed, self.high, self.low)
        return tuple(dict.fromkeys(each for each in ends if each is not None))
