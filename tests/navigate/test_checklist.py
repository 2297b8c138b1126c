"""`scancost checklist`: filled in from the order and the policy, with the telephone script."""

from pathlib import Path

from .program import SCAN, scancost

TODAY = ("--today", "2026-05-20")


def test_as_markdown() -> None:
    found = scancost("checklist", *SCAN, *TODAY)
    assert found.code == 0
    lines = found.out.splitlines()
    assert lines[0] == "# Before your scan: MRI of the knee"
    for heading in (
        "## Ask the imaging center or hospital",
        "## Ask the insurer",
        "## The authorization",
        "## Your rights",
        "## What to say on the phone",
    ):
        assert heading in lines
    assert "- [ ] Which doctors read the scan, and are they in network too?" in lines
    assert any("This estimate used $1,200.00" in line for line in lines)
    assert any("**[your" in line or "**[name]**" in line for line in lines)
    assert "--" not in found.out  # no options on paper


def test_the_options_of_the_program_are_not_on_paper_without_a_price_either() -> None:
    scan = [*("--policy", "example-ppo-2026", "--service", "mri_knee", "--network", "in")]
    found = scancost("checklist", *scan, "--service-date", "2026-06-15", *TODAY, "--site", "office")
    assert found.code == 0
    assert "--" not in found.out


def test_as_json() -> None:
    found = scancost("checklist", *SCAN, *TODAY, "--json").json
    assert found["schema"] == "scancost/checklist/1"
    ids = {item["id"] for section in ("provider", "insurer") for item in found[section]}
    assert {"p_network", "p_reader", "p_site", "p_price", "i_force", "i_number"} <= ids
    assert found["clock"]["ask_by"] == "2026-05-31"
    assert all(item["text"] for item in found["script"])


def test_rights_at_a_hospital_and_at_a_freestanding_center() -> None:
    """A policy without promises of its own: the federal four are protected, a center is not."""

    def rights(site: str) -> list[str]:
        scan = [*("--policy", "federal-standard-silver-2026", "--service", "mri_knee")]
        scan += ["--network", "in", "--site", site, "--service-date", "2026-06-15"]
        found = scancost("checklist", *scan, *TODAY, "--json")
        return [item["id"] for item in found.json["rights"]]

    assert rights("hospital_outpatient") == ["r_facility", "r_consent", "r_self_pay"]
    assert rights("freestanding") == ["r_not_protected", "r_self_pay"]


def test_what_is_not_known_of_a_screening_is_asked() -> None:
    scan = [*("--policy", "example-ppo-2026", "--service", "mammogram_screening")]
    scan += ["--network", "in", "--site", "freestanding", "--service-date", "2026-06-15"]
    found = scancost("checklist", *scan, *TODAY, "--json").json
    ids = {item["id"] for item in found["insurer"]}
    assert "i_preventive" in ids
    assert {item["id"] for item in found["cautions"]} >= {"symptom_is_diagnostic"}


def test_as_html() -> None:
    found = scancost("checklist", *SCAN, *TODAY, "--format", "html")
    assert found.out.startswith("<!doctype html>")
    assert "<script" not in found.out
    assert "http-equiv" not in found.out
    assert "&#9744;" in found.out
    assert scancost("checklist", *SCAN, *TODAY, "--format", "pdf").code == 3


def test_in_spanish() -> None:
    found = scancost("checklist", *SCAN, *TODAY, language="es")
    assert found.out.startswith("# Antes de su estudio: Resonancia magnética de la rodilla")


def _cautions(*fields: str) -> dict[str, str]:
    scan = [*("--network", "in", "--site", "freestanding", "--service-date", "2026-06-15"), *fields]
    found = scancost("checklist", *scan, *TODAY, "--json").json
    return {item["id"]: item["text"] for item in found["cautions"]}


def test_what_to_ask_for_before_a_screening() -> None:
    """FAQ Part XII Q3; HRSA guideline of December 2024, plan years from 2025-12-30."""
    found = _cautions("--policy", "example-ppo-2026", "--service", "mammogram_screening")
    assert "also at no charge" in found["nobody_in_network"]
    assert "patient navigation" in found["patient_navigation"]
    lung = _cautions("--policy", "example-ppo-2026", "--service", "ct_lung_screening")
    assert "nobody_in_network" in lung
    assert "patient_navigation" not in lung


def test_nothing_is_promised_of_a_diagnostic_scan_or_a_grandfathered_plan() -> None:
    for policy, service in (
        ("example-ppo-2026", "mri_breast"),
        ("example-grandfathered-2026", "mammogram_screening"),
        ("original-medicare-part-b-2026", "mammogram_screening"),
    ):
        found = _cautions("--policy", policy, "--service", service)
        assert not {"nobody_in_network", "patient_navigation"} & set(found)


def test_a_caution_that_was_not_verified_says_so() -> None:
    found = _cautions("--policy", "example-ppo-2026", "--service", "dexa_hip_spine")
    assert found["bone_interval"].endswith("Not verified: check it before you rely on it.")


def _rights(policy: str, *fields: str) -> dict[str, str]:
    scan = [*("--policy", policy, "--network", "in", "--service-date", "2026-10-15"), *fields]
    found = scancost("checklist", *scan, *TODAY, "--json")
    return {item["id"]: item["text"] for item in found.json["rights"]}


def test_when_a_good_faith_estimate_is_due() -> None:
    """45 CFR 149.610: 10 workdays ahead within 3, 3 to 9 ahead within 1, under 3 none; a dispute
    from $400, within 120 days of the first bill, for $25."""
    scan = ("--service", "mri_knee", "--site", "freestanding")
    for policy in ("example-short-term-2026", "federal-standard-silver-2026"):
        said = _rights(policy, *scan)["r_self_pay"]
        assert "10 or more workdays ahead it is due within 3 workdays" in said
        assert "3 to 9 ahead within 1; less than 3 ahead none is owed" in said
        assert "$400.00 or more" in said
        assert "within 120 days of the first bill, for a fee of $25.00" in said


def test_a_federal_program_gives_no_estimate_for_what_it_covers() -> None:
    scan = ("--service", "mri_knee", "--site", "freestanding")
    for policy in (
        "original-medicare-part-b-2026",
        "example-medicare-advantage-2026",
        "example-medicaid-2026",
    ):
        assert "r_self_pay" not in _rights(policy, *scan)


def test_the_right_in_an_emergency_says_how_sure_it_is() -> None:
    """45 CFR part 149 was read; the rules of Medicare, its plans and Medicaid were not."""
    scan = ("--service", "ct_head", "--site", "emergency")
    verify = "Not verified: check it before you rely on it."
    assert not _rights("example-ppo-2026", *scan)["r_emergency"].endswith(verify)
    assert _rights("example-medicare-advantage-2026", *scan)["r_emergency"].endswith(verify)


CARD = (
    *("--deductible", "1500", "--out-of-pocket-max", "6000"),
    *("--benefit", "20% coinsurance after deductible"),
    *("--service", "mri_knee", "--allowed", "1200", "--billed", "2000"),
    *("--deductible-met", "1500", "--out-of-pocket-met", "1500", "--service-date", "2026-06-15"),
)


def test_a_plan_from_the_card_has_a_checklist() -> None:
    """20% of 1,200 is 240; what a card does not say is left to be filled in, never made up."""
    found = scancost("checklist", *CARD, *TODAY)
    assert found.code == 0, found.err
    assert "you would pay $240.00" in found.words
    assert "I am a member of **[the plan's name]**" in found.words
    assert "was taken to be an employer plan" in found.words
    assert "when does its plan year begin and end?" in found.words
    assert "Plan year January 1" not in found.words
    assert "--" not in found.out  # no options on paper


def test_the_estimate_says_how_to_get_the_checklist() -> None:
    said = scancost("estimate", *SCAN).words
    assert "run `scancost checklist` with the same file or the same options" in said


SCREENING = (
    *("--policy", "example-ppo-2026", "--network", "in", "--site", "office", "--sex", "female"),
    *("--service-date", "2026-06-15", "--today", "2026-05-20"),
)


def test_a_screening_that_is_too_early_says_from_when_it_counts() -> None:
    """Every year for women from 40: the last was on January 20, 2026."""
    order = (*SCREENING, "--service", "mammogram_screening", "--birth-date", "1970-01-01")
    found = scancost("checklist", *order, "--last-service-date", "2026-01-20").words
    assert "count as preventive from January 20, 2027 on, if nothing else changes" in found
    found = scancost("checklist", *order, "--last-service-date", "2024-01-20").words
    assert "count as preventive from" not in found


def test_no_such_day_where_the_patient_will_be_too_old() -> None:
    """Every ten years from 45 through 75: in 2030 someone born in 1952 is 78."""
    order = (*SCREENING, "--service", "colonoscopy_screening", "--last-service-date", "2020-03-31")
    said = "count as preventive from March 31, 2030 on"
    assert said in scancost("checklist", *order, "--birth-date", "1970-01-01").words
    assert said not in scancost("checklist", *order, "--birth-date", "1952-01-01").words


BILLS = """\
policy: example-ppo-2026
service: mri_knee
site: hospital_outpatient
service_date: 2026-06-15
lines:
  - {component: technical, network: in, allowed: 900, deductible_met: 1500, out_of_pocket_met: 1500}
  - {component: professional, network: out, facility_network: in, allowed: 150, billed: 400}
"""


def test_every_bill_of_an_order_is_on_the_list(tmp_path: Path) -> None:
    """The scan: a copay of 250 and 20 % of 650 = 380; the reading, protected, owes no copay: 20 % of
    150 = 30. Only the reading is protected from a reader out of network."""
    file = tmp_path / "bills.yaml"
    file.write_text(BILLS)
    found = scancost("checklist", str(file), "--today", "2026-05-20")
    assert "For these 2 bills together you would pay $410.00" in found.words
    assert "Bill 1: " in found.words
    assert "Bill 2: This scan is protected: you owe only the in-network share" in found.words
    assert "$900.00" in found.words
    assert "$150.00" in found.words
    read = scancost("checklist", str(file), "--today", "2026-05-20", "--json").json
    assert "$410.00" in read["expected"]
    ids = [item["id"] for item in read["provider"]]
    assert ids.count("p_price") == 2
    assert ids.count("p_network") == 1
    left = [item["text"] for item in read["insurer"] if item["id"].startswith("i_deductible")]
    assert len(left) == 1
    assert "$0.00" in left[0]
