"""`scancost policy show` as a patient sees it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scancost.engine import shelf
from scancost.engine.audit import gathered
from tests.shelf.program import POLICIES, SOUND, TODAY, scancost, spoiled, written

NAMES = [path.stem for path in gathered([POLICIES]).files]


def shown(name: str, *more: str | Path, columns: int = 120) -> str:
    answer = scancost("policy", "show", name, "--today", TODAY, *more, columns=columns)
    assert (answer.code, answer.err) == (0, "")
    return " ".join(answer.out.split())


def small(folder: Path, text: str) -> str:
    """What is shown of the small policy with something changed."""
    written(folder, text)
    return shown("small-2026", "--policies", folder)


@pytest.mark.parametrize("columns", [24, 40, 60, 80, 120])
@pytest.mark.parametrize(
    "name", ["example-ppo-2026", "example-three-tier-2026", "example-hdhp-aggregate-2026"]
)
def test_amounts_are_never_cut_and_lines_fit(name: str, columns: int) -> None:
    answer = scancost("policy", "show", name, "--today", TODAY, columns=columns)
    wide = scancost("policy", "show", name, "--today", TODAY, columns=120)
    amounts = re.compile(r"\$[0-9,]+(?:\.[0-9]{2})?")
    assert sorted(amounts.findall(answer.out)) == sorted(amounts.findall(wide.out))
    assert "…" not in answer.out
    assert max(len(line) for line in answer.out.splitlines()) <= columns


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_policy_is_shown(name: str) -> None:
    text = shown(name, columns=80)
    policy = shelf.load(POLICIES / f"{name}.yaml").policy
    assert policy.title in text
    assert f"{policy.source.status.capitalize()}: " in text


@pytest.mark.parametrize(
    ("plan_type", "words"),
    [
        ("HMO", "you stay in the plan's network, usually with a referral"),
        ("EPO", "you stay in the plan's network, usually without a referral"),
        ("PPO", "you may go to any provider without a referral"),
        ("POS", "you pay least in the plan's network with a referral"),
        (
            "HDHP",
            "you pay for a scan in full, at the plan's price, until you reach a high deductible",
        ),
        ("INDEMNITY", "you may go to any provider"),
        ("MEDICARE", "you may go to any provider who takes Medicare"),
        ("MEDICAID", "you go to providers who take it"),
    ],
)
def test_what_the_plan_type_means(tmp_path: Path, plan_type: str, words: str) -> None:
    assert words in small(tmp_path, spoiled("plan_type: PPO", f"plan_type: {plan_type}"))


def test_limits_of_one_person_of_a_family(tmp_path: Path) -> None:
    text = shown("example-ppo-2026")
    assert "Deductible, you alone $1,500 $3,000" in text
    assert "Deductible, one person in a family $2,000 $3,000" in text
    assert "Deductible, the whole family $3,000 $6,000" in text
    assert "the one that is reached first counts (embedded)" in text


def test_one_person_of_an_aggregate_family_has_the_federal_limit() -> None:
    """The ACA self-only limit of 2026, 10,600, below the family's 17,000."""
    text = shown("example-hdhp-aggregate-2026")
    assert "$10,600 (federal limit)" in text
    assert "Deductible, one person in a family no limit of one's own" in text
    assert "(aggregate)" in text


def test_a_limit_of_none_and_a_shared_one() -> None:
    text = shown("original-medicare-part-b-2026")
    assert "Out-of-pocket maximum, you alone none shared with in network" in text
    assert "There is no out-of-pocket maximum (in network): your share has no upper limit." in text
    assert "Deductible, the whole family" not in text


def test_family_amounts_that_the_source_does_not_give() -> None:
    text = shown("wellpoint-essential-gold-pos-1000-tx-2026")
    assert "The source gives no family limits (in network), so family coverage cannot be" in text


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("no charge", "No charge"),
        ("no charge after deductible", "No charge after the deductible"),
        ("$50 copay per day, deductible waived", "$50 copay per day, deductible does not apply"),
        ("$50 copay before deductible", "$50 copay first, then the deductible"),
        (
            "$1,250.50 copay after deductible, then 12.5% coinsurance up to $900 per service after "
            "deductible",
            "$1,250.50 copay after the deductible, then 12.5% coinsurance, at most $900 per scan "
            "after the deductible",
        ),
        ("not covered", "Not covered"),
        ("not stated", "Not stated: ask the plan"),
    ],
)
def test_cost_shares_in_words(tmp_path: Path, phrase: str, words: str) -> None:
    text = spoiled("in_network: 20% coinsurance after deductible", f"in_network: {phrase}")
    written(tmp_path, text)
    command = ("policy", "show", "small-2026", "--policies", tmp_path, "--today", TODAY)
    # narrow, so that no other column stands between the words of a cell
    answer = scancost(*command, columns=50)
    assert f"in network: {words} out of network: Not covered" in " ".join(answer.out.split())


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("preauthorization: none", "No scan needs the plan's approval first."),
        ("", "The policy does not say whether a scan needs the plan's approval"),
        ("provider write-off", "without it the provider bears the whole loss and may not bill you"),
        ("denied", "without it the plan pays nothing and you owe the whole price"),
        ("$250 penalty", "without it you pay $250 on top"),
        (
            "50% penalty on plan payment up to $1,000",
            "without it you also pay 50% of what the plan would have paid, at most $1,000",
        ),
        (
            "20% penalty on allowed amount",
            "without it you also pay 20% of the price the plan recognizes",
        ),
        ("not required", "In network: no approval is needed"),
        ("not stated", "In network: the policy does not say: ask"),
    ],
)
def test_what_a_missing_approval_does(tmp_path: Path, section: str, words: str) -> None:
    if section and not section.startswith("preauthorization"):
        section = (
            f"preauthorization:\n  - services: [ct]\n    in_network: {section}\n"
            "    out_of_network: denied"
        )
    assert words in small(tmp_path, spoiled("preauthorization: none", section))


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("full", "may bill you everything above the price the plan recognizes"),
        ("none", "A provider may not bill you above the price the plan recognizes."),
        ("up to 15% of allowed", "may bill you up to 15% above the price the plan recognizes"),
    ],
)
def test_balance_bills(tmp_path: Path, phrase: str, words: str) -> None:
    assert words in small(tmp_path, spoiled("balance_billing: full", f"balance_billing: {phrase}"))


def test_protected_sites_and_the_others() -> None:
    text = shown("example-hmo-2026")
    assert "a hospital outpatient department, an outpatient surgery center, an emergency" in text
    assert (
        "At a freestanding imaging center, a doctor's office or an urgent care center you are not."
        in text
    )
    # this policy adds freestanding centers to the federal four
    text = shown("example-ppo-2026")
    assert "At a doctor's office or an urgent care center you are not." in text


def test_an_emergency_under_a_short_term_plan() -> None:
    text = shown("example-short-term-2026")
    assert "The federal protection for emergencies does not reach this kind of plan." in text


def test_a_policy_without_preventive_section(tmp_path: Path) -> None:
    line = next(line for line in SOUND.splitlines() if line.startswith("preventive"))
    text = small(tmp_path, spoiled(f"{line}\n", ""))
    assert "The policy does not say what preventive scans cost: ask the plan." in text


def test_caveats_of_the_year(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    command = ("policy", "show", "small-2026", "--policies", tmp_path, "--today")
    assert "benefit year begins on January 1, 2026" in scancost(*command, "2025-12-31").out
    assert "Take care" not in scancost(*command, "2026-12-31").out
    assert "benefit year ended on December 31, 2026" in scancost(*command, "2027-01-01").out


def test_a_gap_is_told(tmp_path: Path) -> None:
    text = small(tmp_path, spoiled("emergency, inpatient]", "emergency]"))
    assert "It has no clause for X-ray," in text
    assert "at a hospital stay. That does not mean not covered: ask the plan." in text


def test_contacts_source_and_the_policy_s_words() -> None:
    text = shown("example-ppo-2026")
    assert "Member services: 1-800-555-0100, Monday to Friday, 8 to 6" in text
    assert "https://plans.example/example-ppo-2026" in text
    assert "“Hospital stay: 20% coinsurance” (page 5)" in text
    assert "Read on November 23, 2026. Illustrative: made up as an example." in text


def test_four_tiers_fold_into_two_tables(tmp_path: Path) -> None:
    text = spoiled("  out_of_network: none", "  out_of_network: none\n  basic: none\n  local: none")
    term = "    out_of_network: not covered\n"
    text = spoiled(term, f"{term}    basic: not covered\n    local: not covered\n", text)
    text = spoiled(
        "not covered, otherwise",
        "not covered, basic: not covered, local: not stated, otherwise",
        text,
    )
    told = small(tmp_path, text)
    assert "kind of scan and place in network basic" in told
    assert "kind of scan and place local out of network" in told


def test_json_keeps_the_terms() -> None:
    answer = scancost("policy", "show", "example-ppo-2026", "--json", "--today", TODAY).json
    assert answer["schema"] == "scancost/policy/1"
    assert answer["limits"]["in_network"]["deductible"] == {
        "individual": "1500.00",
        "individual_in_family": "2000.00",
        "family": "3000.00",
        "family_rule": "embedded",
    }
    assert answer["benefits"][2]["tiers"]["in_network"] == (
        "20% coinsurance up to $1,500 per service after deductible"
    )
    assert answer["preauthorization"][0]["tiers"] == {
        "in_network": "provider write-off",
        "out_of_network": "50% penalty on plan payment up to $1,000",
    }


def test_no_such_policy_names_the_nearest() -> None:
    answer = scancost("policy", "show", "example-ppo-2025")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(
        'there is no policy "example-ppo-2025". Did you mean "example-ppo-20'
    )


def test_only_a_well_formed_name_reaches_a_path() -> None:
    answer = scancost("policy", "show", "../policies/example-ppo-2026")
    assert answer.code == 3
    assert answer.err.startswith("a policy's id has lower-case letters")


def test_a_broken_policy_names_every_problem(tmp_path: Path) -> None:
    path = written(
        tmp_path, spoiled("plan_type: PPO", "plan_type: PPX", spoiled("title: A small plan\n", ""))
    )
    answer = scancost("policy", "show", "small-2026", "--policies", tmp_path)
    assert answer.code == 3
    assert f"{path}:2:12: plan_type: " in answer.err
    assert '"title" is missing.' in answer.err


def test_no_law_promises_an_emergency_without_approval_under_a_short_term_plan() -> None:
    text = shown("example-short-term-2026")
    assert "no federal law promises that for a short-term plan" in text
    assert "An emergency never needs approval" not in text
    assert "An emergency never needs approval" in shown("example-ppo-2026")


def test_plain_lines() -> None:
    found = scancost("policy", "show", "example-ppo-2026", "--plain")
    assert found.code == 0
    assert all(": " in line for line in found.out.splitlines())
    assert "•" not in found.out
