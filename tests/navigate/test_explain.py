"""`scancost explain`, and the glossary as a page."""

from pathlib import Path

import pytest

from .program import scancost

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("deductible", "before the plan starts to pay"),
        ("EOB", "It is not a bill"),
        ("allowed amount", "The price your plan accepts"),
        ("balance bill", "above the allowed amount"),
        ("CARC 45", "higher than the price the plan recognises"),
        ("POS 22", "outpatient department"),
        ("CO-197", "you must not be billed"),
        ("PR-197", "It may be billed to you"),
        ("no authorization", "none is on record"),
        ("PR", "may be billed to you"),
        ("N864", "No Surprises Act"),
        ("73721", "MRI of the knee"),
        ("coinsurence", "Your percent of the price"),
    ],
)
def test_what_a_word_means(typed: str, said: str) -> None:
    found = scancost("explain", *typed.split())
    assert found.code == 0
    assert said in found.words


def test_as_json() -> None:
    found = scancost("explain", "CO-50", "--json").json
    assert found["schema"] == "scancost/explain/1"
    (meaning,) = found["meanings"]
    assert (meaning["kind"], meaning["id"], meaning["group"]) == ("denial", "50", "CO")
    assert meaning["owes"] == "provider"


def test_an_unknown_word_names_the_nearest() -> None:
    found = scancost("explain", "surprise")
    assert found.code == 3
    assert "balance bill" in found.err
    assert found.out == ""
    assert scancost("explain", "zzzz").code == 3
    assert scancost("explain").code == 3


def test_in_spanish() -> None:
    assert "facturación de saldo" in scancost("explain", "balance bill", language="es").out
    assert "No se le debe cobrar" in scancost("explain", "CO", language="es").words


def test_the_glossary_document_is_generated() -> None:
    """Written with: scancost explain --all > docs/glossary.md"""
    assert scancost("explain", "--all").out == (DOCS / "glossary.md").read_text("utf-8")


def test_a_guess_says_that_it_is_one() -> None:
    found = scancost("explain", "coinsurence")
    assert found.out.startswith('Nearest to "coinsurence":\n')
    assert scancost("explain", "coinsurence", "--json").json["is_guess"] is True
    assert "Nearest" not in scancost("explain", "coinsurance").out
    assert scancost("explain", "coinsurance", "--json").json["is_guess"] is False


def test_a_word_that_is_only_a_little_like_a_term_is_not_explained() -> None:
    found = scancost("explain", "superbill")
    assert (found.code, found.out) == (3, "")
    assert '"superbill" is not in the glossary' in found.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("modifier 26", "only the reading"),
        ("modifier TC", "only the scan"),
        ("modifier 33", "this was a screening"),
        ("modifer 26", "only the reading"),
        ("modifier GA", "modifier GA"),
    ],
)
def test_modifiers_are_terms_and_no_denials(typed: str, said: str) -> None:
    assert said in scancost("explain", *typed.split()).words


def test_a_code_that_is_of_no_scan() -> None:
    found = scancost("explain", "99213")
    assert found.code == 3
    assert "99213 looks like a procedure code" in found.err
    assert "scancost services" in found.err
