"""The label of everything that can be varied, in both languages."""

from __future__ import annotations

import re

import pytest

from scancost.cli.varying import NAMES, USUAL
from scancost.engine.shelf import shelf
from scancost.model.order import AMOUNTS, DATES, MET, REMAINING
from scancost.show.compare_label import AS_THEY_ARE, label_of
from scancost.words import Words
from tests.patients.asked import run

ANSWERS = ("met", "not_met", "unknown")
VALUES = {
    **USUAL,
    **dict.fromkeys((*AMOUNTS, *MET, *REMAINING), ("1250", "$0")),
    **dict.fromkeys(DATES, ("2026-06-01",)),
    **dict.fromkeys(("network", "facility_network"), ("in", "out_of_network")),
    **dict.fromkeys(("medical_necessity", "risk_criteria"), ANSWERS),
    "service": ("mri_knee", "Knee MRI", "73721", "ct"),
    "authorized_service": ("mri_knee", "73721"),
    "last_service_date": ("2020-06-01", "never"),
    "preauthorization": ("approved", "denied", "pending", "missing", "unknown"),
    "sex": ("female", "male"),
    "place_of_service": ("22",),
    "modifiers": ("26",),
}
LABELED = [(name, value) for name in NAMES if name not in AS_THEY_ARE for value in VALUES[name]]
"""Every field that can be varied, with values it can have: a new one without any fails here."""


def labelled(language: str, name: str, value: str) -> str:
    return label_of(name, value, Words(language, shelf().catalogue))


@pytest.mark.parametrize(("name", "value"), LABELED)
def test_no_spanish_label_has_a_name_of_the_contract(name: str, value: str) -> None:
    said = labelled("es", name, value)
    for raw in (name, name.replace("_", " "), value, value.replace("_", " ")):
        is_code = raw.isdigit()
        assert is_code or not re.search(rf"\b{re.escape(raw)}\b", said, re.IGNORECASE), said
    assert said != labelled("en", name, value) or value.isdigit()


@pytest.mark.parametrize(("name", "value"), LABELED)
def test_every_english_label_reads_well(name: str, value: str) -> None:
    said = labelled("en", name, value)
    assert "_" not in said
    assert not said.startswith(f"{name.replace('_', ' ')}: ")


@pytest.mark.parametrize("typed", ["YES", "True", " true "])
def test_truth_is_read_as_the_order_reads_it(typed: str) -> None:
    assert labelled("en", "emergency", typed) == "as an emergency"


def test_amounts_and_days_are_as_people_read_them() -> None:
    assert labelled("en", "deductible_remaining", "1250") == "$1,250.00 of the deductible left"
    assert labelled("es", "deductible_remaining", "1250") == "$1,250.00 del deducible por pagar"
    assert labelled("en", "birth_date", "1980-01-02") == "born on January 2, 1980"
    assert labelled("es", "birth_date", "1980-01-02") == "con nacimiento el 2 de enero de 1980"


def test_what_is_read_in_spanish_is_spanish() -> None:
    vary = ("--vary", "medical_necessity", "--lang", "es", "--plain")
    done = run("compare", "examples/knee-mri.yaml", "--preauthorization", "approved", *vary)
    assert "Opción: Médicamente necesario (lo más barato)" in done.stdout.splitlines()
    assert "Opción: Considerado no médicamente necesario" in done.stdout.splitlines()
