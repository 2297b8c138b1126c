"""Who pays what of one order: the worksheet and the outcomes of SPEC 5, the codes of SPEC 6."""

from dataclasses import dataclass, field

from .deciding import Decision
from .order import Order
from .phrases import Consequence
from .policy import OUT
from .written import share_of

Worksheet = dict[str, int]


@dataclass
class Left:
    """What an order finds when its turn comes; None: there is no such limit."""

    deductible: int | None
    maximum: int | None
    per_day_charged: int  # the member's per-day copays on that date


@dataclass
class Outcome:
    """What one order comes to, in cents."""

    status: str
    billed: int
    allowed: int
    worksheet: Worksheet
    copay: int = 0
    deductible: int = 0
    coinsurance: int = 0
    penalty: int = 0
    balance_bill: int = 0
    not_covered: int = 0
    plan_pays: int = 0
    cause: str = ""  # the CARC of a denial, or 204 / 242
    whole: bool = False  # the rule writes off all that is billed
    reasons: str = field(default="", init=False)

    @property
    def patient_pays(self) -> int:
        return (
            self.copay
            + self.deductible
            + self.coinsurance
            + self.penalty
            + self.balance_bill
            + self.not_covered
        )

    @property
    def provider_writeoff(self) -> int:
        return self.billed - self.patient_pays - self.plan_pays


def penalty_before_limits(missing: Consequence, allowed: int, cost_share: int) -> int:
    if missing.fixed is not None:
        return missing.fixed
    base = allowed - cost_share if missing.base == "plan payment" else allowed
    amount = share_of(missing.rate, base)
    return amount if missing.cap is None else min(amount, missing.cap)


def before_the_cut(decision: Decision, component: str, allowed: int, left: Left) -> Worksheet:
    """Lines 1 to 9."""
    share = decision.share
    owed = share.copay
    if component == "professional" and not decision.copay_on_each_part:
        owed = 0
    if share.per_day:
        owed = max(0, owed - left.per_day_charged)
    copay_first = 0 if share.copay_after else min(owed, allowed)
    subject = allowed - copay_first if share.deductible_applies else 0
    deductible = min(subject, left.deductible or 0)
    after_deductible = allowed - copay_first - deductible
    copay_after = min(owed, after_deductible) if share.copay_after else 0
    base = after_deductible - copay_after
    coinsurance = share_of(share.rate, base)
    if share.rate_cap is not None:
        coinsurance = min(coinsurance, share.rate_cap)
    return {
        "allowed": allowed,
        "copay_first": copay_first,
        "subject_to_deductible": subject,
        "deductible": deductible,
        "after_deductible": after_deductible,
        "copay_after": copay_after,
        "subject_to_coinsurance": base,
        "coinsurance": coinsurance,
        "before_limit": copay_first + deductible + copay_after + coinsurance,
    }


def after_the_cut(sheet: Worksheet, cost_share: int) -> dict[str, int]:
    """The four parts that make up `cost_share`, cut in the order of SPEC 5."""
    cut = sheet["before_limit"] - cost_share
    parts = {}
    for line in ("coinsurance", "copay_after", "deductible", "copay_first"):
        taken = min(cut, sheet[line])
        parts[line] = sheet[line] - taken
        cut -= taken
    return parts


def balance_bill(decision: Decision, ceiling: int | None, billed: int, allowed: int) -> int:
    if decision.tier != OUT or decision.protected:
        return 0
    above = billed - allowed
    return above if ceiling is None else min(above, share_of(ceiling, allowed))


def covered(
    decision: Decision,
    component: str,
    billed: int,
    allowed: int,
    left: Left,
    ceiling: int | None,
    missing: Consequence | None,
) -> Outcome:
    """The order paid for; `missing` is the penalty clause where an authorization is missing."""
    sheet = before_the_cut(decision, component, allowed, left)
    cost_share = sheet["before_limit"]
    if left.maximum is not None and decision.counts:
        cost_share = min(cost_share, left.maximum)
    parts = after_the_cut(sheet, cost_share)
    penalty = 0
    if missing is not None:
        penalty = min(penalty_before_limits(missing, allowed, cost_share), allowed - cost_share)
    plan_pays = allowed - cost_share - penalty
    sheet |= {"cost_share": cost_share, "penalty": penalty, "plan_pays": plan_pays}
    return Outcome(
        "conditional" if decision.unknown else "covered",
        billed,
        allowed,
        sheet,
        copay=parts["copay_first"] + parts["copay_after"],
        deductible=parts["deductible"],
        coinsurance=parts["coinsurance"],
        penalty=penalty,
        balance_bill=balance_bill(decision, ceiling, billed, allowed),
        plan_pays=plan_pays,
    )


LINES = [
    "allowed",
    "copay_first",
    "subject_to_deductible",
    "deductible",
    "after_deductible",
    "copay_after",
    "subject_to_coinsurance",
    "coinsurance",
    "before_limit",
    "cost_share",
    "penalty",
    "plan_pays",
]


def unpaid(status: str, cause: str, billed: int, allowed: int, owed: int | None) -> Outcome:
    """The plan pays nothing; the patient owes `owed`, or nothing where all is written off."""
    sheet = dict.fromkeys(LINES, 0) | {"allowed": allowed}
    return Outcome(
        status,
        billed,
        allowed,
        sheet,
        not_covered=owed or 0,
        cause=cause,
        whole=owed is None,
    )


def settle(
    order: Order, decision: Decision, authorization: str, left: Left, ceiling: int | None
) -> Outcome:
    """Steps 4, 5 and 6 of SPEC 4 with their amounts; `authorization` as it stands on the date."""
    billed = order.billed if order.billed is not None else order.allowed
    allowed = min(order.allowed, billed)
    if decision.share.kind == "not covered":
        cause = "242" if decision.only_out_of_network else "204"
        cash = billed if order.cash_price is None else min(order.cash_price, billed)
        return coded(unpaid("not_covered", cause, billed, allowed, cash))
    member_owes = allowed if decision.contracted else billed
    provider_owes = decision.contracted and not order.patient_waiver
    denied_owes = None if provider_owes else member_owes
    if order.medical_necessity == "not_met":
        return coded(unpaid("denied", "50", billed, allowed, denied_owes))
    missing = None
    if decision.authorization is not None and decision.authorization_required:
        if authorization == "denied":
            return coded(unpaid("denied", "39", billed, allowed, denied_owes))
        if authorization == "missing":
            missing = decision.authorization
    if missing is not None and missing.kind == "provider write-off":
        return coded(unpaid("denied", "197", billed, allowed, None))
    if missing is not None and missing.kind == "denied":
        return coded(unpaid("denied", "197", billed, allowed, member_owes))
    outcome = covered(decision, order.component, billed, allowed, left, ceiling, missing)
    if decision.authorization_required and authorization in ("unknown", "pending"):
        outcome.status = "conditional"
    return coded(outcome)


def coded(outcome: Outcome) -> Outcome:
    """With its reason codes (SPEC 6)."""
    owed = outcome.not_covered
    codes = [
        ("PR-3", outcome.copay),
        ("PR-1", outcome.deductible),
        ("PR-2", outcome.coinsurance),
        ("PR-197", outcome.penalty or (owed if outcome.cause == "197" else 0)),
        ("PR-45", outcome.balance_bill),
        (f"PR-{outcome.cause}", owed if outcome.cause != "197" else 0),
        (f"CO-{outcome.cause}" if outcome.whole else "CO-45", outcome.provider_writeoff),
    ]
    outcome.reasons = " ".join(code for code, amount in codes if amount)
    return outcome
