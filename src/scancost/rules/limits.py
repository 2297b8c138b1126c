"""The limits of each tier as rows of ints for the kernel (SPEC 2 and 5). Cents."""

from __future__ import annotations

from scancost.kernel.ledger import CREDITED, LIMITS_WIDTH
from scancost.kernel.money import NO_LIMIT
from scancost.model.policy import Limit, Policy
from scancost.model.vocabulary import OUT_OF_NETWORK
from scancost.problems import Wrong

CAPPED_MARKETS = ("employer", "individual", "marketplace")
"""The markets whose out-of-pocket maximum the ACA limits (SPEC 5)."""


def row_of(policy: Policy, tier: str, is_family: bool) -> int:
    """The row of limits of a tier and coverage, or -1 where the tier has none."""
    if policy.limits_of(tier) is None:
        return -1
    return policy.tiers.index(tier) * 2 + int(is_family)


def needs_aca_limit(policy: Policy) -> bool:
    """Whether one person's out-of-pocket maximum is capped by the ACA limit of the year."""
    if policy.grandfathered or policy.market not in CAPPED_MARKETS:
        return False
    contracted = (policy.limits_of(tier) for tier in policy.tiers if tier != OUT_OF_NETWORK)
    maxima = (limits.out_of_pocket_max for limits in contracted if limits is not None)
    return any(limit is not None and limit.family_rule == "aggregate" for limit in maxima)


def limits_rows(policy: Policy, aca_self_only: int | None) -> tuple[int, ...]:
    """Rows of LIMITS_WIDTH for every tier, self-only then family (kernel/ledger.py).

    `aca_self_only` is the ACA limit of the year in which the benefit year starts, in cents; None
    where it does not bind this policy (see needs_aca_limit).
    """
    rows: list[int] = []
    for tier in policy.tiers:
        for is_family in (False, True):
            rows += _row(policy, tier, is_family, aca_self_only)
    return tuple(rows)


def _row(policy: Policy, tier: str, is_family: bool, aca_self_only: int | None) -> list[int]:
    limits = policy.limits_of(tier)
    if limits is None:
        return [0] * CREDITED + [-1] * (LIMITS_WIDTH - CREDITED)
    cap = aca_self_only if tier != OUT_OF_NETWORK and aca_self_only is not None else NO_LIMIT
    row = [
        *_deductible(limits.deductible, is_family),
        *_out_of_pocket(limits.out_of_pocket_max, is_family, cap),
        _pool(policy, tier),
    ]
    credited = [tier]
    for other in limits.also_counts_toward:
        pools = [_pool(policy, name) for name in credited]
        if _pool(policy, other) not in pools and has_coverage(policy, other, is_family):
            credited.append(other)
    rows = [row_of(policy, name, is_family) for name in credited]
    return row + rows + [-1] * (LIMITS_WIDTH - CREDITED - len(rows))


def _pool(policy: Policy, tier: str) -> int:
    return policy.tiers.index(policy.shared.get(tier, tier))


def has_coverage(policy: Policy, tier: str, is_family: bool) -> bool:
    """Whether the limits of a tier say what binds under this coverage."""
    limits = policy.limits_of(tier)
    if limits is None:
        return False
    both = (limits.deductible, limits.out_of_pocket_max)
    return not is_family or all(limit is None or limit.family is not None for limit in both)


def _family(limit: Limit) -> int:
    return limit.family if limit.family is not None else NO_LIMIT


def _deductible(limit: Limit | None, is_family: bool) -> tuple[int, int]:
    """What binds the member and the family; of a deductible of none nothing is ever left."""
    if limit is None:
        return (0, NO_LIMIT)
    if not is_family:
        return (limit.individual, NO_LIMIT)
    if limit.family_rule == "aggregate":
        return (NO_LIMIT, _family(limit))
    return (in_family(limit), _family(limit))


def _out_of_pocket(limit: Limit | None, is_family: bool, cap: int) -> tuple[int, int]:
    if limit is None:
        return (NO_LIMIT, NO_LIMIT)
    if not is_family:
        return (limit.individual, NO_LIMIT)
    if limit.family_rule == "aggregate":
        return (cap, _family(limit))
    return (in_family(limit), _family(limit))


def in_family(limit: Limit) -> int:
    """What binds one person in family coverage."""
    return limit.individual if limit.individual_in_family is None else limit.individual_in_family


def met_from_remaining(limit: Limit | None, which: str, remaining: int, is_family: bool) -> int:
    """Limit less what remains (SPEC 7), in cents; `which` is `member` or `family`. Raises Wrong."""
    if limit is None:
        raise Wrong("remaining_without_limit")
    whole = _family(limit) if which == "family" else limit.individual
    if which == "member" and is_family:
        whole = in_family(limit)
    if whole == NO_LIMIT or remaining > whole:
        raise Wrong("remaining_above_limit")
    return whole - remaining
