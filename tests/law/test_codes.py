"""Code numbers of the services table: which scans they mean, and none of them a descriptor."""

from __future__ import annotations

import pytest

from tests.law.tables import CATALOGUE


@pytest.mark.parametrize(
    ("code", "services"),
    [
        # one view of the spine at a level the code does not name
        (
            "72020",
            (
                "xray_cervical_spine",
                "xray_thoracic_spine",
                "xray_thoracolumbar_spine",
                "xray_lumbar_spine",
            ),
        ),
        ("76982", ("ultrasound_lump_stiffness",)),
        ("76983", ("ultrasound_lump_stiffness",)),
        ("78434", ("pet_heart_perfusion",)),
        ("76977", ("dexa_peripheral",)),
        ("G0130", ("dexa_peripheral",)),
        # a DXA of hip and spine that looks for fractures besides: a bone density test all the same
        ("77085", ("dexa_hip_spine",)),
        ("77086", ("dexa_vertebral_fracture",)),
        ("45382", ("colonoscopy_diagnostic",)),
        ("45386", ("colonoscopy_diagnostic",)),
        ("45388", ("colonoscopy_diagnostic",)),
        ("45390", ("colonoscopy_diagnostic",)),
    ],
)
def test_what_a_code_means(code: str, services: tuple[str, ...]) -> None:
    assert CATALOGUE.by_code[code] == services
    assert CATALOGUE.is_unverified(code)
