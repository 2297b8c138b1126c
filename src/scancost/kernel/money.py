"""The one rounding function of the program (SPEC 1): whole cents, half a cent up."""

HUNDRED_PERCENT = 10_000  # in basis points
NO_LIMIT = 1_000_000_000_000_000  # cents: above any sum of amounts, and its sums fit 64 bits


def share(cents: int, basis_points: int) -> int:
    """`basis_points` of `cents`, in whole cents, half a cent up; both are never negative."""
    return (cents * basis_points + HUNDRED_PERCENT // 2) // HUNDRED_PERCENT
