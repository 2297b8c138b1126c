"""The plan's own way of saying it: its phrases as values (SPEC 2.1, 2.2)."""

import re
from dataclasses import dataclass

from .written import SpecError, basis_points, cents

AMOUNT = r"\$([0-9]+(?:\.[0-9]{1,2})?)"
PERCENT = r"([0-9]+(?:\.[0-9]{1,2})?)%"
COPAY = (
    AMOUNT
    + r"copay(perservice|perday|pervisit)?(deductiblewaived|beforedeductible|afterdeductible)?"
)
COINSURANCE = (
    PERCENT + rf"coinsurance(?:upto{AMOUNT}perservice)?(deductiblewaived|afterdeductible)?"
)
SHARE = re.compile(rf"(?:{COPAY})?(then)?(?:{COINSURANCE})?")
NO_CHARGE = re.compile(r"nocharge(deductiblewaived|afterdeductible)?")
PENALTY = re.compile(
    rf"(?:{AMOUNT}penalty|{PERCENT}penaltyon(planpayment|allowedamount)(?:upto{AMOUNT})?)"
)
CEILING = re.compile(rf"upto{PERCENT}ofallowed")
NUMBER = re.compile(r"[0-9](?:[0-9.,]*[0-9])?")
GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?")


@dataclass(frozen=True)
class CostShare:
    """A cost-share phrase; `kind` is `share`, `not covered` or `not stated`."""

    kind: str = "share"
    copay: int = 0
    per_day: bool = False
    copay_after: bool = False  # the copay is owed after the deductible, not before or instead of it
    deductible_applies: bool = False  # anything in the phrase is before or after the deductible
    rate: int = 0
    rate_cap: int | None = None


NOT_COVERED = CostShare("not covered")
NOT_STATED = CostShare("not stated")


@dataclass(frozen=True)
class Consequence:
    """An authorization phrase; `kind` is the phrase, or `penalty`.

    A penalty is `fixed` cents, or `rate` of `base` (`plan payment`, `allowed amount`).
    """

    kind: str
    fixed: int | None = None
    rate: int = 0
    base: str = ""
    cap: int | None = None


def squashed(text: str) -> str:
    """The phrase without what does not matter: case, spaces, commas."""
    if re.search(r"[0-9.]\s+[0-9.]", text):
        raise SpecError("a number with a space in it")
    for number in NUMBER.findall(text):
        if "," in number and not GROUPED.fullmatch(number):
            raise SpecError("an amount whose commas are not thousands")
    return re.sub(r"[\s,]", "", text.lower())


def cost_share(text: str, deductible_is_none: bool) -> CostShare:
    """The phrase as a value; `deductible_is_none`: its tier has no deductible."""
    said = squashed(text).replace("deductibledoesnotapply", "deductiblewaived")
    if said == "notcovered":
        return NOT_COVERED
    if said == "notstated":
        return NOT_STATED
    free = NO_CHARGE.fullmatch(said)
    if free:
        return CostShare(deductible_applies=free[1] == "afterdeductible")
    found = SHARE.fullmatch(said)
    if not found or not said:
        raise SpecError(f"not a cost-share phrase: {text}")
    copay, per, copay_when, then, rate, rate_cap, rate_when = found.groups()
    both = copay is not None and rate is not None
    if both != (then is not None):
        raise SpecError(f"not a cost-share phrase: {text}")
    if not deductible_is_none:
        if copay is not None and copay_when is None:
            raise SpecError(f"a copay that does not say how the deductible applies: {text}")
        if rate is not None and rate_when is None:
            raise SpecError(f"a coinsurance that does not say how the deductible applies: {text}")
    timed = ("beforedeductible", "afterdeductible")
    if both and copay_when in timed and rate_when == "deductiblewaived":
        raise SpecError(f"a copay with the deductible, then a coinsurance without it: {text}")
    return CostShare(
        copay=cents(copay) if copay is not None else 0,
        per_day=per in ("perday", "pervisit"),
        copay_after=copay_when == "afterdeductible",
        deductible_applies=copay_when in timed or rate_when in timed,
        rate=basis_points(rate) if rate is not None else 0,
        rate_cap=cents(rate_cap) if rate_cap is not None else None,
    )


def consequence(text: str) -> Consequence:
    """What happens where an authorization is missing."""
    said = squashed(text)
    for plain in ("not required", "provider write-off", "denied", "not stated"):
        if said == plain.replace(" ", ""):
            return Consequence(plain)
    found = PENALTY.fullmatch(said)
    if not found:
        raise SpecError(f"not an authorization phrase: {text}")
    fixed, rate, base, cap = found.groups()
    if fixed is not None:
        return Consequence("penalty", fixed=cents(fixed))
    return Consequence(
        "penalty",
        rate=basis_points(rate),
        base="plan payment" if base == "planpayment" else "allowed amount",
        cap=cents(cap) if cap is not None else None,
    )


def balance_ceiling(text: str) -> int | None:
    """`balance_billing`: None for full, else the most as basis points of allowed (none: 0)."""
    said = squashed(text)
    if said == "full":
        return None
    if said == "none":
        return 0
    found = CEILING.fullmatch(said)
    if not found:
        raise SpecError(f"not a balance-billing phrase: {text}")
    return basis_points(found[1])
