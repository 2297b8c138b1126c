"""`scancost authorization` as a view and as JSON: needed or not, by when, what hangs on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from scancost.amounts import money_text
from scancost.data.clocks import Clocks
from scancost.engine.authorizing import Requirement, codes_of, requirements
from scancost.engine.estimate import Estimate
from scancost.rules.clocks import AuthorizationClock
from scancost.show.cells import amount
from scancost.show.law import cited, clock_json, clock_sentences, notes_of, scan
from scancost.show.view import Entry, Section, Table, View
from scancost.words import Words

SCHEMA = "scancost/authorization/1"


def view(
    found: Estimate, tables: Clocks, clock: AuthorizationClock, today: date, words: Words
) -> View:
    """The whole answer."""
    rows = requirements(found)
    line = found.lines[0]
    blocks: list[Section | Table] = []
    if len(rows) > 1:
        blocks.append(_by_tier(rows, words))
    if any(row.needed in ("yes", "not_stated") for row in rows):
        blocks += [
            _clock(found, rows, tables, clock, today, words),
            Section(words.say("authorization.section_names"), (), names(found, words), True),
        ]
    for row in rows:
        blocks += _missing(row, len(rows) > 1, words)
    blocks += _policy(rows, words)
    subject = words.say(
        "authorization.subject",
        service=scan(line.decision.service, words),
        day=found.order.service_date,
    )
    said = words.say("authorization.not_a_promise")
    remarks = tuple(
        words.say(f"findings.{each.id}", **each.values)
        for each in line.findings
        if each.id.startswith("card_")
    )
    said_first = headline(rows, found, words)
    return View(subject, found.ready.policy.title, said_first, remarks, tuple(blocks), (said,))


def headline(rows: tuple[Requirement, ...], found: Estimate, words: Words) -> str:
    """Needed or not, in one sentence."""
    if found.order.terms.emergency:
        market = found.ready.policy.market
        is_open = market in found.ready.shelf.protection.emergency.not_in_markets
        id = "emergency_open" if is_open else "emergency"
        return words.say(f"authorization.{id}", market=market)
    if len({(row.needed, row.state) for row in rows}) > 1:
        return words.say("authorization.by_tier")
    row = rows[0]
    id = f"authorization.{row.needed}_{row.state}"
    return words.say(id if words.has(id) else f"authorization.{row.needed}")


def _by_tier(rows: tuple[Requirement, ...], words: Words) -> Table:
    headings = tuple(words.say(f"authorization.heading_{e}") for e in ("tier", "needed", "missing"))
    cells = tuple(
        (
            words.name("tier", row.tier),
            words.say(f"authorization.needed_{row.needed}"),
            words.shown(row.consequence, "consequence") if row.consequence else "–",
        )
        for row in rows
    )
    return Table(words.say("authorization.section_tiers"), headings, cells, (2, 2, 4))


def _clock(
    found: Estimate,
    rows: tuple[Requirement, ...],
    tables: Clocks,
    clock: AuthorizationClock,
    today: date,
    words: Words,
) -> Section:
    is_approved = all(row.state == "approved" for row in rows)
    day = found.order.service_date
    said = [
        *clock_sentences(clock, day, today, words, is_approved=is_approved),
        words.say("authorization.who_asks"),
        *notes_of(tables, clock.notes, words),
        cited(clock.source, clock.status, words),
    ]
    return Section(words.say("authorization.section_clock"), (), tuple(said), True)


def names(found: Estimate, words: Words) -> tuple[str, ...]:
    """What an approval must name for this scan."""
    order = found.order
    service = scan(found.lines[0].decision.service, words)
    said = [words.say("authorization.name_scan", service=service)]
    if words.catalogue is not None and (codes := codes_of(found, words.catalogue)):
        id = "authorization.name_code" if len(codes) == 1 else "authorization.name_codes"
        said.append(words.say(id, codes=words.listed(codes)))
    if order.terms.site is not None:
        said.append(words.say("authorization.name_site", site=order.terms.site))
    else:
        said.append(words.say("authorization.name_site_open"))
    expires = order.authorization_expires
    if expires is None:
        said.append(words.say("authorization.name_valid", day=order.service_date))
    else:
        id = "name_expires" if expires >= order.service_date else "name_expired"
        said.append(words.say(f"authorization.{id}", expires=expires, day=order.service_date))
    if order.authorization_number:
        said.append(words.say("authorization.name_number", number=order.authorization_number))
    else:
        said.append(words.say("authorization.name_number_open"))
    return tuple(said)


def _missing(row: Requirement, is_one_of_several: bool, words: Words) -> list[Section | Table]:
    """What a missing authorization costs, and whom."""
    if row.needed != "yes":
        return []
    stake = None if row.at_stake is None else (row.at_stake, _most_at_stake(row))
    amounts = (("with_it", row.with_it), ("without_it", row.without_it), ("at_stake", stake))
    entries = tuple(
        Entry(words.say(f"authorization.{name}"), amount(span, words))
        for name, span in amounts
        if span is not None
    )
    said = list(missing_sentences(row, words))
    if not entries:
        said.append(words.say("authorization.price_open"))
    said += open_sentences(row.unknown, words) if entries else []
    title = words.say("authorization.section_missing")
    if is_one_of_several:
        title = f"{title}, {words.name('tier', row.tier)}"
    return [Section(title, entries, tuple(said))]


def _most_at_stake(row: Requirement) -> int | None:
    """The plan pays the more, the more of the limits is met: what is at stake with nothing met is the
    least of it."""
    return None if {"deductible", "out_of_pocket"} & {*row.unknown} else row.at_stake


OPEN = ("deductible", "out_of_pocket", "billed")


def open_sentences(unknown: tuple[str, ...], words: Words) -> list[str]:
    """What the amounts depend on and nobody said."""
    return [words.say(f"authorization.open_{name}") for name in OPEN if name in unknown]


def missing_sentences(row: Requirement, words: Words) -> tuple[str, ...]:
    """What the policy does where it is missing; that the patient owes nothing is no way around it."""
    said = words.say("authorization.consequence", consequence=row.consequence)
    if row.owes != "provider" or row.state == "approved":
        return (said,)
    return said, words.say("authorization.not_without")


def _policy(rows: tuple[Requirement, ...], words: Words) -> list[Section | Table]:
    quotes = []
    for row in rows:
        if row.words:
            page = words.say("estimate.page", page=row.page) if row.page else ""
            quotes.append(f"{words.say('estimate.quote', words=row.words)} {page}".strip())
    title = words.say("authorization.section_policy")
    return [Section(title, sentences=tuple(dict.fromkeys(quotes)))] if quotes else []


def answer(
    found: Estimate, clock: AuthorizationClock, urgent: bool, today: date, words: Words
) -> dict[str, Any]:
    """The answer for `--json`: amounts as text, dates as ISO text."""
    order, policy = found.order, found.ready.policy
    codes = codes_of(found, words.catalogue) if words.catalogue is not None else ()
    return {
        "schema": SCHEMA,
        "policy": policy.policy,
        "market": policy.market,
        "service": found.lines[0].decision.service,
        "service_date": order.service_date.isoformat(),
        "today": today.isoformat(),
        "urgent": urgent,
        "clock": clock_json(clock, today),
        "must_name": {
            "codes": list(codes),
            "site": order.terms.site,
            "valid_on": order.service_date.isoformat(),
            "number": order.authorization_number,
        },
        "lines": [_line(row) for row in requirements(found)],
    }


def _line(row: Requirement) -> dict[str, Any]:
    def text(cents: int | None) -> str | None:
        return None if cents is None else money_text(cents)

    spans = {"patient_pays": row.with_it, "patient_pays_if_not_authorized": row.without_it}
    out: dict[str, Any] = {
        "tier": row.tier,
        "needed": row.needed,
        "state": row.state or None,
        "consequence": row.consequence or None,
        **{name: None if span is None else text(span[1]) for name, span in spans.items()},
        "owes": row.owes or None,
        "at_stake": text(row.at_stake),
        "words": row.words,
        "page": row.page,
    }
    ranges = {
        name: {"low": text(span[0]), "high": text(span[1])}
        for name, span in spans.items()
        if span is not None and span[0] != span[1]
    }
    if ranges:
        out["range"] = ranges
    return out
