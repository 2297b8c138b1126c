"""`scancost authorization`: by when to ask, what it must name, what hangs on it."""

from .program import SCAN, scancost


def test_by_when_to_ask() -> None:
    """15 days before June 15 is May 31; from May 20 that is 11 days."""
    found = scancost("authorization", *SCAN, "--today", "2026-05-20")
    assert found.code == 0
    assert "Ask by May 31, 2026 at the latest (11 days left)" in found.words
    assert "the plan must approve this scan before it is done" in found.words


def test_as_json() -> None:
    found = scancost("authorization", *SCAN, "--today", "2026-05-20", "--json").json
    assert found["schema"] == "scancost/authorization/1"
    assert found["clock"]["ask_by"] == "2026-05-31"
    assert found["clock"]["days_left"] == 11
    assert found["clock"]["ask_by_if_extended"] == "2026-05-16"  # 15 days before May 31
    (line,) = found["lines"]
    assert line["needed"] == "yes"
    # example-ppo-2026, page 6: in network the provider writes it off
    assert line["owes"] == "provider"
    assert line["patient_pays"] == "240.00"  # 20% of 1,200
    assert line["patient_pays_if_not_authorized"] == "0.00"
    assert line["at_stake"] == "960.00"  # 1,200 less 240


def test_out_of_network_the_patient_owes_the_penalty() -> None:
    """Out of network the deductible of 3,000 is met here: 40% of 1,200 is 480, the plan pays 720;
    50% of that is 360. The balance bill is 800."""
    out = ("--network", "out", "--deductible-met", "3000", "--out-of-pocket-met", "3000")
    scan = [*SCAN, *out]
    found = scancost("authorization", *scan, "--today", "2026-05-20", "--json").json
    (line,) = found["lines"]
    assert line["owes"] == "patient"
    assert line["patient_pays"] == "1280.00"
    assert line["patient_pays_if_not_authorized"] == "1640.00"
    assert line["at_stake"] == "360.00"


def test_urgent_in_72_hours() -> None:
    found = scancost("authorization", *SCAN, "--today", "2026-06-13", "--urgent", "--json").json
    assert found["clock"]["decision_hours"] == 72
    assert found["clock"]["ask_by"] == "2026-06-12"
    assert found["clock"]["days_left"] == -1
    said = scancost("authorization", *SCAN, "--today", "2026-06-13", "--urgent").words
    assert "The last day to ask for an answer in time was June 12, 2026" in said


def test_every_network_where_none_is_given() -> None:
    scan = [
        *("--policy", "example-ppo-2026", "--service", "mri_knee", "--site", "freestanding"),
        *("--service-date", "2026-06-15", "--today", "2026-05-20"),
    ]
    found = scancost("authorization", *scan, "--json").json
    assert [line["tier"] for line in found["lines"]] == ["in_network", "out_of_network"]
    assert "By network" in scancost("authorization", *scan).out


def test_where_none_is_needed() -> None:
    scan = [*("--policy", "example-ppo-2026", "--service", "xray_chest", "--network", "in")]
    scan += ["--site", "freestanding", "--service-date", "2026-06-15", "--today", "2026-05-20"]
    found = scancost("authorization", *scan)
    assert "No authorization is needed for this scan." in found.words
    assert "By when to ask" not in found.out


def test_an_emergency_needs_none() -> None:
    scan = [*("--policy", "example-ppo-2026", "--service", "mri_knee", "--site", "emergency")]
    scan += ["--service-date", "2026-06-15", "--today", "2026-05-20"]
    assert "In an emergency no authorization is needed" in scancost("authorization", *scan).words


def test_of_an_emergency_under_a_short_term_plan_no_law_promises_that() -> None:
    scan = [*("--policy", "example-short-term-2026", "--service", "ct_head", "--site", "emergency")]
    scan += ["--service-date", "2026-10-15", "--today", "2026-10-01"]
    found = scancost("authorization", *scan).words
    assert "as if no authorization were needed" in found
    assert "no federal law promises that for a short-term plan" in found
    assert "whatever the plan says" not in found


def test_an_approval_that_ends_too_early() -> None:
    approved = ("--preauthorization", "approved", "--authorization-expires", "2026-06-14")
    found = scancost("authorization", *SCAN, *approved, "--today", "2026-05-20")
    assert "It ends on June 14, 2026, before the scan on June 15, 2026." in found.words
    assert "the authorization is missing" in found.words


def test_in_spanish() -> None:
    found = scancost("authorization", *SCAN, "--today", "2026-05-20", language="es")
    assert "Pídala a más tardar el 31 de mayo de 2026 (faltan 11 días)" in found.words


def test_an_authorization_is_needed_also_where_necessity_decides() -> None:
    """Necessity not met (CARC 50): the provider's loss in network, with the authorization or not."""
    unneeded = ("--medical-necessity", "not_met", "--preauthorization", "missing")
    found = scancost("authorization", *SCAN, *unneeded, "--today", "2026-05-20", "--json").json
    (line,) = found["lines"]
    assert (line["needed"], line["state"], line["owes"]) == ("yes", "missing", "provider")
    assert line["patient_pays"] == line["patient_pays_if_not_authorized"] == "0.00"
    assert line["at_stake"] is None


CARD = (
    *("--deductible", "1500", "--out-of-pocket-max", "6000"),
    *("--benefit", "20% coinsurance after deductible"),
    *("--service", "mri_knee", "--service-date", "2026-06-15", "--today", "2026-05-20"),
)


def test_a_plan_from_the_card() -> None:
    found = scancost("authorization", *CARD)
    assert found.code == 0, found.err
    assert "The policy does not say whether this scan needs an authorization" in found.words
    assert "It was taken to be an employer plan; say --market" in found.words
    advantage = scancost("authorization", *CARD, "--market", "medicare_advantage", "--json").json
    assert advantage["clock"]["decision_days"] == 7  # 42 CFR 422.568(b)(1)(ii)


def test_after_the_scan_only_a_late_request_is_left() -> None:
    found = scancost("authorization", *SCAN, "--today", "2026-07-01")
    said = "The scan date has passed; ask whether the plan still accepts a request."
    assert said in found.words
    assert "Ask by" not in found.words
    assert said in scancost("checklist", *SCAN, "--today", "2026-07-01").words
    assert said not in scancost("authorization", *SCAN, "--today", "2026-06-15").words
    approved = ("--preauthorization", "approved", "--today", "2026-07-01")
    assert said not in scancost("authorization", *SCAN, *approved).words


OPEN = (
    *("--service", "mri_knee", "--site", "freestanding", "--service-date", "2026-06-01"),
    *("--allowed", "1250"),
)


def test_amounts_that_are_open_are_ranges() -> None:
    """With the deductible of 1,000 met it is 20% of 1,250, and $250 of penalty more; with nothing met
    1,000 and 20% of 250, and of the penalty the 200 that the plan would have paid."""
    plan = ("--policy", "example-auth-flat-penalty-2026", *OPEN, "--network", "in")
    found = scancost("authorization", *plan)
    assert "You pay with the authorization $250.00 to $1,050.00" in found.words
    assert "You pay without it $500.00 to $1,250.00" in found.words
    assert "What the plan pays only with it $200.00 or more" in found.words
    assert "They depend on your deductible" in found.words
    (line,) = scancost("authorization", *plan, "--json").json["lines"]
    assert line["patient_pays"] == "1050.00"
    assert line["range"] == {
        "patient_pays": {"low": "250.00", "high": "1050.00"},
        "patient_pays_if_not_authorized": {"low": "500.00", "high": "1250.00"},
    }
    met = scancost("authorization", *plan, "--deductible-met", "1000").words
    assert "You pay with the authorization $250.00 You pay without it $500.00" in met
    assert "deductible" not in met
    assert "nearly reached your out-of-pocket maximum" in met


def test_an_unknown_charge_has_no_upper_end() -> None:
    """Out of network 40% of 1,250 with the deductible met; denied, the whole unknown charge."""
    plan = ("--policy", "example-auth-denied-2026", *OPEN, "--network", "out")
    found = scancost("authorization", *plan)
    assert "You pay with the authorization $500.00 or more" in found.words
    assert "You pay without it $1,250.00 or more" in found.words
    assert "give it with --billed" in found.words
    (line,) = scancost("authorization", *plan, "--json").json["lines"]
    assert line["patient_pays"] is line["patient_pays_if_not_authorized"] is None


def test_owing_nothing_is_no_reason_to_go_without_it() -> None:
    """In network the provider writes it off; out of network the patient owes the penalty."""
    said = "The provider will most likely not do the scan without it."
    assert said in scancost("authorization", *SCAN, "--today", "2026-05-20").words
    out = ("--network", "out", "--today", "2026-05-20")
    assert said not in scancost("authorization", *SCAN, *out).words


def test_plain_lines() -> None:
    found = scancost("authorization", *SCAN, "--today", "2026-05-20", "--plain")
    assert "You pay with the authorization: $240.00" in found.out.splitlines()
    assert all(": " in line for line in found.out.splitlines())
