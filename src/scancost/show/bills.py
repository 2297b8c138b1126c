"""An order of several bills as a view: the sum, each bill with its worksheet, what comes when."""

from __future__ import annotations

from dataclasses import replace

from scancost.amounts import dollars
from scancost.engine.estimate import Estimate, Line, Span
from scancost.show.also import also_said
from scancost.show.estimate import (
    left_sections,
    todo_sentences,
    told_sections,
    why_sections,
    worksheet_sections,
)
from scancost.show.headline import headline, remarks
from scancost.show.questions import asked
from scancost.show.view import Entry, Section, Table, View
from scancost.words import Words


def view(found: Estimate, words: Words, explain: bool) -> View:
    """The view of an estimate of several bills."""
    blocks: list[Section | Table] = []
    said = _of_all(found, words)
    for number, line in enumerate(found.lines, start=1):
        own = tuple(each for each in remarks(line, words) if each not in said)
        blocks += _bill(number, line, own, words, explain)
    blocks += [_total(found, words), _when(found, words)]
    blocks += asked(found.lines, words, found.next_year) if explain else []
    blocks += left_sections(found.lines[-1], words) if _has_one_left(found) else []
    blocks += _first(found, words)
    count = len(found.lines)
    day = min(line.order.service_date for line in found.lines)
    return View(
        words.say("bills.subject", count=count, day=day),
        found.ready.policy.title,
        _headline(found, words),
        (words.say("bills.in_turn"), *said, *also_said(found.lines, words, explain)),
        tuple(blocks),
        (words.say("estimate.not_a_promise"),),
    )


def _has_one_left(found: Estimate) -> bool:
    """Whether what is left after the last bill is known, and is that of one side of the network."""
    return not found.spans and len({line.tier for line in found.lines}) == 1


def _headline(found: Estimate, words: Words) -> str:
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


def patient_span(found: Estimate) -> Span | None:
    """What the patient pays in all, at least and at most; None where nothing can be said."""
    if found.spans:
        span = found.spans["patient_pays"]
        return None if span == (0, None) else span
    known = [line.shown.patient_pays for line in found.lines if line.shown is not None]
    return (sum(known), sum(known)) if len(known) == len(found.lines) else None


def _of_all(found: Estimate, words: Words) -> list[str]:
    """The conditions that every bill stands under."""
    first, *others = (remarks(line, words) for line in found.lines)
    return [said for said in first if all(said in each for each in others)]


def title_of(number: int, line: Line, words: Words) -> str:
    """The title of a bill: which part of which scan, on which side of the network."""
    part = words.name("component", line.order.terms.component)
    service = line.decision.service
    return words.say("bills.bill", number=number, part=part, service=service, tier=line.tier)


def _bill(
    number: int, line: Line, conditions: tuple[str, ...], words: Words, explain: bool
) -> list[Section | Table]:
    """One bill: its headline and its worksheet; why, and the policy's words."""
    title = title_of(number, line, words)
    said = (headline(line, words), *conditions) if line.unknown else conditions
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
        entries.append(Entry(label, _amount(_line_span(line, "patient_pays"), words)))
    for name, is_total in (("patient_pays", True), ("plan_pays", False)):
        label = words.say("bills.you_pay" if is_total else "bills.plan_pays")
        entries.append(Entry(label, _amount(_sum(found, name), words), is_total))
    return Section(words.say("bills.section_total"), tuple(entries))


def _line_span(line: Line, name: str) -> Span:
    if name in line.spans:
        return line.spans[name]
    cents = 0 if line.shown is None else int(getattr(line.shown, name))
    return (cents, cents)


def _sum(found: Estimate, name: str) -> Span:
    if found.spans:
        return found.spans[name]
    total = sum(_line_span(line, name)[0] for line in found.lines)
    return (total, total)


def _amount(span: Span, words: Words) -> str:
    low, high = span
    if high is None:
        return words.say("bills.value_at_least", low=low)
    return dollars(low) if low == high else words.say("bills.value_between", low=low, high=high)


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
