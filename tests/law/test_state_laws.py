"""State laws on diagnostic breast imaging: told with their source, and no amount changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scancost.data.state_laws import StateLaws
from scancost.engine import shelf
from scancost.engine.estimate import Line, estimate
from scancost.files.tables import table
from scancost.model.order import Order
from scancost.words import Words
from tests.law.tables import CATALOGUE
from tests.shelf.program import POLICIES

LAWS = table("state_laws", StateLaws)
SILVER = "federal-standard-silver-2026"


def line(service: str, changed: dict[str, Any], **fields: str) -> Line:
    """An estimate under the federal standard silver plan with something changed."""
    policy = shelf.load(POLICIES / f"{SILVER}.yaml").policy.model_copy(update=changed)
    given = {
        "policy": SILVER,
        "network": "in_network",
        "site": "freestanding",
        "service": service,
        "allowed": "500",
        "service_date": "2026-06-15",
    }
    return estimate(shelf.ready(policy), Order.model_validate({**given, **fields})).lines[0]


def told(found: Line) -> list[str]:
    return [each.id for each in found.findings if each.id.startswith("state_law")]


@pytest.mark.parametrize(
    "service", ["mammogram_diagnostic", "77065", "ultrasound_breast", "76641", "mri_breast"]
)
def test_diagnostic_breast_imaging_in_texas(service: str) -> None:
    """Tex. Ins. Code 1356.005(a-1): no less favorable than the coverage for a screening mammogram."""
    found = line(service, {"state": "TX"})
    assert told(found) == ["state_law"]
    assert found.shown == line(service, {"state": None}).shown
    (finding,) = [each for each in found.findings if each.id == "state_law"]
    for language, words in (("en", "no less favorably"), ("es", "no menos favorablemente")):
        said = Words(language).say("findings.state_law", **finding.values)
        assert "1356.005(a-1)" in said
        assert words in said


@pytest.mark.parametrize(
    ("service", "changed", "fields"),
    [
        ("mri_knee", {"state": "TX"}, {}),
        ("mri_breast", {"state": None}, {}),
        ("mri_breast", {"state": "WA"}, {}),
        ("mri_breast", {"state": "TX", "market": "short_term"}, {}),
        ("mri_breast", {"state": "TX", "market": "medicaid"}, {}),
        # follow-up of a screening mammogram is free by federal law already
        (
            "ultrasound_breast",
            {"state": "TX"},
            {"follows_screening": "true", "sex": "female", "birth_date": "1970-01-01"},
        ),
    ],
)
def test_where_no_state_law_is_told(
    service: str, changed: dict[str, Any], fields: dict[str, str]
) -> None:
    assert told(line(service, changed, **fields)) == []


@pytest.mark.parametrize(
    ("state", "market", "id"),
    [
        ("TX", "individual", "state_law"),
        ("TX", "employer", "state_law_if_insured"),
        ("NY", "marketplace", "state_law_unverified"),
        ("NY", "employer", "state_law_if_insured_unverified"),
    ],
)
def test_who_is_bound_and_how_sure_it_is(state: str, market: str, id: str) -> None:
    assert told(line("mri_breast", {"state": state, "market": market})) == [id]


@pytest.mark.parametrize(
    ("state", "year", "is_bound"),
    [
        ("TX", date(2021, 12, 31), False),
        ("TX", date(2022, 1, 1), True),
        ("VT", date(2025, 1, 1), False),
        ("VT", date(2026, 1, 1), True),
        ("IA", date(2024, 1, 1), False),
        ("IA", date(2025, 1, 1), True),
        ("tx", date(2026, 1, 1), True),
        ("NY", date(2026, 1, 1), True),  # no source read says from when
    ],
)
def test_from_which_benefit_year(state: str, year: date, is_bound: bool) -> None:
    assert (LAWS.of(state, "mri_breast", year) is not None) == is_bound


def test_every_law_names_services_of_the_program() -> None:
    states = [law.state for law in LAWS.breast_imaging]
    assert len(states) == len(set(states))
    for law in LAWS.breast_imaging:
        assert set(law.services) <= set(CATALOGUE.names)
        assert law.source.href or law.status != "verified"
