"""Every finding about a policy, found in a policy that has it and said in each language."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from scancost.engine import shelf
from scancost.engine.audit import audited
from scancost.words import LANGUAGES, Words
from scancost.words.en.audit import SENTENCES
from tests.shelf.findings import DEDUCTIBLE, MAXIMUM, with_limits
from tests.shelf.program import SOUND, scancost, spoiled, written

RULES = Path(__file__).resolve().parents[2] / "src" / "scancost" / "rules" / "audit.py"
YEAR = "{from: 2026-01-01, through: 2026-12-31}"
SHARE = "in_network: 20% coinsurance after deductible"
HDHP = spoiled(
    DEDUCTIBLE,
    "deductible: {individual: 1700, individual_in_family: 3400, family: 3400, family_rule: embedded}",
    spoiled("plan_type: PPO", "plan_type: HDHP"),
)

BREAST = """  - services: [mammogram, ultrasound_breast, mri_breast]
    in_network: no charge
    out_of_network: not covered
preventive:"""
ADVANTAGE = spoiled("market: employer", "market: medicare_advantage")


def _other_year(year: int, text: str) -> str:
    return spoiled(YEAR, f"{{from: {year}-01-01, through: {year}-12-31}}", text)


def _with_deductible(deductible: str) -> str:
    maximum = "{individual: 8000, family: 16000, family_rule: embedded}"
    return with_limits(deductible, maximum, spoiled("plan_type: PPO", "plan_type: HDHP"))


SPOILED = {
    "source_title": spoiled("{title: Summary of benefits,", "{title: ' ',"),
    "source_href": spoiled(" href: https://plans.example/small,", ""),
    "source_read": spoiled(" read: 2026-06-01,", ""),
    "year_ended": _other_year(2025, SOUND),
    "year_long": spoiled("through: 2026-12-31", "through: 2027-01-02"),
    "year_not_in_tables": _other_year(2028, spoiled("guideline: aca", "guideline: none")),
    "guideline_not_in_tables": _other_year(2028, spoiled("market: employer", "market: short_term")),
    "family_below_person": with_limits(
        "{individual: 2000, family: 1000, family_rule: embedded}", "{individual: 6000}"
    ),
    "deductible_above_maximum": with_limits("{individual: 2000}", "{individual: 1000}"),
    "aca_maximum_high": with_limits("none", "{individual: 10600.01}"),
    "aca_maximum_may_be_high": _other_year(
        2027,
        with_limits(
            "none",
            "{individual: 12000.01}",
            spoiled("market: employer", "market: marketplace"),
        ),
    ),
    "aca_no_maximum": with_limits("none", "none"),
    "advantage_maximum_high": with_limits("none", "{individual: 9250.01}", ADVANTAGE),
    "advantage_no_maximum": with_limits("none", "none", ADVANTAGE),
    "advantage_not_published": _other_year(2027, ADVANTAGE),
    "hdhp_no_deductible": _with_deductible("none"),
    "hdhp_deductible_low": _with_deductible("{individual: 1000}"),
    "hdhp_family_low": _with_deductible("{individual: 1700, family: 2000, family_rule: aggregate}"),
    "hdhp_person_low": _with_deductible("{individual: 1700, family: 3400, family_rule: embedded}"),
    "hdhp_maximum_high": spoiled(MAXIMUM, "out_of_pocket_max: {individual: 8500.01}", HDHP),
    "hdhp_no_maximum": spoiled(MAXIMUM, "out_of_pocket_max: none", HDHP),
    "hdhp_before_deductible": spoiled(SHARE, "in_network: $50 copay, deductible waived", HDHP),
    "hdhp_breast_imaging": spoiled("preventive:", BREAST, HDHP),
    "gap": spoiled("emergency, inpatient]", "emergency]"),
}


def test_every_finding_there_is_has_a_policy_here() -> None:
    named = set(re.findall(r'"(\w+)"', RULES.read_text("utf-8")))
    assert named & set(SENTENCES) == set(SPOILED)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", SPOILED)
def test_a_finding_is_said_in_full(tmp_path: Path, id: str, language: str) -> None:
    answer = audited(written(tmp_path, SPOILED[id]), date(2026, 11, 23))
    assert answer.problems == ()
    flaws = [flaw for flaw, _ in answer.flaws if flaw.id == id]
    assert flaws
    words = Words(language, shelf.shelf().catalogue)
    for flaw in flaws:
        said = words.say(f"audit.{flaw.id}", **flaw.values)
        assert said.endswith((".", ")"))
        assert not re.search(r"[{}]|None|CostShare", said)


def test_a_high_deductible_plan_that_pays_before_the_deductible_is_told_so(tmp_path: Path) -> None:
    path = written(tmp_path, SPOILED["hdhp_before_deductible"])
    answer = scancost("policy", "check", path, "--today", "2026-11-23")
    assert answer.code == 3
    assert '"$50 copay, deductible waived" does' in " ".join(answer.out.split())
