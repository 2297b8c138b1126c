"""`scancost services` as a user sees it."""

from __future__ import annotations

import pytest

from scancost.engine.shelf import shelf
from scancost.model.vocabulary import MODALITIES
from scancost.rules.search import search
from tests.shelf.program import scancost


def found(*words: str) -> list[str]:
    answer = scancost("services", *words, "--json")
    assert answer.code == 0
    return [each["service"] for each in answer.json["services"]]


def test_no_word_lists_all_by_modality() -> None:
    answer = scancost("services")
    places = [answer.out.index(f"({modality}): ") for modality in MODALITIES]
    assert places == sorted(places)
    assert len(found()) == len(shelf().catalogue.names) >= 120
    assert f"{len(found())} of {len(found())} services." in answer.out


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["knee"], ["xray_knee", "ct_knee", "mri_knee"]),
        (["knee mri"], ["mri_knee"]),
        (["mri", "knee"], ["mri_knee"]),
        (["resonancia", "rodilla"], ["mri_knee"]),
        (["70551"], ["mri_brain"]),
        (["70551-26"], ["mri_brain"]),
        (["mri_knee"], ["mri_knee"]),
    ],
)
def test_words_names_and_codes(words: list[str], names: list[str]) -> None:
    assert found(*words) == names


def test_the_beginning_of_a_word_or_a_code() -> None:
    assert set(found("mammog")) >= {"mammogram_screening", "mammogram_diagnostic"}
    catalogue = shelf().catalogue
    for service in search(["7055"], catalogue, None):
        assert any(code.code.startswith("7055") for code in service.codes)
    assert "mri_brain" in found("7055")


def test_one_modality() -> None:
    answer = scancost("services", "--modality", "DEXA", "--json").json
    assert {each["modality"] for each in answer["services"]} == {"dexa"}
    assert found("spine", "--modality", "ct") == [
        name for name in found("spine") if name.startswith("ct_")
    ]


def test_a_modality_that_is_none() -> None:
    answer = scancost("services", "--modality", "mir")
    assert answer.code == 3
    assert answer.err.startswith("--modality: this must be one of: xray,")
    assert 'Did you mean "mri"?' in answer.err


def test_unverified_codes_are_marked() -> None:
    catalogue = shelf().catalogue
    service = next(each for each in catalogue.table.services if any(c.verified for c in each.codes))
    answer = scancost("services", service.service, columns=120)
    for code in service.codes:
        assert (f"{code.code}*" in answer.out) is not code.verified
    (unverified,) = scancost("services", "mri_knee", "--json").json["services"]
    assert unverified["codes"][0] == {"code": "73721", "contrast": "without", "verified": False}
    assert "73721*" in scancost("services", "mri_knee").out


def test_nothing_fits_but_something_is_near() -> None:
    answer = scancost("services", "mri", "big", "toe", columns=120)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("No service fits all of these words. The nearest: ")
    assert "mri_foot" in answer.out
    assert found("mri", "big", "toe") == []
    assert "No service fits these words." in scancost("services", "zzzz").out


@pytest.mark.parametrize("columns", [30, 60, 80, 120])
def test_names_and_codes_are_never_cut(columns: int) -> None:
    answer = scancost("services", columns=columns)
    for service in shelf().catalogue.table.services:
        assert service.service in answer.out
        assert all(code.code in answer.out for code in service.codes)
    assert max(len(line) for line in answer.out.splitlines()) <= max(columns, 36)


def test_plain_lines() -> None:
    found = scancost("services", "knee", "mri", "--plain")
    assert found.out.startswith("mri_knee: MRI of the knee, 73721")
