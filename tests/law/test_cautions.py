"""What people expect of a guideline and do not get: which cautions are told, and on which dates."""

from datetime import date

import pytest

from scancost.rules.guidelines import cautions

from .tables import GUIDELINES

ACA = GUIDELINES["aca"]
MEDICARE = GUIDELINES["medicare"]
DAY = date(2026, 6, 15)


def test_cautions_are_those_of_the_service() -> None:
    ids = {each.id for each in cautions(ACA, "mri_breast")}
    assert "screening_mri_high_risk" in ids
    assert "polyp_removal" not in ids


@pytest.mark.parametrize(
    ("day", "percent"),
    [
        # CAA 2021, section 122: 15% in 2023 to 2026, 10% in 2027 to 2029, nothing from 2030
        (date(2023, 1, 1), "15%"),
        (date(2026, 12, 31), "15%"),
        (date(2027, 1, 1), "10%"),
        (date(2029, 12, 31), "10%"),
        (date(2030, 1, 1), "nothing"),
    ],
)
def test_medicares_share_where_a_polyp_is_removed(day: date, percent: str) -> None:
    about = [
        each.says.en
        for each in cautions(MEDICARE, "colonoscopy_screening", day)
        if each.id.startswith("medicare_polyp_removal")
    ]
    assert len(about) == 1
    assert percent in about[0]


@pytest.mark.parametrize(
    ("service", "id"),
    [
        ("colonoscopy_screening", "medicare_colonoscopy_after_sigmoidoscopy"),
        ("ct_colonography_screening", "medicare_ct_colonography_after_scope"),
    ],
)
def test_the_48_months_of_medicare_are_told(service: str, id: str) -> None:
    found_ = {each.id: each.says.en for each in cautions(MEDICARE, service, DAY)}
    assert "48 months" in found_[id]
