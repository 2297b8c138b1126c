"""`--service`: a code, a name or everyday words; exact, the best match (said), or choices."""

from __future__ import annotations

import pytest

from scancost.engine.shelf import shelf
from scancost.rules.matching import match
from tests.estimating import SILVER, first_line, said, trouble

WORDS = [
    ("knee mri", "mri_knee"),
    ("KNEE  MRI", "mri_knee"),
    ("mri of the knee", "mri_knee"),
    ("chest x-ray", "xray_chest"),
    ("MRI of the lumbar spine", "mri_lumbar_spine"),
    ("mri_knee", "mri_knee"),
    ("mri", "mri"),
    ("70551", "mri_brain"),
    ("70551-26", "mri_brain"),
    ("73721", "73721"),  # any joint of the leg: the policy treats them alike
]


@pytest.mark.parametrize(("typed", "meant"), WORDS)
def test_words_that_say_the_scan(typed: str, meant: str) -> None:
    line = first_line(*SILVER, "--service", typed, "--allowed", "100")
    assert line["service"] == meant
    assert "service_matched" not in [each["id"] for each in line["findings"]]


@pytest.mark.parametrize("typed", ["kne mri", "mri_nee", "brain scan mri"])
def test_the_unique_best_match_is_said(typed: str) -> None:
    meant = "MRI of the brain" if "brain" in typed else "MRI of the knee"
    text = said(*SILVER, "--service", typed, "--allowed", "100")
    assert text.startswith(f"{meant} · ")
    assert f'Read "{typed}" as {meant}.' in text


def test_words_beyond_the_scan_are_never_guessed_away() -> None:
    line = trouble(*SILVER, "--service", "knee mri please", "--allowed", "100")
    assert line.startswith(
        '--service: "knee mri please" may mean several scans. Choose one: mri_knee (MRI of the knee),'
    )


def test_words_that_may_mean_several_are_choices() -> None:
    line = trouble(*SILVER, "--service", "knee", "--allowed", "100")
    assert line.startswith('--service: "knee" may mean several scans. Choose one: ')
    for choice in ("xray_knee", "ct_knee", "mri_knee"):
        assert choice in line


def test_words_that_mean_nothing() -> None:
    for typed in ("xyzzy", "S8092"):
        assert f'"{typed}" is not a scan' in trouble(*SILVER, "--service", typed)


def test_a_modifier_behind_the_code_sets_the_part() -> None:
    # a reading owes no copay
    line = first_line(*SILVER, "--service", "70551-26", "--allowed", "100")
    assert (line["copay"], line["patient_pays"]) == ("0.00", "0.00")
    both = (*SILVER, "--service", "70551-26", "--component", "technical", "--allowed", "100")
    assert "code 26 means component is professional" in trouble(*both)


@pytest.mark.parametrize("kind", ["mri", "x-ray", "ct"])
def test_a_back_is_never_guessed(kind: str) -> None:
    name = {"x-ray": "xray"}.get(kind, kind)
    for typed in (f"back {kind}", f"{kind} of my back", f"{kind} back pain"):
        line = trouble(*SILVER, "--service", typed)
        assert f"may mean several scans. Choose one: {name}_lumbar_spine (" in line
        assert f" {name}_thoracic_spine (" in line
    assert ("xray_scoliosis" in trouble(*SILVER, "--service", f"back {kind}")) == (name == "xray")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("low back mri", "mri_lumbar_spine"),
        ("low-back mri", "mri_lumbar_spine"),
        ("middle back mri", "mri_thoracic_spine"),
        ("resonancia de espalda baja", "mri_lumbar_spine"),
        ("mri both knees", "mri_knee"),
        ("x-ray of both hips", "xray_hip"),
        ("hida test", "nuclear_gallbladder"),
    ],
)
def test_words_that_tell_enough(typed: str, meant: str) -> None:
    assert match(typed, shelf().catalogue).name == meant


@pytest.mark.parametrize(
    "typed", ["2", "8", "none", "I don't know", "blood test", "no lo sé", "one"]
)
def test_words_that_name_no_part_and_no_picture(typed: str) -> None:
    assert match(typed, shelf().catalogue) == (None, False, ())


def test_words_that_leave_a_few_open() -> None:
    virtual = match("virtual colonoscopy", shelf().catalogue)
    assert virtual.choices == ("ct_colonography_screening", "ct_colonography")
    prenatal = match("prenatal ultrasound", shelf().catalogue)
    assert prenatal.choices[:2] == ("ultrasound_pregnancy_early", "ultrasound_pregnancy")
    assert all(each.startswith("ultrasound_") for each in prenatal.choices)
