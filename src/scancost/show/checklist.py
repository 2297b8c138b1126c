"""`scancost checklist`: what to verify before a scan, filled in from the order and the policy."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from scancost.data.clocks import Clocks, GoodFaithEstimate
from scancost.data.guidelines import Guideline, GuidelineRule
from scancost.engine.authorizing import codes_of, requirement
from scancost.engine.estimate import Estimate, Line
from scancost.engine.rights import rights
from scancost.model.order import MET, REMAINING
from scancost.rules.cautions import service_of
from scancost.rules.clocks import AuthorizationClock
from scancost.rules.guidelines import advice, cautions, rule_named
from scancost.show.authorization import headline as authorization_headline
from scancost.show.authorization import missing_sentences, names
from scancost.show.document import Document, Part, without_blanks
from scancost.show.headline import headline, remarks
from scancost.show.law import cited, clock_json, clock_sentences, notes_of, scan
from scancost.words import Words

SCHEMA = "scancost/checklist/1"
SECTIONS = ("provider", "insurer", "authorization", "rights", "cautions", "script")


class Item(NamedTuple):
    """One thing to verify or to say."""

    id: str
    text: str


class Checklist(NamedTuple):
    """The items of each section, by its name."""

    found: Estimate
    line: Line
    clock: AuthorizationClock
    sections: dict[str, tuple[Item, ...]]


def checklist(
    found: Estimate, tables: Clocks, clock: AuthorizationClock, today: date, words: Words
) -> Checklist:
    """The checklist of an order, in the first tier where the network is open."""
    line = found.lines[0]
    say = _Sayer(found, line, words)
    sections = {
        "provider": _provider(say),
        "insurer": _insurer(say),
        "authorization": _authorization(say, tables, clock, today),
        "rights": _rights(say, tables),
        "cautions": _cautions(say),
        "script": _script(say, clock, today),
    }
    return Checklist(found, line, clock, sections)


class _Sayer:
    """Says the sentences of the checklist with the order's values at hand."""

    def __init__(self, found: Estimate, line: Line, words: Words) -> None:
        self.found, self.line, self.words = found, line, words
        policy = found.ready.policy
        self.values: dict[str, Any] = {
            "title": without_blanks(policy.title),
            "market": policy.market,
            "day": found.order.service_date,
            "service": scan(line.decision.service, words),
            "tier": line.tier,
        }
        if self.is_described:
            self.values["title"] = words.say("checklist.title_open")

    def __call__(self, id: str, **values: Any) -> Item:
        return Item(id, self.words.say(f"checklist.{id}", **{**self.values, **values}))

    @property
    def is_described(self) -> bool:
        """Whether the plan is one that the patient described, without a name or a year of its own."""
        return any(each.id == "card_plan" for each in self.line.findings)

    @property
    def is_preventive(self) -> bool:
        return any(each.id.startswith("condition_") for each in self.line.findings)


def _provider(say: _Sayer) -> tuple[Item, ...]:
    order, decision = say.found.order, say.line.decision
    items = [say("p_network"), say("p_reader")]
    site = order.terms.site
    items.append(say("p_site", site=site) if site else say("p_site_open"))
    catalogue = say.words.catalogue
    codes = codes_of(say.found, catalogue) if catalogue is not None else ()
    if codes:
        id = "p_code" if len(codes) == 1 else "p_codes"
        items.append(say(id, codes=say.words.listed(codes)))
    items.append(say("p_reason", purpose=decision.purpose))
    priced = order.allowed is not None
    items.append(say("p_price", allowed=order.allowed) if priced else say("p_price_open"))
    items += [say("p_fees"), say("p_cash")]
    if requirement(say.line).needed in ("yes", "not_stated"):
        items.append(say("p_authorization"))
    return tuple(items)


def _insurer(say: _Sayer) -> tuple[Item, ...]:
    policy, decision = say.found.ready.policy, say.line.decision
    year = policy.benefit_year
    year_id = "i_force_open" if say.is_described else "i_force"
    items = [say(year_id, from_day=year.from_, through=year.through)]
    phrase, words = str(decision.benefit.phrase), decision.benefit.words
    if words:
        items.append(say("i_benefit_words", phrase=phrase, words=without_blanks(words)))
    else:
        items.append(say("i_benefit", phrase=phrase))
    items += _balances(say)
    needed = requirement(say.line).needed
    items.append(say(f"i_authorization_{needed}"))
    number = say.found.order.authorization_number
    if number:
        items.append(say("i_number_given", number=without_blanks(number)))
    elif needed in ("yes", "not_stated"):
        items.append(say("i_number"))
    items += _preventive(say)
    items += [say("i_reading"), say("i_reference")]
    return tuple(items)


def _balances(say: _Sayer) -> list[Item]:
    """What is left of the limits: by the order's numbers, where it states them."""
    limits = say.found.ready.policy.limits_of(say.line.tier)
    order, items = say.found.order, []
    for index, id in enumerate(("deductible", "maximum")):
        limit = None
        if limits is not None:
            limit = limits.deductible if index == 0 else limits.out_of_pocket_max
        if limit is None:
            continue
        met, left = (getattr(order, names[index]) for names in (MET, REMAINING))
        if left is None and met is not None and not order.has_family_coverage:
            left = max(limit.individual - met, 0)
        items.append(say(f"i_{id}", left=left) if left is not None else say(f"i_{id}_open"))
    return items


def _preventive(say: _Sayer) -> list[Item]:
    states: dict[str, list[str]] = {"met": [], "not_met": [], "unknown": []}
    for each in say.line.findings:
        if each.id.startswith("condition_"):
            states[each.id.removeprefix("condition_")].append(each.values["condition"])
    if states["not_met"]:
        return [say("i_preventive_not_met", conditions=states["not_met"])]
    if not states["unknown"]:
        return [say("i_preventive_met")] if states["met"] else []
    items = [say("i_preventive", conditions=states["unknown"])]
    rule = _rule(say)
    if "risk" in states["unknown"] and rule is not None and rule.risk is not None:
        items.append(say("i_risk", risk=rule.risk.says.in_language(say.words.language)))
    return items


def _guideline(say: _Sayer) -> Guideline | None:
    preventive = say.found.ready.policy.preventive
    if preventive is None or preventive.guideline == "none":
        return None
    return say.found.ready.shelf.guidelines[preventive.guideline]


def _rule(say: _Sayer) -> GuidelineRule | None:
    """The preventive rule that the order was held against, if any."""
    guideline = _guideline(say)
    ids = [each.values["rule"] for each in say.line.findings if each.id.startswith("condition_")]
    return rule_named(guideline, ids[0]) if guideline is not None and ids else None


def _authorization(
    say: _Sayer, tables: Clocks, clock: AuthorizationClock, today: date
) -> tuple[Item, ...]:
    one = Estimate(say.found.ready, say.line.order, (say.line,))
    row = requirement(say.line)
    said = [authorization_headline((row,), one, say.words)]
    if row.needed in ("yes", "not_stated") and not say.found.order.terms.emergency:
        day, is_approved = say.found.order.service_date, row.state == "approved"
        said += clock_sentences(clock, day, today, say.words, is_approved=is_approved)
        said += names(one, say.words)
        if row.consequence:
            said += missing_sentences(row, say.words)
        said += notes_of(tables, clock.notes, say.words)
        said.append(cited(clock.source, clock.status, say.words))
    return tuple(Item("authorization", without_blanks(text)) for text in said)


def _rights(say: _Sayer, tables: Clocks) -> tuple[Item, ...]:
    estimate = tables.good_faith_estimate
    values = {
        "workdays": estimate.on_request,
        "amount": estimate.dispute_from,
        "days": estimate.dispute_days,
        "phone": estimate.phone,
        "fee": estimate.dispute_fee,
        **_due(estimate),
    }
    items = [say(f"r_{each.id}", sites=each.sites, **values) for each in rights(say.line)]
    ready = say.found.ready
    source = ready.shelf.protection.emergency.source_in(ready.policy.market)
    if source.status == "verified":
        return tuple(items)
    verify = say.words.say("law.verify")
    return tuple(
        Item(each.id, f"{each.text} {verify}") if each.id == "r_emergency" else each
        for each in items
    )


def _due(estimate: GoodFaithEstimate) -> dict[str, int]:
    """From how many workdays ahead an estimate is due, and within how many."""
    near, far = sorted(estimate.due, key=lambda due: due.scheduled_ahead)
    return {
        "near": near.scheduled_ahead,
        "near_most": far.scheduled_ahead - 1,
        "near_within": near.within,
        "far": far.scheduled_ahead,
        "far_within": far.within,
    }


def _cautions(say: _Sayer) -> tuple[Item, ...]:
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


def _script(say: _Sayer, clock: AuthorizationClock, today: date) -> tuple[Item, ...]:
    items = [say("s_hello"), say("s_scan"), say("s_benefit")]
    if requirement(say.line).needed in ("yes", "not_stated"):
        items.append(say("s_authorization"))
        if clock.ask_by is not None and clock.ask_by >= today:
            items.append(say("s_authorization_by", day=clock.ask_by))
    if say.is_preventive:
        items.append(say("s_preventive"))
    return (*items, say("s_reader"), say("s_close"))


def document(made: Checklist, words: Words) -> Document:
    """The checklist as a page to print."""
    say = _Sayer(made.found, made.line, words)
    intro = say("plan_open" if made.found.is_by_tier else "plan").text
    said = (headline(made.line, words), *remarks(made.line, words))
    on_paper = " ".join(without_blanks(each) for each in said if "--" not in each)  # no options
    described = (say("plan_described").text,) if say.is_described else ()
    parts = [Part("paragraphs", (intro, *described, on_paper))]
    for name in SECTIONS:
        items = made.sections[name]
        if items:
            kind = "tasks" if name in ("provider", "insurer") else "list"
            kind = "paragraphs" if name == "script" else kind
            parts.append(Part("heading", (say(name).text,)))
            parts.append(Part(kind, tuple(item.text for item in items)))  # type: ignore[arg-type]
    parts.append(Part("heading", (say("calls").text,)))
    calls = tuple(say(f"call_{who}").text for who in ("insurer", "provider", "doctor"))
    parts += [Part("list", calls), Part("paragraphs", (say("not_advice").text,))]
    return Document(say("title").text, tuple(parts))


def answer(made: Checklist, today: date, words: Words) -> dict[str, Any]:
    """The checklist for `--json`; `[[...]]` marks what only the reader can fill in."""
    order, policy = made.found.order, made.found.ready.policy
    sections = {name: [item._asdict() for item in items] for name, items in made.sections.items()}
    return {
        "schema": SCHEMA,
        "policy": policy.policy,
        "service": made.line.decision.service,
        "service_date": order.service_date.isoformat(),
        "tier": made.line.tier,
        "today": today.isoformat(),
        "expected": headline(made.line, words),
        "clock": clock_json(made.clock, today),
        **sections,
    }
