"""An order of several bills as a view: the sum, each bill with its worksheet, what comes when."""

from __future__ import annotations

from dataclasses import replace

from scancost.engine.estimate import (
    Estimate,
    Line,
    Span,
    line_by_deductible,
    patient_span,
    span_by_deductible,
)
from scancost.show.also import also_said
from scancost.show.cells import amount
from scancost.show.estimate import (
    left_sections,
    todo_sentences,
    told_sections,
    why_sections,
    worksheet_sections,
)
from scancost.show.headline import Told, headline, remarks_told, worksheet_case
from scancost.show.questions import asked
from scancost.show.unknown_card import DEDUCTIBLE_OPEN, as_open
from scancost.show.view import Entry, Section, Table, View
from scancost.words import Words


def view(found: Estimate, words: Words, explain: bool) -> View:
    """The view of an estimate of several bills."""
    blocks: list[Section | Table] = []
    shared = _of_all(found)
    for number, line in enumerate(found.lines, start=1):
        own = _sentences([each for each in _remarks(line) if each not in shared], words)
        blocks += _bill(number, line, own, words, explain)
    said = [*_total_open(found, words), *_sentences(shared, words)]
    blocks += [_total(found, words), _when(found, words)]
    blocks += asked(found.lines, words, found.next_year) if explain else []
    blocks += left_sections(found.lines[-1], words) if _has_one_left(found) else []
    blocks += _first(found, words)
    count = len(found.lines)
    day = min(line.order.service_date for line in found.lines)
    return View(
        words.say("bills.subject", count=count, day=day),
        found.ready.policy.title,
        headline_of_all(found, words),
        (words.say("bills.in_turn"), *said, *also_said(found.lines, words, explain)),
        tuple(blocks),
        (words.say("estimate.not_a_promise"),),
    )


def _has_one_left(found: Estimate) -> bool:
    """Whether what is left after the last bill is known, and is that of one side of the network."""
    return not found.spans and len({line.tier for line in found.lines}) == 1


def headline_of_all(found: Estimate, words: Words) -> str:
    count = len(found.lines)
    span = patient_span(found)
    if span is None:
        return words.say("bills.pay_unpriced", count=count)
    low, high = span
    if high is None:
        return words.say("bills.pay_at_least", count=count, low=low)
    if low == high:
        return words.say("bills.pay", count=count, patient_pays=low)
    return words.say("bills.pay_between", count=count, low=low, high=high)


APART = {
    "estimate.price_open": "bills.price_open",
    "estimate.billed_open": "bills.billed_open",
    "estimate.billed_open_whole": "bills.billed_open",
}
"""What is asked for of each bill: an option would give it to all of them."""


def _remarks(line: Line) -> list[Told]:
    """The remarks of one bill; what it says of the deductible stands over all of them."""
    own = ("estimate.deductible_open", *DEDUCTIBLE_OPEN.values())
    told = (each for each in remarks_told(line) if each[0] not in own)
    return [(APART.get(id, id), values) for id, values in told]


def _of_all(found: Estimate) -> list[Told]:
    """The conditions that every bill stands under. An amount is that of one bill, never of all."""
    first, *others = (_remarks(line) for line in found.lines)
    return [each for each in first if not each[1] and all(each in other for other in others)]


def _sentences(told: list[Told], words: Words) -> tuple[str, ...]:
    return tuple(words.say(id, **values) for id, values in told)


def _total_open(found: Estimate, words: Words) -> list[str]:
    """What the sum comes to with the deductible met, and with nothing of it met."""
    span = span_by_deductible(found)
    if span is None or all(line.without_deductible is None for line in found.lines):
        return []
    low, high = span["patient_pays"]
    told = [("estimate.deductible_open", {"low": low, "high": high})]
    return list(_sentences(as_open(found.lines[0], told), words))


def title_of(number: int, line: Line, words: Words) -> str:
    """The title of a bill: which part of which scan, on which side of the network."""
    part = words.name("component", line.order.terms.component)
    values = {"number": number, "part": part, "service": line.decision.service, "tier": line.tier}
    is_outside = line.order.terms.network != line.tier
    id = "bills.bill_protected" if line.decision.is_protected and is_outside else "bills.bill"
    return words.say(id, **values)


def _bill(
    number: int, line: Line, conditions: tuple[str, ...], words: Words, explain: bool
) -> list[Section | Table]:
    """One bill: its headline and its worksheet; why, and the policy's words."""
    title = title_of(number, line, words)
    said = (headline(line, words), *conditions) if line.unknown else conditions
    case = worksheet_case(line, words)
    if case and line.worksheet is not None:
        said = (*said, words.say("bills.shown_case", case=case))
    sheet = Section(title, sentences=said)
    for each in worksheet_sections(line, words, explain):
        assert isinstance(each, Section)
        sheet = replace(each, title=title, sentences=said)
    return [sheet, *told_sections(line, words, explain), *why_sections(line, words, explain)]


def _first(found: Estimate, words: Words) -> list[Section | Table]:
    """What has to happen first, for any of the bills."""
    said = dict.fromkeys(each for line in found.lines for each in todo_sentences(line, words))
    title = words.say("estimate.section_first")
    return [Section(title, sentences=tuple(said), is_list=True)] if said else []


def _total(found: Estimate, words: Words) -> Section:
    """The sum of the bills, each with its own share."""
    entries = []
    for number, line in enumerate(found.lines, start=1):
        label = words.say("bills.bill_short", number=number)
        entries.append(Entry(label, amount(_line_span(line, "patient_pays"), words)))
    for name, is_total in (("patient_pays", True), ("plan_pays", False)):
        label = words.say("bills.you_pay" if is_total else "bills.plan_pays")
        entries.append(Entry(label, amount(_sum(found, name), words), is_total))
    return Section(words.say("bills.section_total"), tuple(entries))


def _line_span(line: Line, name: str) -> Span:
    if (span := line_by_deductible(line)) is not None:
        return span[name]
    return line.spans.get(name, (0, 0))


def _sum(found: Estimate, name: str) -> Span:
    if (span := span_by_deductible(found)) is not None:
        return span[name]
    return found.spans[name]


def _when(found: Estimate, words: Words) -> Section:
    """What is due now and what may be billed later: the scan, and the reading."""
    now: list[str] = []
    later: list[str] = []
    for number, line in enumerate(found.lines, start=1):
        is_reading = line.order.terms.component == "professional"
        (later if is_reading else now).append(str(number))
    said = []
    if now and later:
        said.append(words.say("bills.due_now", numbers=", ".join(now)))
        said.append(words.say("bills.due_later", numbers=", ".join(later)))
        said.append(words.say("bills.due_match"))
    else:
        said.append(words.say("bills.due_apart"))
    return Section(words.say("bills.section_when"), sentences=tuple(said), is_list=True)
