"""Denial codes: who owes, against SPEC 5's outcome table; and how people write the codes."""

import pytest

from scancost.problems import Wrong
from scancost.rules.denials import DenialCode, owes, read_denials

from .tables import DENIALS

# SPEC 5 and 6: what the patient pays is PR, what the provider may not collect is CO
OUTCOMES = {
    "PR-3": "patient",  # copay
    "PR-1": "patient",  # deductible
    "PR-2": "patient",  # coinsurance
    "PR-197": "patient",  # penalty, or missing authorization with "denied"
    "PR-45": "patient",  # balance bill
    "PR-204": "patient",  # not covered: cash price or billed
    "PR-242": "patient",  # only out of network not covered
    "PR-50": "patient",  # necessity not met, with waiver or not contracted
    "CO-50": "provider",  # necessity not met, contracted and no waiver: patient 0
    "PR-39": "patient",  # authorization denied, with waiver or not contracted
    "CO-39": "provider",  # authorization denied, contracted and no waiver: patient 0
    "CO-197": "provider",  # missing, `provider write-off`: patient 0
    "CO-45": "provider",  # the contractual write-off
}


@pytest.mark.parametrize("code", OUTCOMES)
def test_who_owes_agrees_with_the_outcome_table(code: str) -> None:
    read = read_denials(DENIALS, code)
    assert read == (DenialCode(*code.split("-")),)
    assert owes(DENIALS, *read[0]) == OUTCOMES[code]


@pytest.mark.parametrize("carc", DENIALS.codes)
def test_the_group_decides_whatever_the_reason(carc: str) -> None:
    assert owes(DENIALS, "CO", carc) == "provider"
    assert owes(DENIALS, "PI", carc) == "provider"
    assert owes(DENIALS, "PR", carc) == "patient"
    assert owes(DENIALS, "OA", carc) == "depends"


def test_without_a_group_it_mostly_depends() -> None:
    assert {carc for carc in DENIALS.codes if owes(DENIALS, "", carc) != "depends"} == {
        *("1", "2", "3"),  # shares of the patient by their nature
        *("237", "253"),  # cuts of the provider's payment by law
    }


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("CO-197", ["CO-197"]),
        ("co197", ["CO-197"]),
        ("CO 197", ["CO-197"]),
        ("pr-50", ["PR-50"]),
        ("CARC 242", ["242"]),
        ("CARC-CO-50", ["CO-50"]),
        ("197", ["197"]),
        (" 045 ", ["45"]),
        ("B13", ["B13"]),
        ("OA-B13", ["OA-B13"]),
        ("denial code CO-50", ["CO-50"]),
        ("PR-3 PR-1 CO-45", ["PR-3", "PR-1", "CO-45"]),
        ("CO-16, N130", ["CO-16"]),
        ("no authorization", ["197"]),
        ("There was no prior authorization.", ["197"]),
        ("Authorization denied", ["39"]),
        ("not medically necessary", ["50"]),
        ("not medicaly necesary", ["50"]),
        ("out of network", ["242"]),
        ("not covered", ["96", "204"]),
        ("duplicate claim", ["18"]),
        ("sin autorización", ["197"]),
        ("no es médicamente necesario", ["50"]),
    ],
)
def test_codes_as_people_write_them(text: str, codes: list[str]) -> None:
    assert [str(code) for code in read_denials(DENIALS, text)] == codes


@pytest.mark.parametrize("text", ["999", "CO-998", "CO 0"])
def test_an_unknown_code_is_an_error(text: str) -> None:
    with pytest.raises(Wrong) as wrong:
        read_denials(DENIALS, text)
    assert wrong.value.problem.id == "denial_code_unknown"


@pytest.mark.parametrize("text", ["", "zzz", "CO", "CO-1970", "٣"])
def test_what_is_no_code_is_an_error(text: str) -> None:
    with pytest.raises(Wrong) as wrong:
        read_denials(DENIALS, text)
    assert wrong.value.problem.id == "denial_unknown"


KNOWN = (
    "1 2 3 4 5 6 8 9 11 16 18 22 23 24 26 27 29 31 32 39 45 49 50 55 56 58 59 95 96 97 109 119 149 "
    "150 151 163 167 170 171 193 197 198 200 204 210 237 242 243 252 253 256 279 284 285 286 287 "
    "288 296 B13"
)


def test_every_code_is_there_with_words_in_both_languages() -> None:
    assert sorted(DENIALS.codes) == sorted(KNOWN.split())
    for carc, code in DENIALS.codes.items():
        assert code.meaning.en.endswith(".")
        assert code.meaning.es.endswith(".")
        kind = DENIALS.kind_of(carc)
        assert kind.evidence
        assert "denial_letter" in kind.evidence


def test_commonly_mislabelled_codes() -> None:
    """50 is necessity, 97 is bundling, 204 is coverage, 243 is about authorization."""
    kinds = {carc: DENIALS.codes[carc].kind for carc in ("50", "97", "204", "243", "242")}
    assert kinds == {
        "50": "medical_judgment",
        "97": "price",
        "204": "not_covered",
        "243": "authorization",
        "242": "network",
    }
