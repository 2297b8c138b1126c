"""What the checklist says of a preventive scan: what to ask, from when it counts, what to expect."""

from __future__ import annotations

from datetime import date

from scancost.data.guidelines import Guideline, GuidelineRule
from scancost.rules.cautions import service_of
from scancost.rules.days import interval_met_from
from scancost.rules.guidelines import advice, age_on, cautions, rule_named
from scancost.show.law import cited
from scancost.show.saying import Item, Sayer


def preventive(say: Sayer) -> list[Item]:
    """What to ask of the insurer about a scan that may count as preventive."""
    states: dict[str, list[str]] = {"met": [], "not_met": [], "unknown": []}
    for each in say.line.findings:
        if each.id.startswith("condition_"):
            states[each.id.removeprefix("condition_")].append(each.values["condition"])
    if states["not_met"]:
        items = [say("i_preventive_not_met", conditions=states["not_met"])]
        day = _too_early(say) if states["not_met"] == ["interval"] else None
        return items if day is None else [*items, say("i_preventive_from", from_day=day)]
    if not states["unknown"]:
        return [say("i_preventive_met")] if states["met"] else []
    items = [say("i_preventive", conditions=states["unknown"])]
    rule = _rule(say)
    if "risk" in states["unknown"] and rule is not None and rule.risk is not None:
        items.append(say("i_risk", risk=rule.risk.says.in_language(say.words.language)))
    return items


def _too_early(say: Sayer) -> date | None:
    """From what day the interval is met, where only that is missing and can be counted."""
    guideline, rule, order = _guideline(say), _rule(say), say.line.order
    last = order.last_service_date
    if guideline is None or rule is None or rule.interval is None or not isinstance(last, date):
        return None
    day, born = interval_met_from(rule.interval, guideline.year_counts_from, last), order.birth_date
    if day is None or rule.age_through is None or born is None:
        return day
    return day if age_on(day, born) <= rule.age_through else None


def _guideline(say: Sayer) -> Guideline | None:
    preventive = say.found.ready.policy.preventive
    if preventive is None or preventive.guideline == "none":
        return None
    return say.found.ready.shelf.guidelines[preventive.guideline]


def _rule(say: Sayer) -> GuidelineRule | None:
    """The preventive rule that the order was held against, if any."""
    guideline = _guideline(say)
    ids = [each.values["rule"] for each in say.line.findings if each.id.startswith("condition_")]
    return rule_named(guideline, ids[0]) if guideline is not None and ids else None


def cautions_of(say: Sayer) -> tuple[Item, ...]:
    """The preventive rule with its source and date, what people expect of it in vain, and what to
    ask for."""
    guideline, rule = _guideline(say), _rule(say)
    found = [
        Item(each.id, say.words.say(f"findings.{each.id}", **each.values))
        for each in say.line.findings
        if each.id.startswith("state_law")
    ]
    if guideline is None:
        return tuple(found)
    if rule is not None:
        said = rule.says.in_language(say.words.language)
        source = cited(rule.source, rule.status, say.words)
        found.append(say("c_rule", rule=said, source=source, as_of=guideline.as_of))
    day, year = say.found.order.service_date, say.found.ready.policy.benefit_year.from_
    service = service_of(say.line.decision)
    rows = list(cautions(guideline, service, day))
    if say.is_preventive and not say.found.ready.policy.grandfathered:
        rows += advice(guideline, service, year, day)
    for each in rows:
        text = each.says.in_language(say.words.language)
        if each.status != "verified":
            text = f"{text} {say.words.say('law.verify')}"
        found.append(Item(each.id, text))
    return tuple(found)
