"""The worksheet of SPEC 5, lines 1 to 10, and how the out-of-pocket maximum cuts its parts."""

from .money import share


def settle(
    allowed: int,
    copay_first: int,
    copay_after: int,
    is_subject: int,
    rate: int,
    coinsurance_ceiling: int,
    deductible_left: int,
    out_of_pocket_left: int,
) -> tuple[int, int, int, int, int, int, int, int, int, int]:
    """Lines 1 to 10 of the worksheet, in cents (SPEC 5).

    `rate` is in basis points, `is_subject` 1 where anything in the phrase is before or after the
    deductible, `coinsurance_ceiling` and `*_left` cents or NO_LIMIT.
    """
    line_2 = min(copay_first, allowed)
    line_3 = allowed - line_2 if is_subject else 0
    line_4 = min(line_3, deductible_left)
    line_5 = allowed - line_2 - line_4
    line_6 = min(copay_after, line_5)
    line_7 = line_5 - line_6
    line_8 = min(share(line_7, rate), coinsurance_ceiling)
    line_9 = line_2 + line_4 + line_6 + line_8
    line_10 = min(line_9, out_of_pocket_left)
    return allowed, line_2, line_3, line_4, line_5, line_6, line_7, line_8, line_9, line_10


def cut_parts(
    copay_first: int, deductible: int, copay_after: int, coinsurance: int, cost_share: int
) -> tuple[int, int, int]:
    """Copay, deductible and coinsurance after the cut to `cost_share` (line 10), in cents.

    The cut comes out of coinsurance first, then the copay after, then the deductible, then the
    copay first: so each part keeps what the ones that are cut later leave of the cost share.
    """
    kept_first = min(copay_first, cost_share)
    kept_deductible = min(deductible, cost_share - kept_first)
    kept_after = min(copay_after, cost_share - kept_first - kept_deductible)
    kept_coinsurance = cost_share - kept_first - kept_deductible - kept_after
    return kept_first + kept_after, kept_deductible, kept_coinsurance
