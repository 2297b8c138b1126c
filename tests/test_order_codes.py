"""Codes that set a field, beside what the order says of that field itself: who is at fault?"""

from __future__ import annotations

import pytest

from tests.batch.test_faults import faults_of
from tests.estimating import KNEE, trouble


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"modifiers": "GA", "patient_waiver": "maybe"}, ("truth_form", "patient_waiver")),
        ({"modifiers": "GA", "patient_waiver": "false"}, ("code_contradicts", "modifiers")),
        ({"modifiers": "33", "purpose": "maybe"}, ("choice", "purpose")),
        ({"place_of_service": "22", "site": "nowhere"}, ("choice", "site")),
        ({"place_of_service": "22", "site": "office"}, ("code_contradicts", "place_of_service")),
        ({"service": "71046-26-TC"}, ("code_contradicts", "service")),
    ],
)
def test_a_row_names_the_field_that_cannot_be_read_else_the_code(
    fields: dict[str, str], expected: tuple[str, str]
) -> None:
    assert faults_of(**fields) == [expected]


def test_an_unreadable_waiver_is_named_by_its_option() -> None:
    said = trouble(*KNEE, "--network", "in", "--modifiers", "GA", "--patient-waiver", "maybe")
    assert said == "--patient-waiver: write true or false.\n"
