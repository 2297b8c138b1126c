"""The sentences of `scancost estimate` and `compare`: none says what cannot be, or less than is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.estimating import ALL_MET, DAY, KNEE, NOTHING_MET, first_line, said, trouble
from tests.inside import scancost

ROOT = Path(__file__).resolve().parents[1]
CARD = ("--deductible", "1500", "--out-of-pocket-max", "6000", *DAY)
HEAD = """
policy: example-ppo-2026
service_date: 2026-06-01
service: mri_knee
site: freestanding
preauthorization: approved
"""


def two_bills(folder: Path, reading: str = "network: in_network", head: str = HEAD) -> str:
    """An order of a scan in network and its reading."""
    path = folder / "order.yaml"
    scan = "{component: technical, network: in_network}"
    lines = f"lines: [{scan}, {{component: professional, {reading}}}]\n"
    path.write_text(head + lines, "utf-8")
    return str(path)


# -- without a price ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "share"),
    [
        # 50 and 1,500 are all there is to pay: below the maximum of 6,000
        ("$50 copay before deductible", "your deductible), at most $1,550.00 in all."),
        (
            "no charge after deductible",
            "up to $1,500.00 in full (what is left of your deductible).",
        ),
        ("$50 copay, deductible waived", "at most the $50.00 copay."),
        ("20% coinsurance after deductible", "$20.00 of each $100, at most $6,000.00 in all."),
        ("20% coinsurance up to $300 per service, deductible waived", "$100, at most $300.00."),
    ],
)
def test_the_most_is_what_can_be(phrase: str, share: str) -> None:
    assert share in said(*CARD, "--benefit", phrase)


def test_a_maximum_nearly_reached_bounds_it() -> None:
    met = ("--out-of-pocket-met", "5980", "--benefit", "$50 copay, deductible waived")
    # 6,000 - 5,980
    assert "at most the $50.00 copay, at most $20.00 in all." in said(*CARD, *met)


# -- ranges ---------------------------------------------------------------------------------------


def test_the_worksheet_of_a_range_says_which_end_it_is() -> None:
    text = said(*KNEE, "--network", "in", "--allowed", "1250", "--preauthorization", "approved")
    assert "How it adds up, if nothing of your deductible is met" in text
    assert "You pay at most $1,250.00" in text
    exact = said(*KNEE, "--network", "in", "--allowed", "1250", *NOTHING_MET)
    assert "How it adds up Allowed" in exact
    assert "You pay $1,250.00" in exact


def test_two_bills_say_what_they_come_to_together(tmp_path: Path) -> None:
    text = said(two_bills(tmp_path), "--allowed", "500")
    # each: 20% of 500 with the deductible met, all of 500 without
    assert "together you would pay between $200.00 and $1,000.00." in text
    assert "deductible: $200.00 if it is already met this year, $1,000.00 if nothing of it" in text
    assert text.count("It depends on your deductible") == 1
    assert "You pay in all $200.00 to $1,000.00" in text
    assert text.count("For this bill you would pay between $100.00 and $500.00.") == 2


def test_an_amount_of_one_bill_does_not_stand_over_both(tmp_path: Path) -> None:
    head = HEAD.replace("approved", "denied") + "deductible_met: 1500\nout_of_pocket_met: 1500\n"
    text = said(two_bills(tmp_path, head=head), "--allowed", "500")
    assert text.count("With the authorization you would pay $100.00.") == 2


def test_prices_of_two_bills_are_written_in_the_file(tmp_path: Path) -> None:
    text = said(two_bills(tmp_path))
    assert "write allowed: under each bill in your order file" in text
    assert "--allowed" not in text


def test_a_protected_reading_is_called_so(tmp_path: Path) -> None:
    head = HEAD.replace("freestanding", "hospital_outpatient")
    reading = "network: out_of_network, facility_network: in_network"
    text = said(two_bills(tmp_path, reading, head), "--allowed", "500")
    assert "Bill 1: the scan, MRI of the knee, in network" in text
    assert (
        "Bill 2: the reading, MRI of the knee, out of network, but treated as in network because the "
        "law protects you" in text
    )


# -- what decides ---------------------------------------------------------------------------------


def test_an_authorization_that_changes_nothing_at_this_price() -> None:
    # nothing of the deductible is met, so the plan pays nothing that a penalty could take
    out = (*KNEE, "--network", "out", "--allowed", "1250", "--billed", "3100", *NOTHING_MET)
    text = said(*out)
    assert (
        "The plan must approve it first; at this price that does not change what you pay." in text
    )
    assert "Without the authorization" not in text
    done = scancost("compare", "examples/knee-mri.yaml", "--vary", "network", cwd=ROOT)
    assert "at this price that does not change what you pay" in " ".join(done.stdout.split())


def test_a_charge_decides_all_of_what_is_not_covered() -> None:
    score = ("--policy", "example-ppo-2026", "--service", "ct_calcium_score", "--site", "office")
    text = said(*score, "--network", "out", "--allowed", "300", *DAY)
    assert "was not given, and it decides what you would pay: ask for it (--billed)." in text
    assert "balance bill" not in text


def test_a_cell_holds_an_amount_not_a_sentence() -> None:
    text = said(*KNEE, "--allowed", "1000", "--billed", "1600", *ALL_MET)
    assert "see the table." in text
    assert "in network $200.00 " in text
    assert "For this bill" not in text


# -- the card, and balances that cannot be --------------------------------------------------------


def test_an_option_of_the_card_beside_a_policy_is_told() -> None:
    assert (
        trouble(*KNEE, "--deductible", "100").strip()
        == "--deductible is for a plan from the card; --policy has its own. Did you mean "
        "--deductible-met?"
    )
    assert "--benefit is for a plan from the card" in trouble(*KNEE, "--benefit", "no charge")


def test_a_balance_above_its_limit_is_told() -> None:
    order = (*KNEE, "--network", "in", "--allowed", "500", "--preauthorization", "approved")
    text = said(*order, "--deductible-met", "9000", "--out-of-pocket-met", "7000")
    assert "You say $9,000.00 of the deductible is met, but the whole of it is $1,500.00." in text
    assert "You say $7,000.00 of the out-of-pocket maximum is met" in text
    assert "you would pay $0.00." in text


def test_a_maximum_below_the_deductible_is_told() -> None:
    card = ("--deductible", "1500", "--out-of-pocket-max", "1000", "--benefit", "no charge")
    text = said(*card, *DAY)
    assert "a deductible of $1,500.00 and an out-of-pocket maximum of $1,000.00" in text


def test_the_card_does_not_know_the_other_side() -> None:
    text = trouble(*CARD, "--benefit", "no charge", "--network", "out")
    assert "your card tells only what you pay in network" in text
    assert "your-plan" not in text


def test_a_code_of_several_scans_is_said_in_words() -> None:
    text = said(*KNEE[:2], "--service", "73721", "--site", "office", "--network", "in", *DAY)
    assert text.startswith("MRI of the hip, knee or ankle (73721) · in network")
    spanish = said(
        *KNEE[:2], "--service", "73721", "--site", "office", "--network", "in", *DAY, "--lang", "es"
    )
    assert spanish.startswith(
        "Resonancia magnética de la cadera, de la rodilla o del tobillo (73721)"
    )


def test_a_medicare_card_has_the_preventive_rules_of_medicare() -> None:
    card = ("--deductible", "283", "--out-of-pocket-max", "none", "--allowed", "200")
    phrase = ("--benefit", "20% coinsurance after deductible", "--service", "mammogram_screening")
    whom = ("--sex", "female", "--birth-date", "1960-01-01", "--last-service-date", "2025-06-30")
    order = (*card, *phrase, *whom, "--service-date", "2026-06-02")
    # eleven full months, July to May, have passed; by the federal rules twelve months have not
    assert "counts as preventive" not in said(*order, "--market", "medicare")
    assert "counts as preventive" in said(*order, "--market", "employer")


def test_in_an_aggregate_family_one_person_may_have_met_all_of_it() -> None:
    """Nobody's own deductible of 1,700 binds there, only the family's 3,400; of the maximum nobody
    pays more than the ACA limit of 2026 alone, 10,600, of the 17,000."""
    family = ("--policy", "example-hdhp-aggregate-2026", "--coverage", "family", "--network", "in")
    scan = (*family, "--service", "mri_knee", "--site", "freestanding", "--allowed", "900", *DAY)
    met = ("--deductible-met", "2500", "--family-deductible-met", "2500")
    most = ("--out-of-pocket-met", "9000", "--family-out-of-pocket-met", "9000")
    assert "One of the two is wrong" not in said(*scan, *met, *most)
    text = said(*scan, "--deductible-met", "3500", "--family-deductible-met", "3500")
    assert "the whole of it is $3,400.00" in text
    text = said(*scan, "--out-of-pocket-met", "10700", "--family-out-of-pocket-met", "10700")
    assert "the whole of it is $10,600.00" in text


def test_the_cash_price_of_what_is_not_covered_needs_no_other_price() -> None:
    """SPEC 5: not covered costs the cash price, never above the charge."""
    outside = ("--policy", "example-ppo-2026", "--network", "out", "--site", "freestanding", *DAY)
    scan = (*outside, "--service", "ct_calcium_score", "--cash-price", "150")
    for charge, owed in (
        ((), "150.00"),
        (("--billed", "3000"), "150.00"),
        (("--billed", "90"), "90.00"),
    ):
        text = said(*scan, *charge)
        assert f"you would pay ${owed}" in text
        assert "--allowed" not in text
        line = first_line(*scan, *charge)
        assert (line["patient_pays"], line["plan_pays"], line["allowed"]) == (owed, "0.00", None)
    assert "--allowed" in said(*scan[:-2])


def test_what_was_met_makes_no_maximum_of_none() -> None:
    """Original Medicare has none: 283 - 50 = 233 of the deductible are left, then 20 of each 100."""
    scan = (
        "--policy",
        "original-medicare-part-b-2026",
        "--service",
        "mri_knee",
        "--site",
        "office",
    )
    text = said(
        *scan, "--network", "in", "--out-of-pocket-met", "100", "--deductible-met", "50", *DAY
    )
    assert "the first $233.00 in full (your deductible), then $20.00 of each $100. Ask" in text
