"""What a table's cell says of an estimate: an amount, one a tier, or in a few words why there is none."""

from __future__ import annotations

from scancost.amounts import dollars
from scancost.engine.estimate import Estimate, Span, patient_span
from scancost.problems import Problem
from scancost.show.headline import in_cell
from scancost.words import Words

AMBIGUOUS = ("order_ambiguous", "card_ambiguous")
NOT_STATED = ("benefit_not_stated", "no_benefit_clause", "preventive_not_stated", "card_outside")


def amount(span: Span, words: Words) -> str:
    """An amount, or its least and most."""
    low, high = span
    if high is None:
        return words.say("bills.value_at_least", low=low)
    return dollars(low) if low == high else words.say("bills.value_between", low=low, high=high)


def cell_of(found: Estimate, words: Words) -> str:
    """What the patient would pay; where it is by tier, each tier in its turn."""
    if found.is_bills:
        return _of_bills(found, words)
    said = {line.tier: in_cell(line, words) for line in found.lines}
    if not found.is_by_tier or found.order.terms.emergency:
        return words.say("cells.between").join(said.values())
    for tier, problem in found.unanswered:
        is_unsaid = problem.id in NOT_STATED
        said[tier] = words.say("cells.unsaid") if is_unsaid else cell_of_problem(problem, words)
    each = (words.say("cells.of_tier", tier=tier, said=text) for tier, text in said.items())
    return words.say("cells.between").join(each)


def _of_bills(found: Estimate, words: Words) -> str:
    """What the patient would pay for several bills in all."""
    span = patient_span(found)
    if span is None:
        return words.say("cells.no_price")
    low, high = span
    if high is None:
        return words.say("bills.value_at_least", low=low)
    return words.say(
        "cells.pay" if low == high else "cells.pay_between", patient_pays=low, low=low, high=high
    )


def cell_of_problem(problem: Problem, words: Words) -> str:
    """Why there is no amount."""
    if problem.id in NOT_STATED:
        return words.say("cells.not_stated")
    if problem.id in AMBIGUOUS:
        services, sites = (problem.values[name] for name in ("services", "sites"))
        if services and sites:
            return words.say("cells.which_both")
        return words.say("cells.which_place" if sites else "cells.which_scan")
    return words.say("cells.no_amount")
