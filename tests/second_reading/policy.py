"""A policy as SPEC 2 reads it: limits by tier, clauses, and which clause applies."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from .phrases import Consequence, CostShare
from .services import Services
from .written import SpecError

IN, OUT = "in_network", "out_of_network"


@dataclass(frozen=True)
class Limit:
    """A deductible or an out-of-pocket maximum, in cents."""

    individual: int
    family: int | None = None
    aggregate: bool = False
    individual_in_family: int = 0


@dataclass(frozen=True)
class Limits:
    """What one tier limits; None is `none`."""

    deductible: Limit | None = None
    maximum: Limit | None = None
    also_counts_toward: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clause:
    """Where a clause speaks (its three sets) and what each tier says there."""

    place: int  # its number in the file, from 1
    services: frozenset[str]
    sites: frozenset[str]
    purposes: frozenset[str]
    shares: Mapping[str, CostShare] = field(default_factory=dict)
    consequences: Mapping[str, Consequence] = field(default_factory=dict)
    copay_on_each_part: bool = False
    counts: bool = True

    def sets(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        return self.services, self.sites, self.purposes

    def matches(self, service: str, site: str, purpose: str | None) -> bool:
        """A benefit clause has no purposes of its own: it speaks for every one."""
        here = service in self.services and site in self.sites
        return here and (purpose is None or purpose in self.purposes)

    def narrower_than(self, other: "Clause") -> bool:
        """No set has something that the other's lacks, and at least one lacks something."""
        pairs = list(zip(self.sets(), other.sets(), strict=True))
        return all(mine <= theirs for mine, theirs in pairs) and any(
            mine < theirs for mine, theirs in pairs
        )

    def overlaps(self, other: "Clause") -> bool:
        return all(mine & theirs for mine, theirs in zip(self.sets(), other.sets(), strict=True))


@dataclass(frozen=True)
class Preventive:
    guideline: str  # aca, medicare, none
    shares: Mapping[str, CostShare]
    otherwise: str  # diagnostic, not covered


@dataclass
class Policy:
    """One policy file."""

    name: str
    market: str
    begins: date
    ends: date
    grandfathered: bool
    limits: Mapping[str, Limits]  # by the tier that has limits of its own
    ledger_of: Mapping[str, str]  # tier -> the tier whose limits and ledger it uses
    tiers: tuple[str, ...]
    benefits: Sequence[Clause]
    preventive: Preventive | None
    authorizations: Sequence[Clause] | None  # None: absent, not stated
    protected_sites: frozenset[str]
    balance_ceiling: int | None
    services: Services

    def contracted(self, tier: str) -> bool:
        return tier in self.tiers and tier != OUT

    def limits_of(self, tier: str) -> Limits:
        return self.limits.get(self.ledger_of[tier], Limits())


def applying(clauses: Sequence[Clause], matches: Callable[[Clause], bool]) -> Clause | None:
    """Of the clauses that match, the one strictly narrower than each other one."""
    matching = [clause for clause in clauses if matches(clause)]
    for clause in matching:
        if all(clause is other or clause.narrower_than(other) for other in matching):
            return clause
    if matching:
        raise SpecError("two clauses overlap, neither narrower")
    return None


def clashes(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """The pairs of clauses that overlap where neither is the narrower."""
    return [
        (one.place, other.place)
        for index, one in enumerate(clauses)
        for other in clauses[index + 1 :]
        if one.overlaps(other) and not one.narrower_than(other) and not other.narrower_than(one)
    ]
