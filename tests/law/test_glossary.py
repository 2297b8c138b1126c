"""The glossary: two short sentences a term, plain enough, and found as people type."""

import re

import pytest

from scancost.rules.glossary import Found, look_up

from .tables import DENIALS, GLOSSARY

GRADE = 9.0  # of one entry; the average is held to less


def syllables(word: str) -> int:
    word = word.lower()
    if len(word) > 3 and not word.endswith("le"):
        word = word.removesuffix("e")
    return max(1, len(re.findall("[aeiouy]+", word)))


def grade(text: str) -> float:
    """Flesch-Kincaid, of two sentences."""
    words = re.findall("[A-Za-z']+", text)
    return (
        0.39 * len(words) / 2 + 11.8 * sum(syllables(each) for each in words) / len(words) - 15.59
    )


def test_enough_terms() -> None:
    assert len(GLOSSARY.terms) >= 60


@pytest.mark.parametrize("id", GLOSSARY.terms)
def test_two_sentences_in_each_language_plain_enough(id: str) -> None:
    says = GLOSSARY.terms[id].says
    for text in (says.en, says.es):
        assert len([each for each in re.split(r"(?<=[.?!])\s+", text) if each]) == 2
    assert grade(says.en) <= GRADE


def test_grade_eight_on_average() -> None:
    grades = [grade(term.says.en) for term in GLOSSARY.terms.values()]
    assert sum(grades) / len(grades) <= 8


@pytest.mark.parametrize(
    "id", ["ct_colonography", "low_dose_ct", "hrsa", "mammogram", "colonoscopy"]
)
def test_a_free_screening_says_where(id: str) -> None:
    """The federal rule leaves out grandfathered and short-term plans, and out of network."""
    assert "free in network in most plans" in GLOSSARY.terms[id].says.en
    assert "dentro de la red en casi todos los planes" in GLOSSARY.terms[id].says.es


def test_no_name_means_two_terms() -> None:
    seen: dict[str, str] = {}
    for id, term in GLOSSARY.terms.items():
        for name in {each.lower() for each in term.names}:
            assert seen.setdefault(name, id) == id


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("deductible", "deductible"),
        ("Deductibles", "deductible"),
        ("allowed amount", "allowed"),
        ("EOB", "eob"),
        ("POS 22", "pos_22"),
        ("prior auth", "prior_authorization"),
        ("balance", "balance_bill"),
        ("pre authorization", "prior_authorization"),
        ("coinsurence", "coinsurance"),
        ("mri scan", "mri"),
        ("TOMOGRAFIA", "ct"),
        ("out-of-pocket-maximum", "out_of_pocket_max"),
    ],
)
def test_found_as_people_type(typed: str, term: str) -> None:
    assert look_up(GLOSSARY, typed)[:2] == (term, ())


def test_the_nearest_few_where_it_is_open() -> None:
    found = look_up(GLOSSARY, "surprise")
    assert found.term == ""
    assert set(found.near) == {"balance_bill", "protected", "no_surprises_act"}
    assert look_up(GLOSSARY, "zzzz") == Found("", ())
    assert look_up(GLOSSARY, " ") == Found("", ())


def test_group_codes_have_words() -> None:
    assert set(DENIALS.groups) == {"CO", "PR", "OA", "PI", "CR"}
