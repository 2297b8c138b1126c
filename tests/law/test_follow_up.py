"""Follow-up of a screening that the guidelines count with it: from which day, under which conditions."""

from datetime import date

import pytest

from scancost.rules.guidelines import has_follow_up

from .asking import ACA, MEDICARE, answer, born, found

BREAST = (
    "mammogram_screening",
    "mammogram_diagnostic",
    "mammogram_contrast",
    "ultrasound_breast",
    "mri_breast",
)


@pytest.mark.parametrize("service", BREAST)
def test_breast_follow_up_from_2025_12_30(service: str) -> None:
    assert not has_follow_up(ACA, service, date(2025, 12, 29))
    assert has_follow_up(ACA, service, date(2025, 12, 30))
    assert has_follow_up(ACA, service, date(2026, 1, 1))
    assert not has_follow_up(MEDICARE, service, date(2026, 1, 1))


@pytest.mark.parametrize("service", ["colonoscopy_screening", "colonoscopy_diagnostic"])
def test_colonoscopy_follow_up_from_2022_05_31(service: str) -> None:
    assert not has_follow_up(ACA, service, date(2022, 5, 30))
    assert has_follow_up(ACA, service, date(2022, 5, 31))
    assert not has_follow_up(MEDICARE, service, date(2026, 1, 1))


@pytest.mark.parametrize("service", ["ct_chest", "ct_lung_screening", "ultrasound_aorta"])
def test_other_scans_have_no_follow_up(service: str) -> None:
    assert not has_follow_up(ACA, service, date(2026, 1, 1))


def test_follow_up_has_the_screenings_conditions_less_the_interval() -> None:
    given = {"follows_screening": True, "last_service_date": date(2026, 6, 1)}
    assert found(ACA, "mammogram_diagnostic", **given) == {
        "service": "met",
        "age": "met",
        "sex": "met",
    }
    assert answer(ACA, "ultrasound_breast", birth_date=born(40), **given) == "yes"
    too_young = born(40).replace(day=16)
    assert answer(ACA, "ultrasound_breast", birth_date=too_young, **given) == "no"
    assert found(ACA, "colonoscopy_diagnostic", **given) == {"service": "met", "age": "met"}
    assert answer(ACA, "colonoscopy_diagnostic", birth_date=born(76), **given) == "no"


def test_follow_up_where_there_is_none_changes_nothing() -> None:
    given = {"follows_screening": True, "last_service_date": date(2026, 6, 1)}
    assert answer(MEDICARE, "mammogram_screening", **given) == "no"
    assert answer(MEDICARE, "mammogram_diagnostic", **given) == "no"
    before = {"benefit_year_from": date(2025, 12, 29), "service_date": date(2026, 6, 15)}
    assert answer(ACA, "mammogram_diagnostic", **given, **before) == "no"
