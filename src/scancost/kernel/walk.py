"""The walk over a sequence of orders: each is settled on what the ones before it left (SPEC 5, 7).

Every argument is a plain int or a flat sequence of ints, so that the same source runs on lists and,
compiled, on arrays. Amounts are cents. The columns of a row of each table are named below; row k
starts at k * WIDTH. Orders come sorted by service date, then file order.
"""

from .ledger import (
    DEDUCTIBLE_MEMBER,
    LIMITS_POOL,
    LIMITS_WIDTH,
    OUT_OF_POCKET_MEMBER,
    POOLS,
    UNKNOWN,
    copay_today,
    credit,
    left_in,
    state_met,
)
from .money import NO_LIMIT
from .outcome import SETTLED, balance_bill, denied_parts, penalty
from .settle import cut_parts, settle

# Columns of a row of terms: what deciding found (rules/terms.py makes them).
OUTCOME = 0
COPAY_FIRST = 1
COPAY_AFTER = 2
IS_PER_DAY = 3
IS_SUBJECT = 4
RATE = 5
COINSURANCE_CEILING = 6
COUNTS = 7  # 1 where the clause counts toward the out-of-pocket maximum
PENALTY_KIND = 8
PENALTY_AMOUNT = 9
PENALTY_CEILING = 10
IS_CONTRACTED = 11
BALANCE_RATE = 12
TERMS_WIDTH = 13

# Columns of an order.
BILLED = 0
ALLOWED = 1
CASH_PRICE = 2  # or UNKNOWN
DAY = 3  # any number that grows with the date
MEMBER = 4  # index of the member's accumulators
FAMILY = 5  # index of the family's accumulators
LIMITS = 6  # row of limits, or -1 where the tier has none
TERMS = 7  # row of terms
OTHER_AUTHORIZATION = 8  # row of terms with the other answer of the insurer, or -1
OTHER_PURPOSE = 9  # row of terms if the order is not preventive, or -1
STATED_DEDUCTIBLE = 10  # what the order states as met, or UNKNOWN
STATED_OUT_OF_POCKET = 11
STATED_FAMILY_DEDUCTIBLE = 12
STATED_FAMILY_OUT_OF_POCKET = 13
ORDER_WIDTH = 14

WORKSHEET_LINES = (
    "allowed",
    "copay_first",
    "subject_to_deductible",
    "deductible",
    "after_deductible",
    "copay_after",
    "subject_to_coinsurance",
    "coinsurance",
    "before_limit",
    "cost_share",
    "penalty",
    "plan_pays",
)

# Columns of the result of an order: the worksheet (SPEC 5, lines 1 to 12), then the breakdown.
WORKSHEET = 0
W_COPAY_FIRST = 1
W_DEDUCTIBLE = 3
W_COPAY_AFTER = 5
W_SUBJECT_TO_COINSURANCE = 6
W_COINSURANCE = 7
W_BEFORE_LIMIT = 8
W_COST_SHARE = 9
W_PENALTY = 10
W_PLAN_PAYS = 11
COPAY = 12
DEDUCTIBLE = 13
COINSURANCE = 14
PENALTY = 15
BALANCE_BILL = 16
UNCOVERED = 17
PATIENT_PAYS = 18
PLAN_PAYS = 19
WRITE_OFF = 20
DEDUCTIBLE_LEFT = 21  # after it, as lines 4 and 10 would find them next
OUT_OF_POCKET_LEFT = 22
ADJUDICATED = 21  # the columns up to here come from adjudicate()
OTHER_PATIENT_PAYS = 23  # with the other answer on the authorization, or UNKNOWN
OTHER_PLAN_PAYS = 24
PURPOSE_PATIENT_PAYS = 25  # if it is not preventive, or UNKNOWN
WAS_STATED = 26  # 1 where a balance was stated for the member by then
RESULT_WIDTH = 27


def adjudicate(
    terms: list[int],
    at: int,
    billed: int,
    allowed: int,
    cash_price: int,
    charged_today: int,
    deductible_left: int,
    out_of_pocket_left: int,
) -> tuple[int, ...]:
    """One order under the row of terms at `at`: worksheet lines 1 to 12, then the breakdown, up to
    and with the write-off, in cents. `allowed` is already no more than `billed`."""
    outcome = terms[at + OUTCOME]
    if outcome != SETTLED:
        owed = denied_parts(outcome, billed, allowed, cash_price, terms[at + IS_CONTRACTED])
        none = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        return (allowed, *none, 0, 0, 0, 0, 0, owed, owed, 0, billed - owed)
    is_per_day = terms[at + IS_PER_DAY]
    lines = settle(
        allowed,
        copay_today(terms[at + COPAY_FIRST], is_per_day, charged_today),
        copay_today(terms[at + COPAY_AFTER], is_per_day, charged_today),
        terms[at + IS_SUBJECT],
        terms[at + RATE],
        terms[at + COINSURANCE_CEILING],
        deductible_left,
        out_of_pocket_left if terms[at + COUNTS] else NO_LIMIT,
    )
    cost_share = lines[W_COST_SHARE]
    copay, deductible, coinsurance = cut_parts(
        lines[W_COPAY_FIRST],
        lines[W_DEDUCTIBLE],
        lines[W_COPAY_AFTER],
        lines[W_COINSURANCE],
        cost_share,
    )
    kind, amount = terms[at + PENALTY_KIND], terms[at + PENALTY_AMOUNT]
    line_11 = penalty(kind, amount, terms[at + PENALTY_CEILING], allowed, cost_share)
    line_12 = allowed - cost_share - line_11
    balance = balance_bill(billed, allowed, terms[at + BALANCE_RATE])
    patient_pays = cost_share + line_11 + balance
    write_off = billed - patient_pays - line_12
    parts = (copay, deductible, coinsurance, line_11, balance, 0, patient_pays, line_12, write_off)
    return (*lines, line_11, line_12, *parts)


def walk(
    count: int,
    orders: list[int],
    terms: list[int],
    limits: list[int],
    deductible: list[int],
    out_of_pocket: list[int],
    family_deductible: list[int],
    family_out_of_pocket: list[int],
    copay_day: list[int],
    copay_charged: list[int],
    was_stated: list[int],
    results: list[int],
) -> None:
    """Settle `count` orders in their sequence; fills `results` and moves the accumulators on.

    `orders` and `results` hold ORDER_WIDTH and RESULT_WIDTH columns an order. The accumulators hold
    POOLS columns a member or a family (cents met); `copay_day` and `copay_charged` one a member:
    the last date with a per-day copay and what was charged on it; `was_stated` one a member.
    """
    for index in range(count):
        at = index * ORDER_WIDTH
        to = index * RESULT_WIDTH
        billed = orders[at + BILLED]
        allowed = min(orders[at + ALLOWED], billed)
        cash_price = orders[at + CASH_PRICE]
        day = orders[at + DAY]
        member = orders[at + MEMBER]
        family = orders[at + FAMILY]
        row = orders[at + LIMITS] * LIMITS_WIDTH
        stated = orders[at + STATED_DEDUCTIBLE]
        stated_family = orders[at + STATED_FAMILY_DEDUCTIBLE]
        stated_out = orders[at + STATED_OUT_OF_POCKET]
        stated_family_out = orders[at + STATED_FAMILY_OUT_OF_POCKET]
        if max(stated, stated_family, stated_out, stated_family_out) != UNKNOWN:
            was_stated[member] = 1
        if row >= 0:
            here = member * POOLS + limits[row + LIMITS_POOL]
            ours = family * POOLS + limits[row + LIMITS_POOL]
            state_met(stated, stated_family, deductible, here, family_deductible, ours)
            state_met(
                stated_out, stated_family_out, out_of_pocket, here, family_out_of_pocket, ours
            )
        if copay_day[member] != day:
            copay_day[member] = day
            copay_charged[member] = 0
        charged = copay_charged[member]
        deductible_left = left_in(
            limits, row, DEDUCTIBLE_MEMBER, member, deductible, family, family_deductible
        )
        out_left = left_in(
            limits, row, OUT_OF_POCKET_MEMBER, member, out_of_pocket, family, family_out_of_pocket
        )

        own = orders[at + TERMS] * TERMS_WIDTH
        result = adjudicate(
            terms, own, billed, allowed, cash_price, charged, deductible_left, out_left
        )
        for line in range(ADJUDICATED):
            results[to + line] = result[line]
        results[to + OTHER_PATIENT_PAYS] = UNKNOWN
        results[to + OTHER_PLAN_PAYS] = UNKNOWN
        results[to + PURPOSE_PATIENT_PAYS] = UNKNOWN
        if orders[at + OTHER_AUTHORIZATION] >= 0:
            other = orders[at + OTHER_AUTHORIZATION] * TERMS_WIDTH
            otherwise = adjudicate(
                terms, other, billed, allowed, cash_price, charged, deductible_left, out_left
            )
            results[to + OTHER_PATIENT_PAYS] = otherwise[PATIENT_PAYS]
            results[to + OTHER_PLAN_PAYS] = otherwise[PLAN_PAYS]
        if orders[at + OTHER_PURPOSE] >= 0:
            other = orders[at + OTHER_PURPOSE] * TERMS_WIDTH
            otherwise = adjudicate(
                terms, other, billed, allowed, cash_price, charged, deductible_left, out_left
            )
            results[to + PURPOSE_PATIENT_PAYS] = otherwise[PATIENT_PAYS]

        if terms[own + IS_PER_DAY]:
            copay_charged[member] += result[COPAY]
        if row >= 0:
            met = result[DEDUCTIBLE]
            credit(
                limits, row, met, DEDUCTIBLE_MEMBER, member, deductible, family, family_deductible
            )
            met = result[W_COST_SHARE] if terms[own + COUNTS] else 0
            credit(
                limits,
                row,
                met,
                OUT_OF_POCKET_MEMBER,
                member,
                out_of_pocket,
                family,
                family_out_of_pocket,
            )
        results[to + DEDUCTIBLE_LEFT] = left_in(
            limits, row, DEDUCTIBLE_MEMBER, member, deductible, family, family_deductible
        )
        results[to + OUT_OF_POCKET_LEFT] = left_in(
            limits, row, OUT_OF_POCKET_MEMBER, member, out_of_pocket, family, family_out_of_pocket
        )
        results[to + WAS_STATED] = was_stated[member]
