"""Pictures of an answer: who pays what, how full the limits are, how the share grows."""

from __future__ import annotations

from dataclasses import replace

from scancost.amounts import dollars
from scancost.engine.curve import Stretch, curve, left_before
from scancost.engine.estimate import Line
from scancost.engine.orders import binding
from scancost.engine.unknown_terms import has_unknown_deductible, has_whole_deductible
from scancost.kernel.ledger import UNKNOWN
from scancost.show.view import Bar, Bars, Entry, Part, Section, Table
from scancost.words import Words

LIMITS = (("deductible", 0, 2), ("out_of_pocket", 1, 3))
"""A limit, and the places of the member's and the family's in the order of BALANCES."""


def pictures(line: Line, words: Words, by_tier: bool = False) -> list[Section | Table]:
    """Every picture that a line has the numbers for; `by_tier` says whose they are."""
    found = [*who_pays(line, words), *limits(line, words), *rising(line, words)]
    if not by_tier:
        return found
    tier = words.name("tier", line.tier)
    return [
        replace(each, title=f"{each.title}, {tier}")
        if isinstance(each, Section)
        else each._replace(title=f"{each.title}, {tier}")
        for each in found
    ]


def who_pays(line: Line, words: Words) -> list[Section | Table]:
    """The bill as one bar: you, the plan, and what the provider gives up."""
    amounts = line.shown
    if amounts is None or amounts.billed == 0 or "billed" in line.unknown:
        return []
    cents = (amounts.patient_pays, amounts.plan_pays, amounts.provider_writeoff)
    parts = [
        Part(role, words.say(f"shown.{role}"), part)
        for role, part in zip(("you", "plan", "writeoff"), cents, strict=True)
    ]
    note = (words.say("shown.upper_end"),) if line.unknown else ()
    label = words.say("shown.whole_bill", billed=amounts.billed)
    return [_bars(words.say("shown.section_who"), [Bar(label, tuple(parts))], note)]


def limits(line: Line, words: Words) -> list[Section | Table]:
    """How far each limit is: met before, by this order, and left. None where a balance is open."""
    amounts = line.shown
    if amounts is None or line.unknown:
        return []
    before = left_before(line)
    after = (amounts.deductible_left, amounts.out_of_pocket_left)
    drawn = []
    for (name, member, family), left, rest in zip(LIMITS, before, after, strict=True):
        if left is None or rest is None or not _is_stated(line, member, family):
            continue
        if name == "deductible" and not has_whole_deductible(line):
            continue
        whole, which = _whole(line, member, family, left)
        if whole <= 0:
            continue
        label = words.say(f"shown.{which}{name}", whole=whole)
        sizes = (("met", whole - left), ("now", left - rest), ("left", rest))
        parts = (Part(role, words.say(f"shown.{role}"), size) for role, size in sizes)
        drawn.append(Bar(label, tuple(parts)))
    return [_bars(words.say("shown.section_limits"), drawn, ())] if drawn else []


def _is_stated(line: Line, member: int, family: int) -> bool:
    """Whether anything was said of what is met; else nobody knows how far the limit is."""
    return line.stated[member] != UNKNOWN or line.stated[family] != UNKNOWN


def _whole(line: Line, member: int, family: int, left: int) -> tuple[int, str]:
    """The limit that binds, in cents, and whether it is the family's."""
    binds, stated = binding(line.ready, line.decision.limits_row), line.stated
    own, shared = binds[member], binds[family]
    if own == UNKNOWN or (shared != UNKNOWN and own - max(stated[member], 0) > left):
        return shared, "family_"
    return own, ""


def _bars(title: str, bars: list[Bar], sentences: tuple[str, ...]) -> Bars:
    entries = []
    for bar in bars:
        for part in bar.parts:
            label = part.label if len(bars) == 1 else f"{bar.label}: {part.label}"
            entries.append(Entry(label, dollars(part.cents)))
    return Bars(title, tuple(entries), sentences, False, tuple(bars))


def rising(line: Line, words: Words) -> list[Section | Table]:
    """The share as the price rises, a row for each stretch between two knees."""
    found = curve(line)
    if len(found) < 2 or "benefit" in line.unknown or has_unknown_deductible(line):
        return []
    rows = tuple(_row(each, words) for each in found)
    headings = tuple(words.say(f"shown.{name}") for name in ("price", "of_it", "by_then"))
    return [Table(words.say("shown.section_rising"), headings, rows, (3, 4, 2))]


def _row(stretch: Stretch, words: Words) -> tuple[str, ...]:
    above, through = stretch.above, stretch.through
    if through is None:
        price = words.say("shown.price_above", above=above)
    elif above == 0:
        price = words.say("shown.price_first", through=through)
    else:
        price = words.say("shown.price_between", above=above, through=through)
    share = words.say(f"shown.stretch_{stretch.kind}", rate=stretch.rate)
    is_open = through is None and stretch.rate > 0
    pays = words.say("shown.no_end") if is_open else dollars(stretch.pays)
    return price, share, pays
