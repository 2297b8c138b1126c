"""The guided order: one question at a time, as a flow without a terminal.

`interview` yields questions and notes; whoever drives it sends back each answer (None: not known)
and receives the finished `Answers` as the generator's value. Here: the day and the plan; the scan
follows in engine/interview_scan.py, money and the plan's approval in engine/interview_money.py.
"""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from typing import Any

from scancost import amounts
from scancost.engine.asking import Answers, Choice, Flow, Listed, Note, Question, World
from scancost.engine.interview_money import ask_approval, ask_met, ask_prices
from scancost.engine.interview_scan import ask_network, ask_scan, ask_where, ask_why
from scancost.model.vocabulary import IN_NETWORK
from scancost.phrases import AFTER, BEFORE, WAIVED, Coinsurance, Copay, CostShare, cost_share
from scancost.rules.policies import ReadyPolicy

MOST_CHOICES = 8
MARKETS = (
    *("employer", "marketplace", "individual", "medicare", "medicare_advantage", "medicaid"),
    "short_term",
)


def interview(world: World) -> Generator[Question | Note, Any, Answers]:
    """Every question in its turn; the value is what was answered."""
    answers = Answers()
    ready: ReadyPolicy | None = None
    yield from _when(world, answers)
    yield from _plan(world, answers)
    if "policy" in answers.fields:
        ready = world.ready(answers.fields["policy"])
        yield from _coverage(ready, answers)
    yield from ask_scan(world, answers)
    yield from ask_why(world, ready, answers)
    yield from ask_where(answers)
    yield from ask_network(ready, answers)
    yield from ask_prices(answers)
    yield from ask_met(ready, answers)
    yield from ask_approval(world, answers)
    return answers


def _when(world: World, answers: Answers) -> Flow:
    said = yield Question("service_date", "day")
    if said is None:
        yield Note("today_taken", {"day": world.today})
    answers.fields["service_date"] = (said or world.today).isoformat()


def _plan(world: World, answers: Answers) -> Flow:
    day = date.fromisoformat(answers.fields["service_date"])
    in_force = [each for each in world.policies if each.first_day <= day <= each.last_day]
    while True:
        said = yield Question("plan", "text")
        if said is None:
            break
        found = _search(said, in_force)
        if not found:
            yield Note("plan_not_found", {"day": day})
            continue
        if len(found) > MOST_CHOICES:
            yield Note("plan_many", {"number": len(found), "shown": MOST_CHOICES})
        listed = [Choice(each.name, "text", each.title) for each in found[:MOST_CHOICES]]
        chosen = yield Question("plan_which", choices=(*listed, Choice("not_there")))
        if chosen is None or chosen == "not_there":
            break
        answers.fields["policy"] = chosen
        return
    yield from _card(answers)


def _search(text: str, policies: list[Listed]) -> list[Listed]:
    """The policies whose name or title has every word, those that say little else first."""
    wanted = text.lower().split()
    found = (
        each
        for each in policies
        if all(word in f"{each.name} {each.title}".lower() for word in wanted)
    )
    return sorted(found, key=lambda each: (len(each.title), each.title))


def _card(answers: Answers) -> Flow:
    """What stands on the card and in the summary of benefits."""
    yield Note("card")
    said = yield Question("deductible", "limit")
    answers.card["deductible"] = said or "unknown"
    least = amounts.money(said) if said not in (None, "none") else None
    problem = "maximum_below_deductible"
    most = yield Question("out_of_pocket_max", "limit", least=least, problem=problem)
    answers.card["out_of_pocket_max"] = most or "unknown"
    answers.card["benefit"] = yield from _benefit(answers)
    market = yield Question("market", choices=tuple(Choice(each, "market") for each in MARKETS))
    if market is not None:
        answers.card["market"] = market


def _benefit(answers: Answers) -> Generator[Question | Note, Any, str]:
    """The plan's words for imaging, with help on how the deductible applies."""
    kinds = ("copay", "coinsurance", "no_charge", "words")
    kind = yield Question("benefit", choices=tuple(Choice(each) for each in kinds))
    if kind == "no_charge":
        return "no charge"
    said: CostShare | str | None = None
    if kind == "words":
        said = yield Question("benefit_words", "share")
    elif kind is not None:
        amount = yield Question(f"benefit_{kind}", "money" if kind == "copay" else "rate")
        if amount is not None:
            said = cost_share(f"${amount} copay" if kind == "copay" else f"{amount}% coinsurance")
    if not isinstance(said, CostShare):
        return "unknown"
    if said.kind != "share" or said.says_deductible or answers.card["deductible"] == "none":
        return str(said)
    return (yield from _how_the_deductible_applies(said, answers))


def _how_the_deductible_applies(
    said: CostShare, answers: Answers
) -> Generator[Question | Note, Any, str]:
    """The phrase with what the bare words leave open. Not known: as after the deductible, which
    together with an unknown balance runs over both."""
    ways = ("after", "waived") if said.copay is None else ("waived", "after", "before")
    way = yield Question("applies", choices=tuple(Choice(each) for each in ways))
    if way is None:
        answers.is_deductible_open = True
        yield Note("applies_unknown")
    parts = (part for part in (said.copay, said.coinsurance) if part is not None)
    return ", then ".join(_with_way(part, way or "after") for part in parts)


def _with_way(part: Copay | Coinsurance, way: str) -> str:
    """A part of a phrase with how the deductible applies, where it does not say so itself. What
    follows a copay "before deductible" is after it."""
    if part.deductible:
        return str(part)
    if way == "waived":
        return f"{part}, {WAIVED}"
    return f"{part} {BEFORE if way == 'before' and isinstance(part, Copay) else AFTER}"


def _coverage(ready: ReadyPolicy, answers: Answers) -> Flow:
    limits = ready.policy.limits_of(IN_NETWORK)
    each = (limits.deductible, limits.out_of_pocket_max) if limits is not None else ()
    if not any(limit is not None and limit.family is not None for limit in each):
        return
    said = yield Question("coverage", choices=(Choice("self_only"), Choice("family")))
    if said is not None:
        answers.fields["coverage"] = said
