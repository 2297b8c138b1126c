"""What the law of each market says of an emergency and of a reader out of network."""

from __future__ import annotations

import pytest

from scancost.data.protection import Protection
from scancost.engine.shelf import load
from scancost.files.tables import table
from scancost.model.order import OrderTerms
from scancost.rules.findings import Finding
from scancost.rules.network import side_of
from tests.estimating import KNEE, said
from tests.shelf.program import POLICIES


def finding(policy: str, **fields: str) -> Finding:
    given = {"policy": policy, "service": "ct_head", **fields}
    ready = load(POLICIES / f"{policy}.yaml")
    terms = OrderTerms.model_validate(given)
    (found,) = side_of(ready, terms, fields["site"]).findings
    return found


@pytest.mark.parametrize(
    ("policy", "id", "source"),
    [
        ("example-ppo-2026", "protected_emergency", "45 CFR 149.110"),
        ("federal-standard-silver-2026", "protected_emergency", "45 CFR 149.110"),
        # 45 CFR part 149 is about group plans and insurers; these have rules of their own
        ("original-medicare-part-b-2026", "protected_emergency_unverified", "Social Security Act"),
        ("example-medicare-advantage-2026", "protected_emergency_unverified", "42 CFR 422.113"),
        ("example-medicaid-2026", "protected_emergency_unverified", "42 CFR 438.114"),
    ],
)
def test_the_rule_for_an_emergency_in_each_market(policy: str, id: str, source: str) -> None:
    found = finding(policy, network="out_of_network", site="emergency", emergency="true")
    assert (found.id, found.values["source"]) == (id, source)


@pytest.mark.parametrize(
    ("site", "id"),
    [
        ("urgent_care", "not_protected_urgent_care"),
        ("freestanding", "not_protected_site"),
        ("hospital_outpatient", "protected_facility"),
    ],
)
def test_a_reader_out_of_network(site: str, id: str) -> None:
    fields = {"network": "out_of_network", "facility_network": "in_network", "site": site}
    assert finding("federal-standard-silver-2026", **fields).id == id


def test_what_only_the_policy_protects_is_not_called_law() -> None:
    """The example PPO names freestanding centers among its protected sites; the statute does not."""
    fields = {"network": "out_of_network", "facility_network": "in_network"}
    assert finding("example-ppo-2026", **fields, site="freestanding").id == "protected_by_policy"
    assert finding("example-ppo-2026", **fields, site="inpatient").id == "protected_facility"
    read_there = ("--network", "out", "--facility-network", "in", "--allowed", "1250")
    text = said(*KNEE, *read_there, "--billed", "3100")
    assert "your policy protects you there, where federal law does not" in text
    assert "45 CFR 149.120" not in text
    assert "Balance bill" not in text


def test_the_list_of_facilities_is_that_of_the_statute() -> None:
    """29 USC 1185e(b)(2): hospital, hospital outpatient department, critical access hospital,
    ambulatory surgical center."""
    facility = table("protection", Protection).facility
    assert facility.source.status == "verified"
    assert set(facility.sites) == {
        *("hospital_outpatient", "inpatient", "emergency"),
        "ambulatory_surgical_center",
    }
