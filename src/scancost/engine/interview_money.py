"""The guided order: the price, what was met this year, the plan's approval (engine/interview.py)."""

from __future__ import annotations

from scancost.amounts import money
from scancost.engine.asking import Answers, Choice, Flow, Question, World
from scancost.engine.orders import most_met
from scancost.kernel.ledger import UNKNOWN
from scancost.model.order import BALANCES
from scancost.model.vocabulary import OUT_OF_NETWORK
from scancost.rules.limits import row_of
from scancost.rules.policies import ReadyPolicy

LIMITS = (("deductible", "deductible"), ("out_of_pocket", "out_of_pocket_max"))
"""A balance, and the limit that it fills."""


def ask_prices(answers: Answers) -> Flow:
    """The plan's price, and out of network the provider's whole charge, of each bill."""
    for bill in answers.bills or [answers.fields]:
        part = {"technical": "_scan", "professional": "_reading"}.get(bill.get("component", ""), "")
        price = yield Question(f"price{part}", "money")
        if price is not None:
            bill["allowed"] = price
        if bill.get("network") == OUT_OF_NETWORK:
            charge = yield Question(f"charge{part}", "money")
            if charge is not None:
                bill["billed"] = charge


def ask_met(ready: ReadyPolicy | None, answers: Answers) -> Flow:
    """What was met this year, on a side of the network that is known."""
    sides = [each for each in answers.bills or [answers.fields] if each.get("network")]
    inside = [each for each in sides if each["network"] != OUT_OF_NETWORK]
    if not sides:
        return
    holder = (inside or sides)[0]
    whole = _whole_limits(ready, answers, holder["network"])
    for name, limit in LIMITS:
        if not _has_limit(ready, answers, holder["network"], limit):
            continue
        asked = (name, f"family_{name}") if answers.fields.get("coverage") == "family" else (name,)
        for each in asked:
            values = {"tier": holder["network"]}
            most, problem = whole.get(each), "met_above_limit"
            said = yield Question(f"{each}_met", "money", (), values, most=most, problem=problem)
            if said is not None:
                holder[f"{each}_met"] = said


def _whole_limits(ready: ReadyPolicy | None, answers: Answers, tier: str) -> dict[str, int | None]:
    """The whole of each limit that a balance fills, in cents; None where nothing bounds it."""
    if ready is None:
        return {name: _of_card(answers, limit) for name, limit in LIMITS}
    is_family = answers.fields.get("coverage") == "family"
    whole = most_met(ready, row_of(ready.policy, tier, is_family))
    return {
        name: cents if cents != UNKNOWN else None
        for name, cents in zip(BALANCES, whole, strict=True)
    }


def _of_card(answers: Answers, limit: str) -> int | None:
    said = answers.card.get(limit, "unknown")
    return None if said in ("none", "unknown") else money(said)


def _has_limit(ready: ReadyPolicy | None, answers: Answers, tier: str, limit: str) -> bool:
    if ready is None:
        if limit == "deductible" and answers.is_deductible_open:
            return False
        return answers.card.get(limit) not in ("none", "unknown")
    limits = ready.policy.limits_of(tier)
    return limits is not None and getattr(limits, limit) is not None


def ask_approval(world: World, answers: Answers) -> Flow:
    """The plan's approval, where the policy asks for one or that cannot be told."""
    one_bill = {**answers.fields, **(answers.bills[0] if answers.bills else {})}
    if answers.card or world.needs_approval(one_bill) is False:
        return
    states = ("approved", "pending", "denied", "unknown")
    said = yield Question("approval", choices=tuple(Choice(each) for each in states))
    if said not in (None, "unknown"):
        answers.fields["preauthorization"] = said
