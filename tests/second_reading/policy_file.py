"""Reading a policy file (SPEC 2); every fault is a PolicyError that says which."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .phrases import NOT_COVERED, NOT_STATED, CostShare, balance_ceiling, consequence, cost_share
from .policy import IN, OUT, Clause, Limit, Limits, Policy, Preventive, clashes
from .services import A_HANDFUL, FEDERAL_SITES, OUTPATIENT, SITES, Services
from .strict_yaml import document
from .written import PolicyError, SpecError, cents, day

POLICY_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
PLAN_TYPES = ("HMO", "EPO", "POS", "PPO", "HDHP", "INDEMNITY", "MEDICARE", "MEDICAID")
MARKETS = (
    "employer",
    "individual",
    "marketplace",
    "medicare",
    "medicare_advantage",
    "medicaid",
    "short_term",
)
PURPOSES = ("diagnostic", "preventive")
REQUIRED = [
    "policy",
    "title",
    "plan_type",
    "market",
    "benefit_year",
    "source",
    "limits",
    "benefits",
    "balance_billing",
]
OPTIONAL = [
    "state",
    "grandfathered",
    "preventive",
    "preauthorization",
    "protected_sites",
    "contacts",
]


def known(mapping: Any, what: str, required: Iterable[str], optional: Iterable[str]) -> None:
    """The mapping has every required key and no unknown one."""
    if not isinstance(mapping, dict):
        raise PolicyError(f"{what} is not a mapping")
    for key in required:
        if key not in mapping:
            raise PolicyError(f"{what} lacks {key}")
    for key in mapping:
        if key not in (*required, *optional):
            raise PolicyError(f"{what} has an unknown key: {key}")


def one_of(text: Any, allowed: Iterable[str], what: str) -> str:
    if not isinstance(text, str) or text not in allowed:
        raise PolicyError(f"{what}: {text}")
    return text


def some(values: Any, what: str) -> list[str]:
    """A list of texts that is not empty."""
    if not isinstance(values, list) or not values or not all(isinstance(v, str) for v in values):
        raise PolicyError(f"{what} is not a list of names")
    return values


def phrase(text: Any) -> str:
    if not isinstance(text, str):
        raise PolicyError("a phrase that is not text")
    return text


def limit(told: Any) -> Limit | None:
    if told == "none":
        return None
    known(told, "a limit", ["individual"], ["family", "family_rule", "individual_in_family"])
    individual = cents(phrase(told["individual"]))
    family = cents(phrase(told["family"])) if "family" in told else None
    if family is not None and "family_rule" not in told:
        raise PolicyError("a limit with a family has no family_rule")
    rule = one_of(told.get("family_rule", "embedded"), ("embedded", "aggregate"), "family_rule")
    inside = phrase(told.get("individual_in_family", told["individual"]))
    return Limit(individual, family, rule == "aggregate", cents(inside))


def all_limits(told: Any) -> tuple[dict[str, Limits], dict[str, str], tuple[str, ...]]:
    """Each tier's own limits, whose ledger each tier uses, and all the tiers."""
    if not isinstance(told, dict):
        raise PolicyError("limits is not a mapping")
    tiers = tuple(dict.fromkeys((IN, OUT, *told)))
    if len(tiers) > 4:
        raise PolicyError("more than four tiers")
    own: dict[str, Limits] = {}
    for tier, what in told.items():
        if isinstance(what, str):
            continue
        known(what, tier, ["deductible", "out_of_pocket_max"], ["also_counts_toward"])
        also = tuple(some(what.get("also_counts_toward", ["-"]), "also_counts_toward"))
        also = also if "also_counts_toward" in what else ()
        if any(name not in tiers or name == tier for name in also):
            raise PolicyError("also_counts_toward names no other tier")
        own[tier] = Limits(limit(what["deductible"]), limit(what["out_of_pocket_max"]), also)
    ledger_of = {tier: tier for tier in tiers}
    for tier, what in told.items():
        if isinstance(what, str) and what != "none":
            shared = re.fullmatch(r"shared_with (\S+)", what)
            if not shared or shared[1] not in own:
                raise PolicyError(f"{tier}: {what}")
            ledger_of[tier] = shared[1]
    return own, ledger_of, tiers


class Reader:
    """What the clauses of one file need to know of the rest of it."""

    def __init__(self, told: dict[str, Any], services: Services) -> None:
        self.services = services
        self.own, self.ledger_of, self.tiers = all_limits(told["limits"])

    def shares(self, told: dict[str, Any]) -> dict[str, CostShare]:
        found = {}
        for tier in self.tiers:
            limits = self.own.get(self.ledger_of[tier])
            text = phrase(told[tier])
            share = cost_share(text, limits is not None and limits.deductible is None)
            if limits is None and share not in (NOT_COVERED, NOT_STATED):
                raise PolicyError(f"{tier} has no limits, yet says: {text}")
            found[tier] = share
        return found

    def sets(self, told: dict[str, Any]) -> tuple[frozenset[str], frozenset[str]]:
        services = self.services.all_named(some(told["services"], "services"))
        sites = frozenset(some(told["sites"], "sites")) if "sites" in told else OUTPATIENT
        if not sites <= SITES:
            raise PolicyError("an unknown site")
        return services, sites

    def benefit(self, place: int, told: Any) -> Clause:
        optional = ["sites", "words", "page", "copay_on", "counts_toward_out_of_pocket"]
        known(told, f"benefits {place}", ["services", *self.tiers], optional)
        services, sites = self.sets(told)
        each = one_of(told.get("copay_on", "scan"), ("scan", "each_part"), "copay_on")
        counts = one_of(
            told.get("counts_toward_out_of_pocket", "true"), ("true", "false"), "counts"
        )
        return Clause(
            place,
            services,
            sites,
            frozenset(PURPOSES),
            shares=self.shares(told),
            copay_on_each_part=each == "each_part",
            counts=counts == "true",
        )

    def authorization(self, place: int, told: Any) -> Clause:
        optional = ["sites", "purposes", "words", "page"]
        known(told, f"preauthorization {place}", ["services", *self.tiers], optional)
        services, sites = self.sets(told)
        purposes = some(told["purposes"], "purposes") if "purposes" in told else PURPOSES
        if not set(purposes) <= set(PURPOSES):
            raise PolicyError("an unknown purpose")
        says = {tier: consequence(phrase(told[tier])) for tier in self.tiers}
        if says[OUT].kind == "provider write-off":
            raise PolicyError("provider write-off out of network")
        return Clause(place, services, sites, frozenset(purposes), consequences=says)

    def preventive(self, told: Any) -> Preventive:
        known(told, "preventive", ["guideline", "otherwise", *self.tiers], ["words", "page"])
        return Preventive(
            one_of(told["guideline"], ("aca", "medicare", "none"), "guideline"),
            self.shares(told),
            one_of(told["otherwise"], ("diagnostic", "not covered"), "otherwise"),
        )

    def clauses(self, told: Any, what: str) -> list[Clause]:
        if not isinstance(told, list) or not told:
            raise PolicyError(f"{what} is not a list of clauses")
        read = self.benefit if what == "benefits" else self.authorization
        found = [read(place, clause) for place, clause in enumerate(told, 1)]
        for one, other in clashes(found):
            raise PolicyError(f"{what} {one} and {other} overlap, neither narrower")
        return found

    def authorizations(self, told: Any) -> list[Clause] | None:
        if told == "none":
            return []
        return None if told == "not stated" else self.clauses(told, "preauthorization")


def from_text(text: str, services: Services) -> Policy:
    told = document(text)
    known(told, "the policy", REQUIRED, OPTIONAL)
    if not POLICY_NAME.fullmatch(phrase(told["policy"])):
        raise PolicyError("a policy's name that is none")
    one_of(told["plan_type"], PLAN_TYPES, "plan_type")
    known(told["benefit_year"], "benefit_year", ["from", "through"], [])
    begins = day(phrase(told["benefit_year"]["from"]))
    ends = day(phrase(told["benefit_year"]["through"]))
    if begins > ends:
        raise PolicyError("a benefit year that ends before it begins")
    known(told["source"], "source", ["title", "status"], ["href", "read"])
    one_of(told["source"]["status"], ("published", "illustrative"), "status")
    grandfathered = one_of(told.get("grandfathered", "false"), ("true", "false"), "grandfathered")
    reader = Reader(told, services)
    protected = FEDERAL_SITES
    if "protected_sites" in told:
        protected = frozenset(some(told["protected_sites"], "protected_sites"))
        if not protected <= SITES:
            raise PolicyError("an unknown site")
    return Policy(
        name=told["policy"],
        market=one_of(told["market"], MARKETS, "market"),
        begins=begins,
        ends=ends,
        grandfathered=grandfathered == "true",
        limits=reader.own,
        ledger_of=reader.ledger_of,
        tiers=reader.tiers,
        benefits=reader.clauses(told["benefits"], "benefits"),
        preventive=reader.preventive(told["preventive"]) if "preventive" in told else None,
        authorizations=reader.authorizations(told.get("preauthorization", "not stated")),
        protected_sites=protected,
        balance_ceiling=balance_ceiling(phrase(told["balance_billing"])),
        services=services,
    )


def read_policy(path_or_text: str | Path, services: Services = A_HANDFUL) -> Policy:
    """A policy from its file, or from its text (a string of several lines)."""
    from_file = isinstance(path_or_text, Path) or "\n" not in path_or_text
    try:
        if not from_file:
            return from_text(str(path_or_text), services)
        path = Path(path_or_text)
        policy = from_text(path.read_text(encoding="utf-8"), services)
        if path.stem != policy.name:
            raise PolicyError("a file that is not named after its policy")
    except PolicyError:
        raise
    except SpecError as error:
        raise PolicyError(str(error)) from None
    return policy
