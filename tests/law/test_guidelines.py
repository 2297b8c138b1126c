"""Preventive-care guidelines: cases just below, at and just above each age and interval.

Ages are worked out by hand: someone born on 1986-06-15 turns 40 on 2026-06-15.
"""

from datetime import date
from typing import Any

import pytest

from scancost.problems import Wrong
from scancost.rules.guidelines import (
    Condition,
    age_on,
    qualifies,
    rule_named,
    whole_months,
)

from .asking import ACA, MEDICARE, all_of, answer, born, found
from .tables import CATALOGUE, GUIDELINES

# --- ages: the day before the birthday, the birthday; the last day of the upper age, the next day


@pytest.mark.parametrize(
    ("guideline", "service", "sex", "youngest"),
    [
        (ACA, "mammogram_screening", "female", 40),
        (ACA, "ct_lung_screening", "male", 50),
        (ACA, "ultrasound_aaa_screening", "male", 65),
        (ACA, "dexa_hip_spine", "female", 40),
        (ACA, "dexa_peripheral", "female", 40),
        (ACA, "ct_colonography_screening", "male", 45),
        (ACA, "colonoscopy_screening", "male", 45),
        (ACA, "colonoscopy_diagnostic", "male", 45),
        (MEDICARE, "mammogram_screening", "female", 35),
        (MEDICARE, "ct_lung_screening", "male", 50),
        (MEDICARE, "ct_colonography_screening", "male", 45),
    ],
)
def test_the_youngest_age(guideline: Any, service: str, sex: str, youngest: int) -> None:
    on_the_birthday = born(youngest)
    a_day_too_young = on_the_birthday.replace(day=16)
    assert found(guideline, service, sex=sex, birth_date=on_the_birthday)["age"] == "met"
    assert found(guideline, service, sex=sex, birth_date=a_day_too_young)["age"] == "not_met"


@pytest.mark.parametrize(
    ("guideline", "service", "sex", "oldest"),
    [
        (ACA, "ct_lung_screening", "female", 80),
        (ACA, "ultrasound_aaa_screening", "male", 75),
        (ACA, "ct_colonography_screening", "male", 75),
        (ACA, "colonoscopy_screening", "female", 75),
        (ACA, "colonoscopy_diagnostic", "female", 75),
        (MEDICARE, "ct_lung_screening", "female", 77),
    ],
)
def test_the_oldest_age_lasts_until_the_next_birthday(
    guideline: Any, service: str, sex: str, oldest: int
) -> None:
    turns_older_tomorrow = born(oldest + 1).replace(day=16)
    turns_older_today = born(oldest + 1)
    assert found(guideline, service, sex=sex, birth_date=turns_older_tomorrow)["age"] == "met"
    assert found(guideline, service, sex=sex, birth_date=turns_older_today)["age"] == "not_met"


def test_mammograms_have_no_upper_age() -> None:
    """HRSA: through at least 74, and age alone is no reason to stop."""
    for age in (74, 75, 90):
        assert answer(ACA, "mammogram_screening", birth_date=born(age)) == "yes"


def test_born_on_february_29() -> None:
    """Forty on March 1, 2027 (2027 has no February 29), not on February 28."""
    leap = date(1988, 2, 29)
    assert age_on(date(2027, 2, 28), leap) == 38
    assert age_on(date(2027, 3, 1), leap) == 39
    assert age_on(date(2028, 2, 28), leap) == 39
    assert age_on(date(2028, 2, 29), leap) == 40


# --- whole months, the anniversary included


@pytest.mark.parametrize(
    ("since", "day", "months"),
    [
        (date(2025, 6, 15), date(2026, 6, 14), 11),
        (date(2025, 6, 15), date(2026, 6, 15), 12),  # the anniversary itself
        (date(2025, 8, 31), date(2025, 9, 30), 0),  # September has no 31st
        (date(2025, 8, 31), date(2025, 10, 1), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 11),
        (date(2024, 2, 29), date(2025, 3, 1), 12),
        (date(2025, 12, 31), date(2026, 1, 30), 0),
        (date(2025, 12, 31), date(2026, 1, 31), 1),
    ],
)
def test_whole_months(since: date, day: date, months: int) -> None:
    assert whole_months(since, day) == months


# --- the yearly interval of the ACA


@pytest.mark.parametrize(
    ("last", "state"),
    [
        (date(2025, 6, 15), "met"),  # twelve months, to the day
        (date(2025, 6, 16), "unknown"),  # eleven months, another calendar year
        (date(2025, 7, 15), "unknown"),  # eleven months
        (date(2025, 7, 16), "unknown"),  # ten months, but another calendar year
        (date(2025, 12, 31), "unknown"),  # five months, another calendar year
        (date(2026, 1, 1), "not_met"),  # five months, the same calendar year
        ("never", "met"),
        (None, "unknown"),
    ],
)
def test_yearly_under_the_aca(last: Any, state: str) -> None:
    for service in ("mammogram_screening", "ct_lung_screening"):
        assert found(ACA, service, last_service_date=last)["interval"] == state


def test_eleven_months_in_one_calendar_year_are_unknown() -> None:
    """2026-01-10 to 2026-12-10 is eleven months; to 2026-12-09 ten."""
    last = date(2026, 1, 10)
    given = {"last_service_date": last, "service_date": date(2026, 12, 10)}
    assert found(ACA, "mammogram_screening", **given)["interval"] == "unknown"
    given["service_date"] = date(2026, 12, 9)
    assert found(ACA, "mammogram_screening", **given)["interval"] == "not_met"


# --- the yearly interval of Medicare: eleven full months after the month of the last


@pytest.mark.parametrize(
    ("last", "day", "state"),
    [
        # last in June 2025: the eleven full months are July 2025 to May 2026
        (date(2025, 6, 1), date(2026, 5, 31), "not_met"),
        (date(2025, 6, 30), date(2026, 5, 31), "not_met"),
        (date(2025, 6, 30), date(2026, 6, 1), "met"),
        (date(2025, 6, 1), date(2026, 6, 1), "met"),
        (date(2025, 12, 31), date(2026, 11, 30), "not_met"),
        (date(2025, 12, 31), date(2026, 12, 1), "met"),
    ],
)
def test_yearly_under_medicare(last: date, day: date, state: str) -> None:
    for service in ("mammogram_screening", "ct_lung_screening"):
        given = {"last_service_date": last, "service_date": day}
        assert found(MEDICARE, service, **given)["interval"] == state


# --- longer intervals, in whole months, the anniversary included


@pytest.mark.parametrize(
    ("guideline", "service", "last_met", "last_not_met", "risk"),
    [
        # 60 months before 2026-06-15 is 2021-06-15; a day later is not enough
        (ACA, "ct_colonography_screening", date(2021, 6, 15), date(2021, 6, 16), "not_met"),
        # 120 months before: 2016-06-15
        (ACA, "colonoscopy_screening", date(2016, 6, 15), date(2016, 6, 16), "not_met"),
        (ACA, "colonoscopy_diagnostic", date(2016, 6, 15), date(2016, 6, 16), "not_met"),
        # 24 months before: 2024-06-15
        (MEDICARE, "dexa_hip_spine", date(2024, 6, 15), date(2024, 6, 16), "met"),
        (MEDICARE, "dexa_peripheral", date(2024, 6, 15), date(2024, 6, 16), "met"),
        (MEDICARE, "ct_colonography_screening", date(2021, 6, 15), date(2021, 6, 16), "not_met"),
        (MEDICARE, "ct_colonography_screening", date(2024, 6, 15), date(2024, 6, 16), "met"),
        (MEDICARE, "colonoscopy_screening", date(2016, 6, 15), date(2016, 6, 16), "not_met"),
        (MEDICARE, "colonoscopy_screening", date(2024, 6, 15), date(2024, 6, 16), "met"),
    ],
)
def test_longer_intervals(
    guideline: Any, service: str, last_met: date, last_not_met: date, risk: str
) -> None:
    given = {"risk_criteria": risk}
    assert answer(guideline, service, last_service_date=last_met, **given) == "yes"
    assert answer(guideline, service, last_service_date=last_not_met, **given) == "no"
    assert answer(guideline, service, last_service_date=None, **given) == "unknown"
    assert answer(guideline, service, last_service_date="never", **given) == "yes"


@pytest.mark.parametrize("guideline", [ACA, MEDICARE])
def test_once_in_a_lifetime(guideline: Any) -> None:
    given = {"sex": "male", "birth_date": born(70)}
    for last, state in (("never", "met"), (date(1990, 1, 1), "not_met"), (None, "unknown")):
        found_ = found(guideline, "ultrasound_aaa_screening", last_service_date=last, **given)
        assert found_["interval"] == state


# --- sex, risk, and what is unknown


def test_sex_met_not_met_unknown() -> None:
    for sex, state in (("female", "met"), ("male", "not_met"), (None, "unknown")):
        assert found(ACA, "mammogram_screening", sex=sex)["sex"] == state


@pytest.mark.parametrize("state", ["met", "not_met", "unknown"])
def test_risk_is_what_the_order_says(state: str) -> None:
    assert found(ACA, "ct_lung_screening", risk_criteria=state)["risk"] == state


def test_a_condition_the_rule_does_not_have_is_not_there() -> None:
    assert set(found(ACA, "mammogram_screening")) == {"service", "age", "sex", "interval"}
    assert set(found(ACA, "dexa_hip_spine", birth_date=born(70))) == {"service", "age", "sex"}
    assert set(found(ACA, "colonoscopy_screening")) == {"service", "age", "interval"}


def test_no_birth_date_is_unknown_never_no() -> None:
    assert answer(ACA, "mammogram_screening", birth_date=None) == "unknown"


@pytest.mark.parametrize("service", ["ct_calcium_score", "mri_brain", "mammogram_diagnostic"])
def test_a_service_no_rule_serves(service: str) -> None:
    assert all_of(ACA, service) == (Condition("service", "not_met", ""),)


# --- the best of several rules


def test_bone_density_by_the_best_rule() -> None:
    """From 65 without the risk condition; from 40 through 64 with it."""
    at_65 = all_of(ACA, "dexa_hip_spine", birth_date=born(65), risk_criteria="not_met")
    assert {each.rule for each in at_65} == {"aca_bone_65"}
    assert qualifies(at_65) == "yes"
    tomorrow_65 = born(65).replace(day=16)
    for risk, expected in (("met", "yes"), ("unknown", "unknown"), ("not_met", "no")):
        given = {"birth_date": tomorrow_65, "risk_criteria": risk}
        assert answer(ACA, "dexa_hip_spine", **given) == expected
    assert answer(ACA, "dexa_hip_spine", birth_date=born(70), sex="male") == "no"


def test_a_mammogram_baseline_under_medicare() -> None:
    """One from 35 through 39; every year from 40."""
    at_39 = {"birth_date": born(40).replace(day=16)}
    assert answer(MEDICARE, "mammogram_screening", **at_39) == "yes"
    last = date(2023, 1, 1)
    assert answer(MEDICARE, "mammogram_screening", last_service_date=last, **at_39) == "no"
    at_40 = {"birth_date": born(40)}
    assert answer(MEDICARE, "mammogram_screening", last_service_date=last, **at_40) == "yes"


def test_an_aneurysm_scan_under_medicare() -> None:
    """A man of 65 through 75 who smoked, or anyone with a family history."""
    man = all_of(MEDICARE, "ultrasound_aaa_screening", sex="male", birth_date=born(70))
    assert {each.rule for each in man} == {"medicare_aneurysm_smoker"}
    assert qualifies(man) == "yes"
    woman = all_of(MEDICARE, "ultrasound_aaa_screening", birth_date=born(50))
    assert {each.rule for each in woman} == {"medicare_aneurysm_family"}
    assert qualifies(woman) == "yes"
    given = {"birth_date": born(50), "risk_criteria": "not_met"}
    assert answer(MEDICARE, "ultrasound_aaa_screening", **given) == "no"


def test_ct_colonography_under_medicare_from_2025() -> None:
    """Covered from 2025-01-01; the day before it was not."""
    given: dict[str, Any] = {"benefit_year_from": date(2024, 1, 1)}
    before = found(MEDICARE, "ct_colonography_screening", service_date=date(2024, 12, 31), **given)
    assert before == {"service": "not_met"}
    on = date(2025, 1, 1)
    given = {"benefit_year_from": on, "service_date": on}
    assert answer(MEDICARE, "ct_colonography_screening", **given) == "yes"


# --- the table itself


def test_a_benefit_year_outside_the_table_is_an_error() -> None:
    for year in (date(2022, 5, 30), date(2028, 1, 1)):
        with pytest.raises(Wrong) as wrong:
            all_of(ACA, "mammogram_screening", benefit_year_from=year)
        assert wrong.value.problem.id == "guideline_year_missing"
    assert answer(ACA, "mammogram_screening", benefit_year_from=date(2022, 5, 31)) == "yes"
    assert answer(ACA, "mammogram_screening", benefit_year_from=date(2027, 12, 31)) == "yes"


@pytest.mark.parametrize("name", ["aca", "medicare"])
def test_every_rule_names_services_of_the_program_and_a_source(name: str) -> None:
    guideline = GUIDELINES[name]
    ids = [rule.id for rule in guideline.rules] + [each.id for each in guideline.cautions]
    assert len(ids) == len(set(ids))
    rows: list[Any] = [*guideline.rules, *guideline.cautions]
    for row in rows:
        assert set(row.services) <= set(CATALOGUE.names)
        assert row.says.en != row.says.es
        assert row.source.href or row.status != "verified"
    for rule in guideline.rules:
        assert rule_named(guideline, rule.id) is rule


def test_a_screening_colonoscopy_under_medicare_has_no_least_age() -> None:
    """Medicare.gov: "There's no minimum age requirement"; every 120 months not at high risk."""
    given = {"birth_date": born(44), "risk_criteria": "not_met"}
    assert answer(MEDICARE, "colonoscopy_screening", **given) == "yes"
    assert found(MEDICARE, "colonoscopy_screening", **given) == {
        "service": "met",
        "interval": "met",
    }


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (("met", "met"), "yes"),
        (("met", "unknown"), "unknown"),
        (("unknown", "not_met"), "no"),
        (("not_met",), "no"),
    ],
)
def test_qualifies(states: tuple[str, ...], expected: str) -> None:
    assert qualifies(tuple(Condition("age", state, "") for state in states)) == expected
