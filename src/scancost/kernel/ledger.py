"""What was met, what is left, and what is credited (SPEC 5 and 7). Cents; NO_LIMIT for no limit.

The accumulators are flat sequences with POOLS columns a member or a family: a pool is the side of
the network (or the sides that share one) whose limits apply.
"""

from .money import NO_LIMIT

UNKNOWN = -1  # an amount that was not given
POOLS = 4  # tiers a policy may have

# Columns of a row of limits: one row a tier and coverage of a policy.
DEDUCTIBLE_MEMBER = 0
DEDUCTIBLE_FAMILY = 1
OUT_OF_POCKET_MEMBER = 2
OUT_OF_POCKET_FAMILY = 3
LIMITS_POOL = 4  # which accumulators the tier uses: 0 to 3
CREDITED = 5  # rows of limits an order in this tier credits: its own, then those it also counts
LIMITS_WIDTH = 9  # toward, then -1


def left(member_limit: int, member_met: int, family_limit: int, family_met: int) -> int:
    """What is left for one member: the lesser of the member's and the family's, never below 0.

    A limit that does not bind (no family coverage, aggregate, none at all) is NO_LIMIT, and stays it
    whatever was met; a deductible of none is a member limit of 0, of which nothing is ever left.
    """
    member = member_limit - member_met if member_limit < NO_LIMIT else NO_LIMIT
    family = family_limit - family_met if family_limit < NO_LIMIT else NO_LIMIT
    return max(min(member, family), 0)


def copay_today(copay: int, is_per_day: int, charged_today: int) -> int:
    """A per-day copay less what the member was already charged in such copays on that date."""
    return max(copay - charged_today, 0) if is_per_day else copay


def state_met(
    stated: int, stated_family: int, met: list[int], here: int, met_family: list[int], ours: int
) -> None:
    """Raise the running balances to what an order states (SPEC 7): within a year they only rise.

    Raising the member's raises the family's by as much, unless the family's is stated.
    """
    rise = max(stated - met[here], 0) if stated != UNKNOWN else 0
    met[here] += rise
    if stated_family == UNKNOWN:
        met_family[ours] += rise
    else:
        met_family[ours] = max(stated_family, met_family[ours])


def credit(
    limits: list[int],
    row: int,
    amount: int,
    column: int,
    member: int,
    met: list[int],
    family: int,
    met_family: list[int],
) -> None:
    """Credit what was paid toward the limit of `column` (DEDUCTIBLE_MEMBER, OUT_OF_POCKET_MEMBER).

    In the tier used and in those it also counts toward, and in none more than lines 4 and 10 would
    find left there; not passed on further. `row` is the offset of the tier's row of limits.
    """
    for step in range(CREDITED, LIMITS_WIDTH):
        credited = limits[row + step] * LIMITS_WIDTH
        if credited < 0 or amount == 0:
            break
        here = member * POOLS + limits[credited + LIMITS_POOL]
        ours = family * POOLS + limits[credited + LIMITS_POOL]
        member_limit, family_limit = limits[credited + column], limits[credited + column + 1]
        paid = min(amount, left(member_limit, met[here], family_limit, met_family[ours]))
        met[here] += paid
        met_family[ours] += paid


def left_in(
    limits: list[int],
    row: int,
    column: int,
    member: int,
    met: list[int],
    family: int,
    met_family: list[int],
) -> int:
    """What lines 4 and 10 find left of the limit of `column`; NO_LIMIT where there is none."""
    if row < 0:
        return NO_LIMIT
    here = member * POOLS + limits[row + LIMITS_POOL]
    ours = family * POOLS + limits[row + LIMITS_POOL]
    return left(limits[row + column], met[here], limits[row + column + 1], met_family[ours])
