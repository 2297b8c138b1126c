"""From an order and its decision to the kernel's columns, and from its result to the answer's."""

from collections.abc import Sequence
from typing import NamedTuple

from scancost.kernel import walk as k
from scancost.kernel.ledger import LIMITS_WIDTH, POOLS, UNKNOWN
from scancost.kernel.money import NO_LIMIT
from scancost.kernel.outcome import WRITTEN_OFF
from scancost.model.order import BALANCES
from scancost.model.policy import Limit, TierLimits
from scancost.problems import Problem, Wrong, located, wrong_at
from scancost.rules.findings import Decision
from scancost.rules.limits import met_from_remaining
from scancost.rules.policies import ReadyPolicy
from scancost.rules.reasons import at_stake, reasons

Stated = tuple[int, int, int, int]
"""What an order states as met, in the order of BALANCES, in cents or UNKNOWN."""
FAMILY_OF = ((0, 2), (1, 3))  # of BALANCES: a member's, and their family's


def _limit(limits: TierLimits | None, name: str) -> Limit | None:
    if limits is None:
        return None
    return limits.deductible if name.endswith("deductible") else limits.out_of_pocket_max


def _met(limits: TierLimits | None, name: str, remaining: int, is_family: bool) -> int:
    """A balance that remains, as met; of a deductible of none nothing is left, ever (SPEC 5). Raises
    Wrong."""
    limit = _limit(limits, name)
    if limit is None and remaining == 0 and name.endswith("deductible"):
        return 0
    which = "family" if name.startswith("family") else "member"
    return met_from_remaining(limit, which, remaining, is_family)


def stated_met(
    ready: ReadyPolicy,
    tier: str,
    is_family: bool,
    met: Sequence[int | None],
    remaining: Sequence[int | None],
) -> Stated:
    """The balances an order states, as met, in the tier whose rules apply. Raises Wrong (with the
    column at fault) for a balance that the limits, or the order itself, contradict."""
    limits = ready.policy.limits_of(tier)
    out = []
    for name, was_met, is_left in zip(BALANCES, met, remaining, strict=True):
        value = UNKNOWN if was_met is None else was_met
        if is_left is not None:
            try:
                found = _met(limits, name, is_left, is_family)
            except Wrong as wrong:
                raise located(wrong, f"{name}_remaining") from None
            if value not in (UNKNOWN, found):
                raise wrong_at(f"{name}_remaining", "met_and_remaining", name=name)
            value = found
        out.append(value)
    for member, family in FAMILY_OF:
        if UNKNOWN not in (out[member], out[family]) and out[family] < out[member]:
            raise _below_member(family, met)
    return (out[0], out[1], out[2], out[3])


def _below_member(family: int, met: Sequence[int | None]) -> Wrong:
    name = BALANCES[family]
    at = f"{name}_remaining" if met[family] is None else f"{name}_met"
    return wrong_at(at, "family_below_member", name=name)


def stated_faults(
    ready: ReadyPolicy,
    tier: str,
    is_family: bool,
    met: Sequence[int | None],
    remaining: Sequence[int | None],
) -> list[Problem]:
    """Everything that `stated_met` has against the balances of an order, not the first alone."""
    problems: list[Problem] = []
    known: list[int | None] = [None] * len(BALANCES)
    for at in range(len(BALANCES)):
        only = [[v if at == i else None for i, v in enumerate(each)] for each in (met, remaining)]
        try:
            found = stated_met(ready, tier, is_family, *only)[at]
            known[at] = None if found == UNKNOWN else found
        except Wrong as wrong:
            problems.append(wrong.problem)
    return [*problems, *families_below(known, met)]


def families_below(known: Sequence[int | None], met: Sequence[int | None]) -> list[Problem]:
    """The balances of a family that are below its member's; `met` are those stated in that form."""
    pairs = [(known[member], known[family], family) for member, family in FAMILY_OF]
    return [
        _below_member(family, met).problem
        for mine, ours, family in pairs
        if mine is not None and ours is not None and ours < mine
    ]


def whole_limits(limits: TierLimits | None, is_family: bool) -> Stated:
    """The whole limits that "remaining" is of, in the order of BALANCES, in cents; UNKNOWN where
    nothing can remain. That nothing remains is that the whole is met."""
    found = []
    for name in BALANCES:
        try:
            found.append(_met(limits, name, 0, is_family))
        except Wrong:
            found.append(UNKNOWN)
    return (found[0], found[1], found[2], found[3])


class Shown(NamedTuple):
    """The amounts of a result as the columns of SPEC 7 have them: cents, None where blank."""

    billed: int
    allowed: int
    copay: int
    deductible: int
    coinsurance: int
    penalty: int
    balance_bill: int
    not_covered: int
    patient_pays: int
    plan_pays: int
    provider_writeoff: int
    deductible_left: int | None
    out_of_pocket_left: int | None
    patient_pays_if_not_authorized: int | None
    patient_pays_if_not_preventive: int | None
    at_stake: int | None


def shown(
    decision: Decision, limits: TierLimits | None, billed: int, result: Sequence[int]
) -> Shown:
    """The columns of one result (kernel/walk.py names the columns of `result`)."""
    has_deductible = limits is not None and limits.deductible is not None
    has_maximum = limits is not None and limits.out_of_pocket_max is not None
    assumed = decision.authorization == "assumed"
    other_plan_pays = result[k.OTHER_PLAN_PAYS]
    if_not_preventive = result[k.PURPOSE_PATIENT_PAYS]
    return Shown(
        billed,
        result[k.WORKSHEET],
        result[k.COPAY],
        result[k.DEDUCTIBLE],
        result[k.COINSURANCE],
        result[k.PENALTY],
        result[k.BALANCE_BILL],
        result[k.UNCOVERED],
        result[k.PATIENT_PAYS],
        result[k.PLAN_PAYS],
        result[k.WRITE_OFF],
        result[k.DEDUCTIBLE_LEFT] if has_deductible else None,
        result[k.OUT_OF_POCKET_LEFT] if has_maximum else None,
        result[k.OTHER_PATIENT_PAYS] if assumed else None,
        if_not_preventive if if_not_preventive != UNKNOWN else None,
        at_stake(decision.authorization, result[k.PLAN_PAYS], other_plan_pays),
    )


def reasons_of(decision: Decision, result: Sequence[int]) -> str:
    """The reason codes of one result (SPEC 6)."""
    return reasons(
        decision.denial,
        decision.terms[k.OUTCOME] == WRITTEN_OFF,
        result[k.COPAY],
        result[k.DEDUCTIBLE],
        result[k.COINSURANCE],
        result[k.PENALTY],
        result[k.BALANCE_BILL],
        result[k.UNCOVERED],
        result[k.WRITE_OFF],
    )


class Ledger:
    """The accumulators of members and their families, for the kernel's walk. Cents met."""

    def __init__(self, members: int, families: int = 1) -> None:
        self.deductible = [0] * (members * POOLS)
        self.out_of_pocket = [0] * (members * POOLS)
        self.family_deductible = [0] * (families * POOLS)
        self.family_out_of_pocket = [0] * (families * POOLS)
        self.copay_day = [-1] * members
        self.copay_charged = [0] * members
        self.was_stated = [0] * members

    def charged_on(self, member: int, day: int) -> int:
        """What a member was charged in per-day copays on a day (its ordinal), so far."""
        return self.copay_charged[member] if self.copay_day[member] == day else 0

    def walk(self, count: int, orders: list[int], terms: list[int], limits: list[int]) -> list[int]:
        """The results of `count` orders (kernel/walk.py) settled in their sequence."""
        results = [0] * (count * k.RESULT_WIDTH)
        k.walk(
            count,
            orders,
            terms,
            limits,
            self.deductible,
            self.out_of_pocket,
            self.family_deductible,
            self.family_out_of_pocket,
            self.copay_day,
            self.copay_charged,
            self.was_stated,
            results,
        )
        return results


def binding(ready: ReadyPolicy, row: int) -> Stated:
    """The limits that bind in a row of limits, in the order of BALANCES (UNKNOWN: none does)."""
    if row < 0:
        return (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)
    at = row * LIMITS_WIDTH
    columns = ready.limits[at : at + 4]
    values = [UNKNOWN if value == NO_LIMIT else value for value in columns]
    return (values[0], values[2], values[1], values[3])


def most_met(ready: ReadyPolicy, row: int) -> Stated:
    """The most of each balance that can have been met, in the order of BALANCES, in cents: the limit
    that binds; where none of a member's own does (aggregate), the family's. UNKNOWN: no limit."""
    member, member_most, family, family_most = binding(ready, row)
    return (
        family if member == UNKNOWN else member,
        family_most if member_most == UNKNOWN else member_most,
        family,
        family_most,
    )
