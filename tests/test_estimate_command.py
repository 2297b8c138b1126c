"""`scancost estimate` on the command line: what it says, whatever is known and unknown."""

from __future__ import annotations

import json
from pathlib import Path

from scancost.kernel.walk import WORKSHEET_LINES
from scancost.words.en.worksheet import SENTENCES as LABELS
from tests.estimating import (
    ALL_MET,
    DAY,
    KNEE,
    NOTHING_MET,
    SILVER,
    estimate,
    first_line,
    said,
    small_plan,
)

ROOT = Path(__file__).resolve().parents[1]

# -- the three ways to ask ------------------------------------------------------------------------


def test_an_order_file() -> None:
    # 1,500 - 800 = 700 of the deductible; 20% of 1,250 - 700 = 110; 3,100 - 810 - 440 = 1,850
    text = said(ROOT / "examples" / "knee-mri.yaml")
    assert "For this bill you would pay $810.00." in text
    for line in (
        "Deductible $700.00",
        "20% of $550.00 $110.00",
        "The provider writes off $1,850.00",
    ):
        assert line in text
    # 6,000 - 950 - 810
    assert "Left of your limits after it Deductible $0.00 Out-of-pocket maximum $4,240.00" in text
    assert "“Imaging (CT/PET scans, MRIs): 20% coinsurance” page 3" in text
    assert "that is a second bill with a share of its own" in text
    assert "an approval is not a promise of payment" in text


def test_a_shipped_plan_and_everyday_words() -> None:
    text = said(*SILVER, "--service", "knee mri", "--allowed", "1250", "--billed", "3100")
    assert text.startswith("MRI of the knee · in network · June 1, 2026")
    assert "For this bill you would pay $325.00." in text
    # 1,250 - 325 and 3,100 - 1,250
    assert "The plan pays $925.00 The provider writes off $1,850.00" in text


def test_a_plan_from_the_card() -> None:
    card = ("--deductible", "1500", "--deductible-met", "800", "--out-of-pocket-max", "6000")
    phrase = "20% coinsurance after deductible"
    text = said(*card, "--benefit", phrase, "--allowed", "1250", *DAY)
    # 700 + 20% of 550
    assert "For this bill you would pay $810.00." in text
    assert "taken to be an employer plan" in text


def test_a_card_with_a_family() -> None:
    card = ("--deductible", "1500", "--family-deductible", "3000", "--out-of-pocket-max", "6000")
    family = ("--family-out-of-pocket-max", "12000", "--coverage", "family")
    met = ("--deductible-met", "0", "--family-deductible-met", "2900")
    line = first_line(
        *card,
        *family,
        *met,
        "--benefit",
        "20% coinsurance after deductible",
        "--allowed",
        "1000",
        *DAY,
    )
    # 3,000 - 2,900 = 100; 20% of 900
    assert (line["deductible"], line["coinsurance"]) == ("100.00", "180.00")


def test_options_override_an_order_file() -> None:
    order = ROOT / "examples" / "knee-mri.yaml"
    # all of the deductible is met: 20% of 1,000; a remaining balance replaces the file's met one
    line = first_line(order, "--allowed", "1000", "--deductible-remaining", "0")
    assert (line["allowed"], line["patient_pays"]) == ("1000.00", "200.00")
    assert first_line(order, "--preauthorization", "denied")["status"] == "denied"


# -- what is unknown ------------------------------------------------------------------------------


def test_without_a_network_every_tier_stands_side_by_side() -> None:
    text = said(
        *KNEE, "--allowed", "1000", "--billed", "1600", *ALL_MET, "--preauthorization", "approved"
    )
    assert "What you would pay depends on the provider's network; see the table." in text
    answer = estimate(
        *KNEE,
        "--allowed",
        "1000",
        "--billed",
        "1600",
        *ALL_MET,
        "--preauthorization",
        "approved",
        "--json",
    )
    # 20% of 1,000; 40% of 1,000 and 600 above
    tiers = {each["tier"]: each["patient_pays"] for each in answer.json["lines"]}
    assert tiers == {"in_network": "200.00", "out_of_network": "1000.00"}
    assert "$200.00" in text
    assert "$1,000.00" in text


def test_a_tier_of_which_the_policy_does_not_say_is_told() -> None:
    # out of network depends on the carrier: the policy says "not stated"
    silver = ("--policy", "covered-california-silver-70-2026", *DAY)
    text = said(*silver, "--service", "mri_knee", "--allowed", "1250")
    assert "in network $325.00 covered out of network not stated: ask the plan" in text


def test_an_unknown_deductible_gives_both_ends() -> None:
    text = said(*KNEE, "--network", "in", "--allowed", "1250", "--preauthorization", "approved")
    # 20% of 1,250, or all of it
    assert "For this bill you would pay between $250.00 and $1,250.00." in text
    assert "$250.00 if it is already met this year, $1,250.00 if nothing of it is" in text
    assert "--deductible-met" in text
    assert "Left of your limits" not in text


def test_the_range_in_json_goes_down_to_a_maximum_that_is_reached() -> None:
    line = first_line(
        *KNEE, "--network", "in", "--allowed", "1250", "--preauthorization", "approved"
    )
    assert line["unknown"] == ["deductible", "out_of_pocket"]
    assert line["range"]["patient_pays"] == {"low": "0.00", "high": "1250.00"}
    assert line["patient_pays"] == "1250.00"


def test_what_is_left_is_said_only_where_it_is_known() -> None:
    text = said(*SILVER, "--service", "mri_knee", "--allowed", "1250", "--out-of-pocket-met", "0")
    # 9,800 - 325; of the deductible nobody said anything
    assert "Left of your limits after it Out-of-pocket maximum $9,475.00 What" in text


def test_zero_left_is_not_no_limit() -> None:
    card = ("--deductible", "none", "--benefit", "20% coinsurance", "--allowed", "1000", *DAY)
    reached = said(*card, "--out-of-pocket-max", "6000", "--out-of-pocket-met", "6000")
    assert "For this bill you would pay $0.00." in reached
    assert "Deductible none Out-of-pocket maximum $0.00" in reached
    endless = said(*card, "--out-of-pocket-max", "none")
    assert "For this bill you would pay $200.00." in endless
    assert "Deductible none Out-of-pocket maximum none" in endless


def test_without_a_price_the_share_and_what_to_ask_for() -> None:
    text = said(
        *KNEE, "--network", "in", "--preauthorization", "approved", "--deductible-met", "1500"
    )
    assert "depends on the price: $20.00 of each $100, at most $6,000.00 in all." in text
    assert "give it with --allowed" in text


def test_a_ceiling_without_a_price() -> None:
    pet = (
        "--policy",
        "example-ppo-2026",
        "--service",
        "pet",
        "--site",
        "hospital_outpatient",
        *DAY,
    )
    met = ("--deductible-met", "1500", "--preauthorization", "approved", "--network", "in")
    assert "$20.00 of each $100, at most $1,500.00" in said(*pet, *met)


def test_a_copay_needs_no_price() -> None:
    assert "at most the $325.00 copay" in said(*SILVER, "--service", "mri_knee")


def test_no_charge_needs_no_price(tmp_path: Path) -> None:
    plan = small_plan(tmp_path, "20% coinsurance after deductible", "no charge")
    text = said(*plan, "--service", "mri_knee", "--network", "in")
    assert "For this bill you would pay $0.00, whatever the price." in text


def test_a_bill_without_an_allowed_amount_is_the_most() -> None:
    text = said(
        *KNEE, "--network", "in", "--billed", "900", *NOTHING_MET, "--preauthorization", "approved"
    )
    assert "For this bill you would pay at most $900.00." in text


def test_out_of_network_without_a_bill_has_no_upper_end() -> None:
    text = said(*KNEE, "--network", "out", "--allowed", "1000", *ALL_MET)
    # 40% of 1,000; without the authorization half of the 600 more
    assert (
        "you would pay at least $400.00, plus whatever the provider charges above the $1,000.00"
        in text
    )
    assert "Without the authorization you would pay at least $700.00, plus whatever" in text
    assert "ask for it (--billed)" in text
    line = first_line(*KNEE, "--network", "out", "--allowed", "1000", *ALL_MET)
    assert line["range"]["patient_pays"] == {"low": "400.00", "high": None}


def test_a_limited_balance_bill_has_an_upper_end() -> None:
    medicare = (
        "--policy",
        "original-medicare-part-b-2026",
        "--service",
        "mri_knee",
        "--site",
        "office",
        *DAY,
    )
    text = said(*medicare, "--network", "out", "--allowed", "1000", "--deductible-met", "283")
    # 20% of 1,000, and up to 15% of 1,000 more
    assert "For this bill you would pay between $200.00 and $350.00." in text


# -- authorization, denials, what is not covered --------------------------------------------------


def test_an_unknown_authorization_shows_both_outcomes() -> None:
    text = said(*KNEE, "--network", "out", "--allowed", "1000", "--billed", "1500", *ALL_MET)
    # 40% + 500 above = 900; half of the plan's 600 is lost without it
    assert "For this bill you would pay $900.00." in text
    assert (
        "if the plan approves it first. Without the authorization you would pay $1,200.00." in text
    )
    assert "$300.00 of the plan's payment depends on the authorization." in text
    line = first_line(*KNEE, "--network", "out", "--allowed", "1000", "--billed", "1500", *ALL_MET)
    assert (line["status"], line["patient_pays_if_not_authorized"]) == ("conditional", "1200.00")


def test_a_write_off_says_who_bears_the_loss() -> None:
    text = said(*KNEE, "--network", "in", "--allowed", "1000", *ALL_MET)
    assert "Without the authorization the provider bears the loss and may not bill you." in text
    missing = said(
        *KNEE, "--network", "in", "--allowed", "1000", *ALL_MET, "--preauthorization", "missing"
    )
    assert "Denied, and the provider may not bill you: you would pay $0.00." in missing
    assert "With the authorization you would pay $200.00." in missing


def test_the_other_outcome_is_as_vague_as_what_is_known_of_it() -> None:
    # nobody said what was met: 20% of 1,000 with the deductible met, all of it without
    denied = said(*KNEE, "--network", "in", "--allowed", "1000", "--preauthorization", "denied")
    assert "With the authorization you would pay between $200.00 and $1,000.00." in denied
    assert "Left of your limits" not in denied


def test_an_authorization_that_the_policy_does_not_mention_is_to_be_asked_about() -> None:
    text = said(*SILVER, "--service", "mri_knee", "--allowed", "1250")
    assert "Ask the plan whether this scan needs an authorization" in text


def test_a_denial_is_an_answer() -> None:
    answer = estimate(
        *KNEE, "--network", "in", "--allowed", "1000", "--medical-necessity", "not_met"
    )
    assert answer.code == 0
    waiver = ("--medical-necessity", "not_met", "--patient-waiver", "true")
    assert "Denied: you would owe $1,000.00." in said(
        *KNEE, "--network", "in", "--allowed", "1000", *waiver
    )
    outside = said(*KNEE, "--network", "out", "--allowed", "1000", "--medical-necessity", "not_met")
    assert "Denied: you would owe the provider's whole charge, at least $1,000.00." in outside


def test_not_covered_is_an_answer() -> None:
    score = ("--policy", "example-ppo-2026", "--service", "ct_calcium_score", *DAY)
    inside = (*score, "--site", "hospital_outpatient", "--network", "in", "--allowed", "300")
    assert "Not covered: you would pay $150.00 yourself." in said(*inside, "--cash-price", "150")
    line = first_line(*inside)
    assert (line["status"], line["not_covered"], line["reasons"]) == (
        "not_covered",
        "300.00",
        "PR-204",
    )
    outside = said(*score, "--site", "office", "--network", "out", "--allowed", "300")
    assert (
        "Not covered: you would pay the provider's whole charge yourself, at least $300.00."
        in outside
    )


def test_an_emergency_out_of_network() -> None:
    emergency = (
        "--policy",
        "example-ppo-2026",
        "--service",
        "ct_head",
        "--site",
        "emergency",
        *DAY,
    )
    text = said(*emergency, "--network", "out", "--allowed", "1000", "--billed", "4000", *ALL_MET)
    # a copay of 100, then 20% of 900
    assert "For this bill you would pay $280.00." in text
    assert "without a balance bill" in text


# -- the worksheet and the JSON document ----------------------------------------------------------


def test_explain_shows_every_line() -> None:
    text = said(*KNEE, "--network", "in", "--allowed", "1250", *NOTHING_MET, "--explain")
    labels = [LABELS[name] for name in (*WORKSHEET_LINES, "balance_bill", "not_covered")]
    assert [label for label in labels if label not in text] == []
    # a line that says nothing is left out without --explain
    short = said(*KNEE, "--network", "in", "--allowed", "1250", *NOTHING_MET)
    assert LABELS["copay_after"] not in short
    assert LABELS["subject_to_coinsurance"] not in short


def _words(text: str) -> list[str]:
    return text.split()


COLUMNS = _words("""
    row order_id member_id policy service_date service tier protected status billed allowed
    copay deductible coinsurance penalty balance_bill not_covered patient_pays plan_pays
    provider_writeoff deductible_left out_of_pocket_left patient_pays_if_not_authorized
    patient_pays_if_not_preventive at_stake reasons needs
""")
"""The columns of a batch, in the order of the contract (SPEC 7)."""


def test_json_has_the_names_of_the_contract() -> None:
    answer = estimate(*KNEE, "--network", "in", "--allowed", "1250", *NOTHING_MET, "--json")
    document = json.loads(answer.out)
    assert list(document) == ["schema", "lines", "total"]
    assert document["schema"].startswith("scancost/estimate/")
    (line,) = document["lines"]
    assert [name for name in line if name in COLUMNS] == COLUMNS
    assert list(line["worksheet"]) == list(WORKSHEET_LINES)
    for finding in line["findings"]:
        assert {"id", "text", "words", "page"} <= set(finding)
    assert "range" not in line
    amounts = [*line["worksheet"].values(), line["billed"], line["patient_pays"], line["at_stake"]]
    amounts += document["total"].values()
    assert all(isinstance(each, str) and each[-3] == "." for each in amounts)
    assert (line["order_id"], line["protected"]) == ("1", False)
