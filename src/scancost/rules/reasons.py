"""Reason codes (SPEC 6): group-CARC, in the order of the result columns; zero amounts have none."""

from __future__ import annotations

_PENALTY = "PR-197"
_OWED = {"204": "PR-204", "242": "PR-242", "50": "PR-50", "39": "PR-39", "197": "PR-197"}
_WRITTEN_OFF = {"50": "CO-50", "39": "CO-39", "197": "CO-197"}


def reasons(
    denial: str,
    is_written_off: bool,
    copay: int,
    deductible: int,
    coinsurance: int,
    penalty: int,
    balance_bill: int,
    not_covered: int,
    write_off: int,
) -> str:
    """The codes of one result, space separated; amounts in cents, `denial` as in Decision;
    `is_written_off` where the provider may collect nothing of a denial."""
    if denial in _WRITTEN_OFF and is_written_off:
        return _WRITTEN_OFF[denial] if write_off else ""
    parts = (
        ("PR-3", copay),
        ("PR-1", deductible),
        ("PR-2", coinsurance),
        (_PENALTY, penalty),
        ("PR-45", balance_bill),
        (_OWED.get(denial, ""), not_covered),
        ("CO-45", write_off),
    )
    return " ".join(code for code, amount in parts if amount)


def at_stake(authorization: str, plan_pays: int, other_plan_pays: int) -> int | None:
    """What the plan would pay with the authorization less what it pays without, in cents.

    None unless one is required and not approved, and steps 4 and 5 of SPEC 4 are passed.
    """
    if authorization == "assumed":
        return plan_pays - other_plan_pays
    if authorization in ("missing", "denied"):
        return other_plan_pays - plan_pays
    return None
