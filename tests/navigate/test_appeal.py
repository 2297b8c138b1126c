"""`scancost appeal`: who owes first, the dollars, the deadlines, the calendar."""

from pathlib import Path
from typing import Any

import pytest

from .program import DATES, SCAN, scancost


def answer(*arguments: str) -> Any:
    found = scancost("appeal", *arguments, "--json")
    assert found.code == 0, found.err
    return found.json


def test_a_co_denial_says_first_that_the_patient_does_not_owe() -> None:
    found = scancost("appeal", *SCAN, "--code", "CO-197", *DATES)
    assert found.code == 0
    headline = found.out.split("\n\n")[1]
    assert "The provider owes this, not you. It must not be billed to you." in headline


@pytest.mark.parametrize(
    ("code", "owes"),
    [("CO-197", "provider"), ("PR-50", "patient"), ("CARC 242", "depends"), ("PR-3", "patient")],
)
def test_who_owes(code: str, owes: str) -> None:
    assert answer("--market", "employer", "--code", code, *DATES)["owes"] == owes


def test_the_stake_of_a_missing_authorization() -> None:
    """In network the provider writes it off; with the authorization the plan pays 1,200 less 240."""
    found = answer(*SCAN, "--code", "CO-197", *DATES)
    assert found["as_denied"] == {
        "patient_pays": "0.00",
        "plan_pays": "0.00",
        "provider_writeoff": "2000.00",
    }
    assert found["if_overturned"]["patient_pays"] == "240.00"
    assert found["if_overturned"]["plan_pays"] == "960.00"
    assert found["at_stake"] == "960.00"


def test_the_stake_of_a_denial_that_is_billed_to_the_patient() -> None:
    """PR-50 in network: allowed, 1,200, is the patient's (SPEC 5, with a waiver)."""
    found = answer(*SCAN, "--code", "PR-50", *DATES)
    assert found["as_denied"]["patient_pays"] == "1200.00"
    assert found["at_stake"] == "960.00"
    assert found["finding"] == "contract_says_provider"
    with_waiver = answer(*SCAN, "--patient-waiver", "true", "--code", "PR-50", *DATES)
    assert with_waiver["as_denied"]["patient_pays"] == "1200.00"
    assert with_waiver["finding"] is None


def test_a_notice_against_the_policys_own_phrase() -> None:
    """PR-197 in network, where the policy's phrase is a provider write-off."""
    found = answer(*SCAN, "--code", "PR-197", *DATES)
    assert found["finding"] == "policy_says_provider"


def test_a_penalty_out_of_network() -> None:
    """40% of 1,200 is 480, the plan pays 720; half of it, 360, is the penalty; the balance bill
    800: as denied 1,640, if overturned 1,280."""
    out = ("--network", "out", "--deductible-met", "3000", "--out-of-pocket-met", "3000")
    found = answer(*SCAN, *out, "--code", "PR-197", *DATES)
    assert found["as_denied"]["patient_pays"] == "1640.00"
    assert found["if_overturned"]["patient_pays"] == "1280.00"
    assert found["at_stake"] == "360.00"


def test_an_authorization_that_was_never_needed() -> None:
    scan = [*("--policy", "example-ppo-2026", "--service", "xray_chest", "--network", "in")]
    scan += ["--site", "freestanding", "--allowed", "100", "--billed", "150"]
    found = answer(*scan, "--service-date", "2026-06-15", "--code", "PR-197", *DATES)
    assert found["finding"] == "policy_needs_none"
    assert found["as_denied"]["patient_pays"] == "100.00"
    assert found["if_overturned"]["patient_pays"] == "40.00"  # the $40 copay


def test_a_cost_share_is_no_denial() -> None:
    assert answer(*SCAN, "--code", "PR-3", *DATES)["at_stake"] is None


def test_the_levels_of_an_employer_plan() -> None:
    """Received July 5 and 180 days: 26 left in July, 31, 30, 31, 30, 31 make 179; January 1."""
    found = answer(
        *("--market", "employer", "--code", "CO-50", "--notice-date", "2026-07-01"),
        *("--received-date", "2026-07-05", "--today", "2026-07-10"),
    )
    internal, external = found["levels"]
    assert internal["level"] == "internal"
    assert internal["file_by"] == "2027-01-01"
    assert internal["days_left"] == 175  # 180 days from July 5, five of them gone
    assert (external["file_by"], external["decision_by"]) == (None, None)


def test_external_review_after_the_final_denial() -> None:
    """October 30 and four months: no February 30, so March 1, 2027, a Monday."""
    found = answer(
        *("--market", "individual", "--code", "CO-50", "--notice-date", "2026-07-01"),
        *("--final-denial-date", "2026-10-30", "--today", "2026-11-01"),
    )
    assert found["levels"][1]["file_by"] == "2027-03-01"
    assert found["levels"][1]["decision_by"] == "2027-04-15"  # 45 days on


@pytest.mark.parametrize(
    ("market", "first", "file_by"),
    [
        ("medicare", "redetermination", "2026-11-03"),  # July 6 and 120 days
        ("medicare_advantage", "reconsideration", "2026-09-04"),  # July 1 and 65 days
        ("medicaid", "internal", "2026-08-30"),  # July 1 and 60 days
    ],
)
def test_public_plans(market: str, first: str, file_by: str) -> None:
    found = answer("--market", market, "--code", "CO-50", *DATES)
    assert found["levels"][0]["level"] == first
    assert found["levels"][0]["file_by"] == file_by


def test_a_short_term_plan_says_it_itself() -> None:
    found = scancost("appeal", "--market", "short_term", "--code", "CO-50", *DATES)
    assert "Not verified" in found.words


def test_before_or_after_the_scan() -> None:
    before = answer(*SCAN, "--code", "39", "--notice-date", "2026-06-01", "--today", "2026-06-02")
    assert before["stage"] == "pre_service"
    assert answer(*SCAN, "--code", "CO-197", *DATES)["stage"] == "post_service"
    assert answer("--market", "employer", "--code", "39", *DATES)["stage"] == "pre_service"
    forced = answer("--market", "employer", "--code", "39", "--stage", "post_service", *DATES)
    assert forced["stage"] == "post_service"


def test_a_deadline_that_has_passed_is_said() -> None:
    late = ("--notice-date", "2025-01-02", "--today", "2026-07-10")
    found = scancost("appeal", "--market", "employer", "--code", "CO-50", *late)
    assert "Appeal to the plan: the deadline has passed." in found.words


def test_the_calendar_file(tmp_path: Path) -> None:
    """Received July 5: the appeal until January 1, 2027 (180 days)."""
    path = tmp_path / "deadlines.ics"
    given = ("--market", "employer", "--code", "CO-50", "--received-date", "2026-07-05")
    found = scancost("appeal", *given, *DATES, "--ics", str(path))
    assert found.code == 0
    text = path.read_bytes().decode("utf-8")
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2] == "END:VCALENDAR"
    assert "DTSTART;VALUE=DATE:20270101" in lines
    assert "DTEND;VALUE=DATE:20270102" in lines
    assert text.count("BEGIN:VEVENT") == 1  # the external review has no date yet
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--code", "CO-197"), "--policy"),
        (("--market", "employer"), "--code"),
        (("--market", "employer", "--code", "CO-999"), "CO-999"),
        (("--market", "emploier", "--code", "CO-50"), "--market"),
        (("--market", "employer", "--code", "CO-50", "--notice-date", "July 1"), "--notice-date"),
        (("--market", "employer", "--code", "CO-50", "--stage", "later"), "--stage"),
        ((*SCAN, "--market", "medicare", "--code", "CO-50"), "--market"),
        (
            ("--market", "employer", "--code", "50", *DATES, "--received-date", "2026-06-30"),
            "come before the date on it",
        ),
    ],
)
def test_mistakes_are_named_with_their_option(arguments: tuple[str, ...], said: str) -> None:
    found = scancost("appeal", *arguments, "--today", "2026-07-10")
    assert found.code == 3
    assert said in found.err
    assert found.out == ""


def test_in_spanish() -> None:
    found = scancost("appeal", *SCAN, "--code", "CO-197", *DATES, language="es")
    assert "Esto lo debe el proveedor, no usted." in found.words
    letter = scancost("appeal", *SCAN, "--code", "PR-50", *DATES, "--letter", language="es")
    assert "Carta" not in letter.out
    assert "Por favor, reviertan la decisión." in letter.out


def test_a_medicare_appeal_must_have_arrived_by_its_day(tmp_path: Path) -> None:
    """42 CFR 405.942(a), 405.962(a), 405.1002(a): filed on the day it is received; the notice counts
    as received five days after its date. From July 6 that is 120 days: November 3."""
    path = tmp_path / "deadlines.ics"
    given = ("--market", "medicare", "--code", "CO-50", *DATES)
    found = answer(*given)
    for level, rule in zip(
        found["levels"], ("405.942(a)", "405.962(a)", "405.1002(a)"), strict=False
    ):
        assert "must_arrive" in level["notes"]
        assert rule in level["source"]["title"]
    assert found["levels"][0]["file_by"] == "2026-11-03"
    assert scancost("appeal", *given, "--ics", str(path)).code == 0
    event = path.read_bytes().decode("utf-8").replace("\r\n ", "")
    assert "must have arrived by the last day" in event
    assert "five days after its date" in event


def test_a_state_fair_hearing_counts_from_the_date_on_the_notice() -> None:
    """42 CFR 438.408(f)(2): from the date of the plan's notice of resolution."""
    said = " ".join(answer("--market", "medicaid", "--code", "CO-50", *DATES)["notes"])
    assert "count from the date on it" in said


def test_an_insured_employer_plan_follows_its_state() -> None:
    """45 CFR 147.136(c) for insured plans, (d) for self-funded ones."""
    external = answer("--market", "employer", "--code", "CO-50", *DATES)["levels"][1]
    assert {"external_employer", "state_may_differ_if_insured"} <= set(external["notes"])
    given = (*SCAN, "--today", "2026-05-20", "--json")
    notes = scancost("authorization", *given).json["clock"]["notes"]
    assert "state_may_differ_if_insured" in notes
    assert "state_may_differ" not in notes


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-07-10", "at least $200.00 must be in dispute for a request filed in 2026"),
        ("2027-01-04", "the 2027 amount is not in the tables yet"),
    ],
)
def test_the_least_amount_of_the_year_or_that_it_is_not_known(today: str, said: str) -> None:
    found = answer(
        *("--market", "medicare", "--code", "CO-50"),
        *("--notice-date", "2026-07-01", "--today", today),
    )
    assert said in " ".join(found["notes"])


CARD = (
    *("--deductible", "1500", "--out-of-pocket-max", "6000", "--code", "CO-197"),
    *("--benefit", "20% coinsurance after deductible", "--service", "mri_knee", "--billed", "2000"),
    *("--allowed", "1200", "--deductible-met", "1500", "--out-of-pocket-met", "1500"),
)


def test_a_plan_from_the_card_is_settled_but_never_quoted() -> None:
    """20% of 1,200 is 240; a card does not tell what the policy says of authorizations."""
    found = scancost("appeal", *CARD, "--market", "employer", "--json").json
    assert found["if_overturned"]["patient_pays"] == "240.00"
    assert found["as_denied"]["patient_pays"] == "0.00"
    assert found["finding"] is None
    assert "as you described it" not in found["letter"]


def test_a_plan_from_the_card_needs_its_kind_for_the_deadlines() -> None:
    found = scancost("appeal", *CARD)
    assert found.code == 3
    assert "--market" in found.err


def test_an_unknown_benefit_puts_no_amount_at_stake() -> None:
    card = [each if "coinsurance" not in each else "unknown" for each in CARD]
    found = scancost("appeal", *card, "--market", "employer", "--json").json
    assert found["at_stake"] is None


def plain_rows(market: str) -> list[str]:
    """Until when to file, of each level."""
    found = scancost("appeal", "--market", market, "--code", "CO-197", "--plain")
    return [
        line.partition(": ")[2] for line in found.out.splitlines() if line.startswith("File by")
    ]


def test_without_dates_the_clock_is_told_and_every_note_has_its_level() -> None:
    """29 CFR 2560.503-1(h)(3)(i): 180 days from receipt; 45 CFR 147.136(d): four months."""
    found = scancost("appeal", "--market", "employer", "--code", "CO-197", "--today", "2026-07-10")
    assert "not started" not in found.out
    internal, external = plain_rows("employer")
    assert internal == "180 days after you get the notice"
    assert external == "4 months after the plan's final denial"
    assert "The clock is running." in found.words
    assert "Appeal to the plan: a weekend or holiday does not extend this deadline." in found.words
    assert "External review: file within four calendar months after you" in found.words
    assert "An employer plan, after the scan" in found.out.splitlines()


def test_a_level_that_the_plan_sends_on_needs_no_filing() -> None:
    assert plain_rows("medicare_advantage")[1] == "the plan must send it on"


def test_a_plan_without_a_federal_clock_has_none_running() -> None:
    found = scancost("appeal", "--market", "short_term", "--code", "CO-197")
    assert "the plan document says" in found.words
    assert "clock is running" not in found.words


def test_a_kind_of_plan_by_an_everyday_word_names_the_one_that_was_meant() -> None:
    found = scancost("appeal", "--market", "obamacare", "--code", "CO-197")
    assert 'Did you mean "marketplace"?' in found.err
    found = scancost("appeal", "--market", "employer", "--stage", "before", "--code", "CO-197")
    assert 'Did you mean "pre_service"?' in found.err


def test_plain_lines() -> None:
    found = scancost("appeal", "--market", "employer", "--code", "CO-197", "--plain")
    assert "Answer: The provider owes this, not you." in found.out
    assert all(": " in line for line in found.out.splitlines())


@pytest.mark.parametrize(
    "given",
    [
        ("--policy", "example-ppo-2026", "--deductible", "500"),
        ("--policy", "example-ppo-2026", "--allowed", "900", "--network", "in"),
        ("--market", "employer", "--benefit", "20% coinsurance after deductible"),
    ],
)
def test_without_a_scan_no_option_of_the_plan_or_the_order_is_passed_over(
    given: tuple[str, ...],
) -> None:
    found = scancost("appeal", *given, "--code", "CO-50", *DATES)
    assert (found.code, found.out) == (3, "")
    assert "say which scan" in " ".join(found.err.split())
