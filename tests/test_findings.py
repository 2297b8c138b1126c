"""Every finding is kept and shown, also of the steps after the one that decides (SPEC 4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.estimating import DAY, estimate, first_line, said
from tests.shelf.program import SOUND, spoiled, written

ASKED = spoiled(
    "preauthorization: none\n",
    "preauthorization:\n  - services: [mri]\n    in_network: provider write-off\n"
    "    out_of_network: denied\n",
)
KEPT = ("not_covered_outside", "necessity_not_met", "authorization_")


@pytest.fixture
def mri(tmp_path: Path) -> tuple[str, ...]:
    written(tmp_path, ASKED)
    plan = ("--policies", str(tmp_path), "--policy", "small-2026", *DAY)
    return (*plan, "--service", "mri_brain", "--site", "office", "--allowed", "900")


def kept(*words: str) -> list[str]:
    """The findings of steps 4 to 6 that stand against an order."""
    return [each["id"] for each in first_line(*words)["findings"] if each["id"].startswith(KEPT)]


def test_what_is_not_necessary_may_lack_its_authorization_too(mri: tuple[str, ...]) -> None:
    order = (*mri, "--network", "in", "--medical-necessity", "not_met")
    missing = (*order, "--preauthorization", "missing")
    assert kept(*missing) == ["necessity_not_met", "authorization_missing"]
    # CARC 50 decides: the provider's loss, and nothing else of the line changes
    line, alone = first_line(*missing), first_line(*order, "--preauthorization", "approved")
    assert (line["reasons"], line["patient_pays"]) == ("CO-50", "0.00")
    assert {**line, "findings": []} == {**alone, "findings": []}
    text = said(*missing)
    assert "The plan finds it not medically necessary." in text
    assert "The authorization is missing." in text


def test_what_is_not_covered_may_be_refused_twice_more(mri: tuple[str, ...]) -> None:
    order = (*mri, "--network", "out", "--billed", "1000")
    all_three = (*order, "--medical-necessity", "not_met", "--preauthorization", "denied")
    assert kept(*all_three) == ["not_covered_outside", "necessity_not_met", "authorization_denied"]
    line, alone = first_line(*all_three), first_line(*order)
    assert (line["status"], line["reasons"], line["at_stake"]) == ("not_covered", "PR-242", None)
    assert {**line, "findings": []} == {**alone, "findings": []}


def test_an_approval_may_be_wrong_in_two_ways(mri: tuple[str, ...]) -> None:
    approved = (*mri, "--network", "in", "--preauthorization", "approved")
    lapsed = ("--authorization-expires", "2026-05-31")
    other = ("--authorized-service", "mri_knee")
    assert kept(*approved, *lapsed, *other) == [
        "authorization_lapsed",
        "authorization_other_service",
        "authorization_missing",
    ]
    assert kept(*approved, *lapsed) == ["authorization_lapsed", "authorization_missing"]
    assert kept(*approved, *other) == ["authorization_other_service", "authorization_missing"]


def test_an_emergency_keeps_no_finding_of_an_authorization(mri: tuple[str, ...]) -> None:
    words = (*mri[:-3], "emergency", *mri[-2:], "--network", "in", "--preauthorization", "denied")
    assert kept(*words, "--medical-necessity", "not_met") == ["necessity_not_met"]


def test_both_languages_show_them(mri: tuple[str, ...]) -> None:
    words = (*mri, "--network", "in", "--medical-necessity", "not_met", "--lang", "es")
    text = " ".join(estimate(*words, "--preauthorization", "missing").out.split())
    assert "El plan considera que no es médicamente necesario." in text
    assert "Falta la autorización previa." in text


def test_what_is_not_known_of_a_guideline_is_named_where_nothing_is_covered(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    plan = ("--policies", str(tmp_path), "--policy", "small-2026", *DAY)
    line = first_line(*plan, "--service", "mammogram_screening", "--network", "out")
    assert line["status"] == "not_covered"
    told = " ".join(each["text"] for each in line["findings"] if each["id"] == "condition_unknown")
    for condition in ("age on the day of the scan", "sex", "time since the last one"):
        assert f"{condition} is not known" in told
