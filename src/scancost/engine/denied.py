"""What a denial costs: the same order settled as denied and as if overturned. Amounts are cents.

Read beside SPEC 5's outcome table and data/denials.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from scancost.engine.estimate import Estimate, Line, estimate
from scancost.model.vocabulary import IN_NETWORK
from scancost.problems import Problems
from scancost.rules.denials import DenialCode


class Outcome(NamedTuple):
    """Who pays what of the bill."""

    patient_pays: int
    plan_pays: int
    provider_writeoff: int


@dataclass(frozen=True)
class Stake:
    """The order as denied and as if overturned; None where it cannot be told.

    `finding` says where the notice and the policy disagree: policy_needs_none, policy_silent,
    policy_says_provider (its phrase is a write-off), contract_says_provider (in network, without a
    waiver), policy_says_patient, policy_covers, policy_agrees (that it is not covered), or nothing.
    """

    overturned: Line
    as_denied: Outcome | None
    if_overturned: Outcome | None
    finding: str

    @property
    def at_stake(self) -> int | None:
        """What the plan would pay if overturned less what it pays as denied."""
        if self.as_denied is None or self.if_overturned is None:
            return None
        return self.if_overturned.plan_pays - self.as_denied.plan_pays


_APPROVED = {
    "preauthorization": "approved",
    "authorized_service": None,
    "medical_necessity": "met",
}
_DENIED_AS: dict[str, dict[str, Any]] = {
    "authorization": {"preauthorization": "missing"},
    "medical_judgment": {"medical_necessity": "not_met"},
}


def stake(found: Estimate, code: DenialCode, kind: str) -> Stake | None:
    """The stake of an order denied with this code, of a kind of data/denials.yaml.

    None where the order's network is open or a variant cannot be settled.
    """
    changes = dict(_APPROVED)
    if kind == "network":
        changes["network"] = IN_NETWORK
    overturned = _variant(found, changes)
    if overturned is None:
        return None
    denied = None
    if kind in _DENIED_AS:
        against = {"preauthorization": "denied"} if code.carc == "39" else _DENIED_AS[kind]
        denied = _variant(found, {**_APPROVED, **against})
    finding = _finding(code, kind, overturned, denied)
    as_denied = _as_denied(code.group, kind, found, overturned, denied)
    return Stake(overturned, as_denied, _outcome(overturned), finding)


def is_one_answer(found: Estimate) -> bool:
    """Whether an estimate is of one bill in one network, so that amounts can be told."""
    return len(found.lines) == 1 and not found.unanswered and not found.is_bills


def _variant(found: Estimate, changes: dict[str, Any]) -> Line | None:
    """The one line of the order with other answers of the insurer."""
    if not is_one_answer(found):
        return None
    order = found.lines[0].order
    terms = order.terms.model_copy(update=changes)
    other = order.model_copy(update={"terms": terms, "authorization_expires": None})
    try:
        lines = estimate(found.ready, other).lines
    except Problems:
        return None
    return lines[0]


def _outcome(line: Line) -> Outcome | None:
    """None where there is no price, or where the charge is open and decides it."""
    amounts = line.shown
    if amounts is None or "billed" in line.unknown:
        return None
    return Outcome(amounts.patient_pays, amounts.plan_pays, amounts.provider_writeoff)


def _as_denied(
    group: str, kind: str, found: Estimate, overturned: Line, denied: Line | None
) -> Outcome | None:
    """By the notice's group code first; else by what the policy says of such a denial."""
    amounts = overturned.shown
    if amounts is None or "billed" in overturned.unknown:
        return None
    billed = amounts.billed
    if group in ("CO", "PI"):
        return Outcome(0, 0, billed)
    by_policy = _outcome(denied) if denied is not None and _is_refused(denied) else None
    if group != "PR":
        return by_policy
    if by_policy is not None and by_policy.patient_pays:
        return by_policy
    owed = billed
    if denied is not None and denied.decision.is_contracted:
        owed = amounts.allowed
    elif kind == "not_covered" and found.order.cash_price is not None:
        owed = min(found.order.cash_price, billed)
    return Outcome(owed, 0, billed - owed)


def _is_refused(line: Line) -> bool:
    """Whether the policy really refuses or cuts the order in this variant."""
    decision = line.decision
    return decision.status == "denied" or decision.authorization in ("missing", "denied")


def _finding(code: DenialCode, kind: str, overturned: Line, denied: Line | None) -> str:
    """Where the notice and the policy disagree."""
    group = code.group
    if overturned.decision.status == "not_covered":
        return "policy_agrees"
    if denied is None:
        return "policy_covers" if kind in ("not_covered", "limit") else ""
    if overturned.order.terms.emergency and not overturned.decision.is_protected:
        return ""  # settled as if none were needed, which no law or policy says
    if kind == "authorization" and denied.decision.authorization == "not_required":
        return "policy_needs_none"
    if kind == "authorization" and denied.decision.authorization == "not_stated":
        return "policy_silent"
    outcome = _outcome(denied)
    if denied.decision.status != "denied" or outcome is None:
        return ""
    if group == "PR" and outcome.patient_pays == 0:
        is_phrase = kind == "authorization" and code.carc != "39"
        return "policy_says_provider" if is_phrase else "contract_says_provider"
    if group == "CO" and outcome.patient_pays:
        return "policy_says_patient"
    return ""
