"""What has been met and what is left (SPEC 5 "left" and "credits", SPEC 7 "balances")."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from .order import BALANCES
from .policy import Limit, Policy
from .written import SpecError

ACA_MARKETS = ("employer", "individual", "marketplace")
ACA_SELF_ONLY = {2024: 9450, 2025: 9200, 2026: 10600, 2027: 12000}  # dollars
DEDUCTIBLE, MAXIMUM = "deductible_met", "out_of_pocket_met"


@dataclass
class Ledger:
    """The running balances of one family (or of one member who has none) under one policy.

    `met[tier, who]` holds cents by balance; `who` is a member, or "" for the family as a whole.
    """

    met: defaultdict[tuple[str, str | None], dict[str, int]] = field(
        default_factory=lambda: defaultdict(lambda: {DEDUCTIBLE: 0, MAXIMUM: 0})
    )
    per_day: defaultdict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    stated_for: set[str] = field(default_factory=set)

    def member(self, tier: str, member: str) -> dict[str, int]:
        return self.met[tier, member]

    def family(self, tier: str) -> dict[str, int]:
        return self.met[tier, None]

    def raise_to(self, tier: str, member: str, told: Mapping[str, int]) -> None:
        """Stated balances raise the running ones; they never lower them."""
        if told:
            self.stated_for.add(member)
        mine, ours = self.member(tier, member), self.family(tier)
        for balance in (DEDUCTIBLE, MAXIMUM):
            by = max(0, told.get(balance, 0) - mine[balance])
            mine[balance] += by
            if "family_" + balance in told:
                ours[balance] = max(ours[balance], told["family_" + balance])
            else:
                ours[balance] += by

    def credit(self, tier: str, member: str, balance: str, amount: int) -> None:
        self.member(tier, member)[balance] += amount
        self.family(tier)[balance] += amount


def told_as_met(
    policy: Policy, tier: str, in_family: bool, met: Mapping[str, int], left: Mapping[str, int]
) -> dict[str, int]:
    """Every stated balance as what is met: `_remaining` is the limit less it."""
    limits = policy.limits_of(tier)
    told = dict(met)
    for name in BALANCES:
        if name not in left:
            continue
        limit = limits.deductible if name.endswith(DEDUCTIBLE) else limits.maximum
        whole = None
        if limit is not None and name.startswith("family_"):
            whole = limit.family
        elif limit is not None:
            whole = limit.individual_in_family if in_family else limit.individual
        elif name.endswith(DEDUCTIBLE):
            whole = 0  # a deductible of none: nothing is left of it, ever
        if whole is None or left[name] > whole:
            raise SpecError(f"{name.replace('_met', '_remaining')} is more than there is")
        if told.setdefault(name, whole - left[name]) != whole - left[name]:
            raise SpecError(f"{name} is contradicted by what is said to remain")
    for balance in (DEDUCTIBLE, MAXIMUM):
        if told.get("family_" + balance, told.get(balance, 0)) < told.get(balance, 0):
            raise SpecError(f"family_{balance} is below its member's")
    return told


def check_family_limits(policy: Policy, tier: str, in_family: bool) -> None:
    limits = policy.limits_of(tier)
    for limit in (limits.deductible, limits.maximum):
        if in_family and limit is not None and limit.family is None:
            raise SpecError("family coverage, and the policy states no family limit")


def limit_left(limit: Limit, in_family: bool, mine: int, ours: int) -> int:
    if not in_family:
        return limit.individual - mine
    assert limit.family is not None
    if limit.aggregate:
        return limit.family - ours
    return min(limit.individual_in_family - mine, limit.family - ours)


def deductible_left(
    policy: Policy, ledger: Ledger, tier: str, member: str, in_family: bool
) -> int | None:
    """What is left of the deductible in the tier; None where it has none."""
    limit = policy.limits_of(tier).deductible
    if limit is None:
        return None
    own = policy.ledger_of[tier]
    mine, ours = ledger.member(own, member)[DEDUCTIBLE], ledger.family(own)[DEDUCTIBLE]
    return max(0, limit_left(limit, in_family, mine, ours))


def maximum_left(
    policy: Policy,
    ledger: Ledger,
    tier: str,
    member: str,
    in_family: bool,
    aca: Mapping[int, int] = ACA_SELF_ONLY,
) -> int | None:
    """What is left of the out-of-pocket maximum in the tier; None where it has none."""
    limit = policy.limits_of(tier).maximum
    if limit is None:
        return None
    own = policy.ledger_of[tier]
    mine, ours = ledger.member(own, member)[MAXIMUM], ledger.family(own)[MAXIMUM]
    left = limit_left(limit, in_family, mine, ours)
    bound = policy.market in ACA_MARKETS and not policy.grandfathered
    if in_family and limit.aggregate and bound and policy.contracted(tier):
        if policy.begins.year not in aca:
            raise SpecError(f"no self-only limit is known for {policy.begins.year}")
        left = min(left, aca[policy.begins.year] * 100 - mine)
    return max(0, left)


def credit_order(
    policy: Policy,
    ledger: Ledger,
    tier: str,
    member: str,
    in_family: bool,
    deductible: int,
    out_of_pocket: int,
    aca: Mapping[int, int] = ACA_SELF_ONLY,
) -> None:
    """Credit what an order paid: in its tier, and up to what is left where that also counts."""
    own = policy.ledger_of[tier]
    credited = {own}
    credits = [(own, deductible, out_of_pocket)]
    for also in policy.limits_of(tier).also_counts_toward:
        if policy.ledger_of[also] in credited:
            continue
        theirs = policy.limits_of(also)
        both = (theirs.deductible, theirs.maximum)
        if in_family and any(each is not None and each.family is None for each in both):
            continue  # no family coverage there: SPEC calls an order in it an error
        credited.add(policy.ledger_of[also])
        left = deductible_left(policy, ledger, also, member, in_family)
        most = maximum_left(policy, ledger, also, member, in_family, aca)
        to_maximum = out_of_pocket if most is None else min(out_of_pocket, most)
        credits.append((policy.ledger_of[also], min(deductible, left or 0), to_maximum))
    for ledger_tier, to_deductible, to_maximum in credits:
        ledger.credit(ledger_tier, member, DEDUCTIBLE, to_deductible)
        ledger.credit(ledger_tier, member, MAXIMUM, to_maximum)
