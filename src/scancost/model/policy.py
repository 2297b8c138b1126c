"""The policy file (SPEC 2) as a frozen model. What needs the services table is checked in rules/."""

import re
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from scancost import phrases
from scancost.model.base import Day, Frozen, Money, Truth, from_text
from scancost.model.vocabulary import (
    IN_NETWORK,
    MOST_TIERS,
    OUT_OF_NETWORK,
    Market,
    PlanType,
    Purpose,
    Site,
)
from scancost.problems import Wrong, wrong_at

_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}", re.ASCII)
_TIER = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)

_share = from_text(
    phrases.cost_share, phrases.CostShare, {"type": "string", "title": "a cost-share phrase"}
)
_authorization = from_text(
    phrases.authorization,
    phrases.Authorization,
    {"type": "string", "title": "an authorization phrase"},
)
_balance = from_text(
    phrases.balance_billing,
    phrases.BalanceBilling,
    {"type": "string", "title": "full, none or up to R% of allowed"},
)
SharePhrase = Annotated[phrases.CostShare, _share[0], _share[1]]
AuthorizationPhrase = Annotated[phrases.Authorization, _authorization[0], _authorization[1]]
BalancePhrase = Annotated[phrases.BalanceBilling, _balance[0], _balance[1]]


def policy_id(text: str) -> str:
    """The id of a policy; nothing else ever reaches a path (SPEC 8)."""
    if _ID.fullmatch(text) is None:
        raise Wrong("policy_id")
    return text


_id = from_text(policy_id, str, {"type": "string", "pattern": "^[a-z0-9][a-z0-9._-]{0,79}$"})
_page = from_text(lambda text: text, str, {"type": ["integer", "string"]})
PolicyId = Annotated[str, _id[0], _id[1]]
Page = Annotated[str, _page[0], _page[1]]


class BenefitYear(Frozen):
    """Both ends included; nothing carries over."""

    from_: Day = Field(alias="from")
    through: Day

    @model_validator(mode="after")
    def _in_order(self) -> "BenefitYear":
        if self.through < self.from_:
            raise Wrong("benefit_year_order")
        return self


class Source(Frozen):
    """Where the terms were read."""

    title: str
    href: str | None = None
    read: Day | None = None
    status: Literal["published", "illustrative"]


class Limit(Frozen):
    """A deductible or an out-of-pocket maximum, in cents."""

    individual: Money
    individual_in_family: Money | None = None
    family: Money | None = None
    family_rule: Literal["embedded", "aggregate"] | None = None

    @model_validator(mode="after")
    def _rule_with_family(self) -> "Limit":
        if self.family is not None and self.family_rule is None:
            raise Wrong("family_rule_missing")
        return self


class TierLimits(Frozen):
    """The limits of one side of the network; None is the word `none`."""

    deductible: Limit | None
    out_of_pocket_max: Limit | None
    also_counts_toward: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _words(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        out = dict(value)
        for key in ("deductible", "out_of_pocket_max"):
            word = out.get(key, "")
            if isinstance(word, str) and word.strip().lower() == "none":
                out[key] = None
            elif word is None or (isinstance(word, str) and word):
                raise wrong_at(key, "limit_form", key=key)
        return out


class Clause(Frozen):
    """What a clause is about: services, sites (None: the outpatient ones), and a term for a tier."""

    services: tuple[str, ...] = Field(min_length=1)
    sites: tuple[Site, ...] | None = Field(default=None, min_length=1)
    words: str | None = None
    page: Page | None = None


class Benefit(Clause):
    """What a service costs in each tier."""

    tiers: dict[str, SharePhrase]
    copay_on: Literal["scan", "each_part"] = "scan"
    counts_toward_out_of_pocket: Truth = True


class AuthorizationClause(Clause):
    """What happens in each tier where the authorization is missing."""

    tiers: dict[str, AuthorizationPhrase]
    purposes: tuple[Purpose, ...] | None = Field(default=None, min_length=1)


class Preventive(Frozen):
    """What an order costs that the guideline takes for preventive, and what becomes of others."""

    guideline: Literal["aca", "medicare", "none"]
    tiers: dict[str, SharePhrase]
    otherwise: Literal["diagnostic", "not covered"]
    words: str | None = None
    page: Page | None = None


class Policy(Frozen):
    """One policy of one benefit year (SPEC 2)."""

    policy: PolicyId
    title: str
    plan_type: PlanType
    market: Market
    state: str | None = None
    benefit_year: BenefitYear
    grandfathered: Truth = False
    source: Source
    limits: dict[str, TierLimits | None]
    shared: dict[str, str] = {}
    benefits: tuple[Benefit, ...] = Field(min_length=1)
    preventive: Preventive | None = None
    preauthorization: tuple[AuthorizationClause, ...] | None = None
    protected_sites: tuple[Site, ...] | None = None
    balance_billing: BalancePhrase
    contacts: dict[str, str] = {}

    @model_validator(mode="before")
    @classmethod
    def _fold(cls, value: Any) -> Any:
        """Gather the keys that are tiers, so that every other unknown key is an error."""
        if not isinstance(value, dict):
            return value
        out = dict(value)
        if "shared" in out:
            raise Wrong("key_unknown", key="shared", near="")
        tiers = [IN_NETWORK, OUT_OF_NETWORK]
        if isinstance(out.get("limits"), dict):
            tiers += [tier for tier in out["limits"] if tier not in tiers]
            out["limits"], out["shared"] = _limits(out["limits"])
        for key in ("benefits", "preauthorization"):
            if isinstance(out.get(key), list):
                out[key] = [_tiers_of(clause, tiers) for clause in out[key]]
        if isinstance(out.get("preauthorization"), str):
            if out["preauthorization"].strip().lower() != "none":
                raise wrong_at("preauthorization", "preauthorization_form")
            out["preauthorization"] = []
        elif "preauthorization" in out and out["preauthorization"] is None:
            raise wrong_at("preauthorization", "preauthorization_form")
        if "preventive" in out:
            out["preventive"] = _tiers_of(out["preventive"], tiers)
        return out

    @property
    def tiers(self) -> tuple[str, ...]:
        """Every tier, the standard ones first."""
        others = (tier for tier in self.limits if tier not in (IN_NETWORK, OUT_OF_NETWORK))
        return (IN_NETWORK, OUT_OF_NETWORK, *others)

    def limits_of(self, tier: str) -> TierLimits | None:
        """The limits that apply in a tier, its own or shared; None where it has none."""
        return self.limits.get(self.shared.get(tier, tier))

    @model_validator(mode="after")
    def _tier_names(self) -> "Policy":
        for tier in self.limits:
            if _TIER.fullmatch(tier) is None:
                raise wrong_at("limits", "tier_name", tier=tier)
        if len(self.tiers) > MOST_TIERS:
            raise wrong_at("limits", "tiers_too_many", most=MOST_TIERS)
        return self


def _limits(limits: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Limits of their own, and the tiers that share another's."""
    own: dict[str, Any] = {}
    shared: dict[str, str] = {}
    for tier, value in limits.items():
        words = value.split() if isinstance(value, str) else []
        if len(words) == 2 and words[0] == "shared_with":
            shared[tier] = words[1]
            own[tier] = None
        elif words == ["none"]:
            own[tier] = None
        else:
            own[tier] = value if value is not None else ""
    return own, shared


def _tiers_of(clause: Any, tiers: list[str]) -> Any:
    if not isinstance(clause, dict):
        return clause
    out = {key: value for key, value in clause.items() if key not in tiers}
    if "tiers" in out:
        raise Wrong("key_unknown", key="tiers", near="")
    out["tiers"] = {tier: clause[tier] for tier in tiers if tier in clause}
    return out
