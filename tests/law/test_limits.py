"""The yearly limits against the published numbers, and the closing of the windows."""

import pytest

from scancost.data.limits import AMOUNTS, YearLimits
from scancost.problems import Wrong

from .tables import LIMITS

# dollars, from the publications the table cites, in the order of AMOUNTS
PUBLISHED = {
    2024: (9_450, 18_900, 1_600, 3_200, 8_050, 16_100, 240, 1_632, 8_850),
    2025: (9_200, 18_400, 1_650, 3_300, 8_300, 16_600, 257, 1_676, 9_350),
    2026: (10_600, 21_200, 1_700, 3_400, 8_500, 17_000, 283, 1_736, 9_250),
    2027: (12_000, 24_000, 1_750, 3_500, 8_700, 17_400, None, None, None),
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_every_amount_in_cents(year: int) -> None:
    limits = LIMITS.year(year)
    found = [limits.amount(name) for name in AMOUNTS]
    assert found == [None if each is None else each * 100 for each in PUBLISHED[year]]


@pytest.mark.parametrize("year", [2023, 2028])
def test_a_year_outside_the_table_is_an_error(year: int) -> None:
    with pytest.raises(Wrong) as wrong:
        LIMITS.year(year)
    assert wrong.value.problem.id == "limits_year_missing"
    assert wrong.value.problem.values == {"year": year}


def test_an_amount_not_published_is_an_error_not_last_years() -> None:
    assert LIMITS.published(2026, "part_b_deductible") == 28_300
    with pytest.raises(Wrong) as wrong:
        LIMITS.published(2027, "part_b_deductible")
    assert wrong.value.problem.id == "limits_amount_not_published"


def test_every_amount_says_where_it_is_from() -> None:
    for limits in LIMITS.years.values():
        for name in AMOUNTS:
            source = limits.source_of(name)
            assert source.source.title
            assert (source.status == "not_published") == (limits.amount(name) is None)


def test_an_amount_without_a_source_is_refused() -> None:
    entry = LIMITS.year(2026).model_dump()
    entry["sources"] = entry["sources"][1:]
    with pytest.raises(ValueError, match="exactly one source"):
        YearLimits.model_validate(entry)
