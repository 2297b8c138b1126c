"""`scancost checklist`: what to verify before a scan, filled in from the order and the policy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from scancost.data.clocks import Clocks, GoodFaithEstimate
from scancost.engine.authorizing import codes_of, requirement
from scancost.engine.estimate import Estimate, Line
from scancost.engine.rights import rights
from scancost.engine.unknown_terms import has_unknown_deductible, has_unknown_terms
from scancost.model.order import MET, REMAINING
from scancost.rules.clocks import AuthorizationClock
from scancost.show.authorization import headline as authorization_headline
from scancost.show.authorization import missing_sentences, names
from scancost.show.bills import headline_of_all
from scancost.show.document import Document, Part, without_blanks
from scancost.show.headline import headline, remarks
from scancost.show.law import cited, clock_json, clock_sentences, notes_of
from scancost.show.preventive import cautions_of, preventive
from scancost.show.saying import Item, Sayer
from scancost.words import Words

SCHEMA = "scancost/checklist/1"
SECTIONS = ("provider", "insurer", "authorization", "rights", "cautions", "script")


class Checklist(NamedTuple):
    """The items of each section, by its name."""

    found: Estimate
    line: Line
    clock: AuthorizationClock
    sections: dict[str, tuple[Item, ...]]


def checklist(
    found: Estimate, tables: Clocks, clock: AuthorizationClock, today: date, words: Words
) -> Checklist:
    """The checklist of an order, of all its bills; in the first tier where the network is open."""
    says = _sayers(found, words)

    def of_all(items: Callable[[Sayer], tuple[Item, ...]]) -> tuple[Item, ...]:
        return _together([items(say) for say in says], words)

    sections = {
        "provider": of_all(_provider),
        "insurer": of_all(_insurer),
        "authorization": of_all(lambda say: _authorization(say, tables, clock, today)),
        "rights": of_all(lambda say: _rights(say, tables)),
        "cautions": of_all(cautions_of),
        "script": _script(says[0], clock, today),
    }
    return Checklist(found, found.lines[0], clock, sections)


def _sayers(found: Estimate, words: Words) -> list[Sayer]:
    """One for each bill, as if it were alone; what is met is asked once a side of the network."""
    if not found.is_bills:
        return [Sayer(found, found.lines[0], words)]
    out, tiers = [], set()
    for line in found.lines:
        one = Estimate(found.ready, line.order, (line,))
        out.append(Sayer(one, line, words, line.tier not in tiers))
        tiers.add(line.tier)
    return out


def _together(of_bills: list[tuple[Item, ...]], words: Words) -> tuple[Item, ...]:
    """The items of all bills; one that is not of all of them says whose it is."""
    numbers: dict[Item, list[int]] = {}
    for number, items in enumerate(of_bills, start=1):
        for item in dict.fromkeys(items):
            numbers.setdefault(item, []).append(number)
    return tuple(
        item
        if len(of) == len(of_bills)
        else Item(
            item.id,
            words.say("checklist.of_bill", numbers=words.listed(map(str, of)), text=item.text),
        )
        for item, of in numbers.items()
    )


def _expected(made: Checklist, words: Words) -> str:
    """What the patient would pay, of one bill or of all together."""
    if made.found.is_bills:
        return headline_of_all(made.found, words)
    return headline(made.line, words)


def _provider(say: Sayer) -> tuple[Item, ...]:
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


def _insurer(say: Sayer) -> tuple[Item, ...]:
    policy, decision = say.found.ready.policy, say.line.decision
    year = policy.benefit_year
    year_id = "i_force_open" if say.is_described else "i_force"
    items = [say(year_id, from_day=year.from_, through=year.through)]
    phrase, words = str(decision.benefit.phrase), decision.benefit.words
    if has_unknown_terms(say.line):
        items.append(say("i_benefit_open"))
    elif words:
        items.append(say("i_benefit_words", phrase=phrase, words=without_blanks(words)))
    else:
        items.append(say("i_benefit", phrase=phrase))
    items += _balances(say) if say.has_limits else []
    needed = requirement(say.line).needed
    items.append(say(f"i_authorization_{needed}"))
    number = say.found.order.authorization_number
    if number:
        items.append(say("i_number_given", number=without_blanks(number)))
    elif needed in ("yes", "not_stated"):
        items.append(say("i_number"))
    items += preventive(say)
    items += [say("i_reading"), say("i_reference")]
    return tuple(items)


def _balances(say: Sayer) -> list[Item]:
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
        is_open = index == 0 and has_unknown_deductible(say.line)
        if left is None and met is not None and not (order.has_family_coverage or is_open):
            left = max(limit.individual - met, 0)
        items.append(say(f"i_{id}", left=left) if left is not None else say(f"i_{id}_open"))
    return items


def _authorization(
    say: Sayer, tables: Clocks, clock: AuthorizationClock, today: date
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


def _rights(say: Sayer, tables: Clocks) -> tuple[Item, ...]:
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


def _script(say: Sayer, clock: AuthorizationClock, today: date) -> tuple[Item, ...]:
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
    say = Sayer(made.found, made.line, words)
    intro = say("plan_open" if made.found.is_by_tier else "plan").text
    conditions = () if made.found.is_bills else remarks(made.line, words)
    said = (_expected(made, words), *conditions)
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
        "expected": _expected(made, words),
        "clock": clock_json(made.clock, today),
        **sections,
    }
