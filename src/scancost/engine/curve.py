"""The patient's share as the price rises: its knees, exact, and what is left before an order.

Read beside SPEC 5: lines 2, 4, 6, 8 and 10 of the worksheet each own a stretch of the price. Every
amount is in cents and comes from the kernel's own settlement, so a stretch cannot disagree with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from scancost.engine.estimate import Line
from scancost.engine.orders import Ledger
from scancost.kernel import walk as k
from scancost.kernel.ledger import UNKNOWN, copay_today
from scancost.kernel.money import HUNDRED_PERCENT, NO_LIMIT
from scancost.kernel.outcome import PENALTY_NONE, SETTLED


class Stretch(NamedTuple):
    """Prices `above` < allowed <= `through` (None: without end), in cents.

    `kind` is who takes a further dollar: copay, deductible, coinsurance (`rate` basis points of
    it), or nobody on the patient's side: plan (paid by the plan), ceiling (the coinsurance's own
    "up to"), maximum (the out-of-pocket maximum is reached). `pays` is the share at `through`, or
    anywhere in the stretch where it does not rise.
    """

    kind: str
    above: int
    through: int | None
    rate: int
    pays: int


def left_before(line: Line) -> tuple[int, int | None]:
    """What lines 4 and 10 find left before the order (None: no maximum), in cents; of a balance
    that was not stated, all of it is left.

    A settled line says it itself: what is left after it, and what it credited.
    """
    amounts, counts = line.shown, line.decision.terms[k.COUNTS]
    if amounts is None:
        return _left_of_stated(line)
    cost_share = amounts.copay + amounts.deductible + amounts.coinsurance
    maximum = amounts.out_of_pocket_left
    return (
        (amounts.deductible_left or 0) + amounts.deductible,
        None if maximum is None or not counts else maximum + cost_share,
    )


def _left_of_stated(line: Line) -> tuple[int, int | None]:
    """The same of a line without amounts: an order of $0.00 leaves what it finds."""
    decision = line.decision
    free = (SETTLED, 0, 0, 0, 0, 0, NO_LIMIT, 0, PENALTY_NONE, 0, NO_LIMIT, 1, 0)
    order = [0, 0, UNKNOWN, 1, 0, 0, decision.limits_row, 0, -1, -1, *line.stated]
    result = Ledger(1).walk(1, order, list(free), list(line.ready.limits))
    deductible, maximum = result[k.DEDUCTIBLE_LEFT], result[k.OUT_OF_POCKET_LEFT]
    has_maximum = decision.terms[k.COUNTS] and maximum != NO_LIMIT
    return (0 if deductible == NO_LIMIT else deductible), maximum if has_maximum else None


def curve(line: Line) -> tuple[Stretch, ...]:
    """The stretches of a line's share; none where it is not settled or a penalty bends it."""
    terms = line.decision.terms
    if terms[k.OUTCOME] != SETTLED or terms[k.PENALTY_KIND] != PENALTY_NONE:
        return ()
    deductible, maximum = left_before(line)
    return stretches(owed_today(line), deductible, NO_LIMIT if maximum is None else maximum)


def owed_today(line: Line) -> Sequence[int]:
    """The terms of a line with its copay less what was charged in per-day copays on its day."""
    terms = list(line.decision.terms)
    for column in (k.COPAY_FIRST, k.COPAY_AFTER):
        terms[column] = copay_today(terms[column], terms[k.IS_PER_DAY], line.charged)
    return terms


def stretches(
    terms: Sequence[int], deductible_left: int, out_of_pocket_left: int
) -> tuple[Stretch, ...]:
    """The stretches of a row of settled terms without a penalty, as the price rises from 0.

    The share is that of the plan's price alone: a balance bill comes on top.
    """

    def pays(allowed: int) -> int:
        row, left = list(terms), (deductible_left, out_of_pocket_left)
        return k.adjudicate(row, 0, allowed, allowed, UNKNOWN, 0, *left)[k.W_COST_SHARE]

    found: list[Stretch] = []
    above = 0
    most = out_of_pocket_left if terms[k.COUNTS] else NO_LIMIT
    for kind, width, rate in _parts(terms, deductible_left):
        if width == 0:
            continue
        through = None if width is None else above + width
        if rate and (through is None or pays(through) >= most):
            reached = _first_at(pays, above, through, most)
            if reached is not None:
                if reached > above:
                    found.append(Stretch(kind, above, reached, rate, pays(reached)))
                found.append(Stretch("maximum", reached, None, 0, most))
                return tuple(found)
        at = pays(above) if through is None else pays(through)
        found.append(Stretch(kind, above, through, rate, at))
        above = through if through is not None else above
    return tuple(found)


def _parts(terms: Sequence[int], deductible_left: int) -> list[tuple[str, int | None, int]]:
    """Each stretch in its turn: kind, width in cents (None: without end), rate of the share."""
    everything = HUNDRED_PERCENT
    deductible = deductible_left if terms[k.IS_SUBJECT] else 0
    parts: list[tuple[str, int | None, int]] = [
        ("copay", terms[k.COPAY_FIRST], everything),
        ("deductible", deductible, everything),
        ("copay", terms[k.COPAY_AFTER], everything),
    ]
    rate, ceiling = terms[k.RATE], terms[k.COINSURANCE_CEILING]
    if rate == 0 or ceiling == 0:
        return [*parts, ("plan", None, 0)]
    if ceiling == NO_LIMIT:
        return [*parts, ("coinsurance", None, rate)]
    # the least price whose share, half a cent up, comes to the ceiling
    half = everything // 2
    width = -((half - ceiling * everything) // rate)
    return [*parts, ("coinsurance", width, rate), ("ceiling", None, 0)]


def _first_at(pays: Callable[[int], int], above: int, through: int | None, most: int) -> int | None:
    """The least price at or above `above` where the share comes to `most`, or None."""
    if most >= NO_LIMIT:
        return None
    low, high = above, through
    if high is None:
        high = max(2 * above, 1)
        while pays(high) < most:
            high *= 2
    while low < high:
        middle = (low + high) // 2
        if pays(middle) >= most:
            high = middle
        else:
            low = middle + 1
    return low
