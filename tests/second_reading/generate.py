"""Random policies and orders for tests, and policies that are broken, each in a known way."""

from random import Random

from .columns import FIELDS
from .generate_orders import random_orders
from .generate_policies import random_policy
from .services import SITES
from .spoilings import SPOILINGS

__all__ = ["FIELDS", "SPOILINGS", "broken_policies", "random_orders", "random_policy"]

SOUND = """\
policy: broken-{n}
title: Sound until something is changed
plan_type: PPO
market: employer
benefit_year: {{from: 2026-01-01, through: 2026-12-31}}
source: {{title: made up, href: 'https://plans.example/x', read: 2026-11-23, status: illustrative}}
limits:
  in_network:
    deductible: {{individual: {d}, family: {d2}, family_rule: embedded}}
    out_of_pocket_max: {{individual: {m}, family: {m2}, family_rule: embedded}}
  out_of_network:
    deductible: none
    out_of_pocket_max: none
benefits:
  - services: [mri, ct]
    in_network: {r}% coinsurance after deductible
    out_of_network: 40% coinsurance
  - services: [mri]
    sites: [office]
    in_network: ${c} copay before deductible
    out_of_network: not covered
preventive:
  guideline: none
  in_network: no charge
  out_of_network: not covered
  otherwise: diagnostic
preauthorization:
  - services: [mri]
    in_network: provider write-off
    out_of_network: denied
balance_billing: full
"""
RULE = "family_rule: embedded}\n    out_of_pocket_max"
FIRST = "  - services: [mri, ct]\n"
CROSSING = """\
  - services: [ct]
    sites: [urgent_care, freestanding]
    in_network: no charge
    out_of_network: no charge
  - services: [ct]
    sites: [urgent_care, office]
    in_network: no charge
    out_of_network: no charge
"""
EVERYWHERE = "sites: " + "[" + ", ".join(sorted(SITES)) + "]"
FIVE = "limits:\n  a: none\n  b: none\n  c: none\n"
SHARED = """\
  out_of_network:
    deductible: none
    out_of_pocket_max: none
benefits"""

# what is wrong, the text that is changed, what it is changed to
BREAKS = (
    ("a policy id in capitals", "policy: broken", "policy: Broken"),
    ("a policy id that is a path", "policy: broken", "policy: ../broken"),
    ("no title", "title: Sound until something is changed\n", ""),
    ("an unknown plan type", "plan_type: PPO", "plan_type: PPPO"),
    ("an unknown market", "market: employer", "market: employers"),
    ("an unknown key", "market: employer", "market: employer\nmarkets: employer"),
    ("a doubled key", "market: employer", "market: employer\nmarket: individual"),
    ("a doubled key deeper", "    in_network: $", "    in_network: no charge\n    in_network: $"),
    ("an anchor", "market: employer", "market: &m employer"),
    ("an alias", "title: Sound until", "state: &t TX\ntitle: *t\n# "),
    ("a merge key", "plan_type: PPO", "<<: {plan_type: PPO}"),
    ("a tag", "market: employer", "market: !!str employer"),
    ("two documents", "policy: broken", "--- {}\n---\npolicy: broken"),
    ("not YAML", "market: employer", "market: [employer"),
    ("a date without a zero", "from: 2026-01-01", "from: 2026-1-01"),
    ("a day that is none", "from: 2026-01-01", "from: 2026-02-30"),
    ("a year that ends first", "through: 2026-12-31", "through: 2025-12-31"),
    ("an unknown status", "status: illustrative", "status: rumoured"),
    ("no limits", "limits:", "contacts:"),
    ("no benefits", "benefits:", "contacts:"),
    ("no balance billing", "balance_billing: full\n", ""),
    ("balance billing above the whole", "billing: full", "billing: up to 101% of allowed"),
    ("balance billing that says nothing", "billing: full", "billing: some"),
    ("three decimals", "individual: {d}", "individual: 10.005"),
    ("a negative amount", "individual: {d}", "individual: -10"),
    ("an amount with an exponent", "individual: {d}", "individual: 1e3"),
    ("wrong thousands commas", "individual: {d}", "individual: '15,00'"),
    ("too much money", "individual: {d}", "individual: 1000000000"),
    ("a limit without an individual amount", "individual: {d}, ", ""),
    ("a family without its rule", RULE, "}\n    out_of_pocket_max"),
    ("an unknown family rule", RULE, "family_rule: shared}\n    out_of_pocket_max"),
    ("five tiers", "limits:\n", FIVE),
    ("shared with a tier that is none", SHARED, "  out_of_network: shared_with tier_9\nbenefits"),
    ("counts toward a tier that is none", "benefits:", "    also_counts_toward: [x]\nbenefits:"),
    ("an unknown service", FIRST, "  - services: [mri, cat]\n"),
    ("no services", FIRST, "  - services: []\n"),
    ("an unknown site", "sites: [office]", "sites: [officer]"),
    ("a tier that a clause leaves out", "    out_of_network: 40% coinsurance\n", ""),
    ("a tier that is not in limits", "sites: [office]", "sites: [office]\n    tier_2: no charge"),
    ("two equal clauses", "[mri]\n    sites: [office]\n", "[mri, ct]\n"),
    ("clauses that cross at a site", "preventive:\n", CROSSING + "preventive:\n"),
    (
        "clauses that cross in services and sites",
        "sites: [office]",
        EVERYWHERE,
    ),
    ("a bare coinsurance", "coinsurance after deductible", "coinsurance"),
    ("a bare copay", "copay before deductible", "copay"),
    ("a coinsurance before", "coinsurance after deductible", "coinsurance before deductible"),
    (
        "a copay with the deductible, a coinsurance without",
        "copay before deductible",
        "copay before deductible, then 20% coinsurance, deductible waived",
    ),
    ("a phrase that says nothing", "copay before deductible", "copayment before deductible"),
    ("a rate above 100", "{r}% coinsurance", "100.01% coinsurance"),
    ("a rate of three decimals", "{r}% coinsurance", "20.005% coinsurance"),
    ("covered in a tier without limits", SHARED, "  out_of_network: none\nbenefits"),
    ("an unknown copay_on", "sites: [office]", "copay_on: both\n    sites: [office]"),
    ("an unknown guideline", "guideline: none", "guideline: local"),
    ("an unknown otherwise", "otherwise: diagnostic", "otherwise: covered"),
    ("a preventive section without a tier", "  out_of_network: not covered\n  oth", "  oth"),
    ("provider write-off out of network", "work: denied", "work: provider write-off"),
    ("an unknown authorization phrase", "work: denied", "work: refused"),
    ("a penalty on billed", "work: denied", "work: 50% penalty on billed amount"),
    ("an unknown purpose", "    in_network: prov", "    purposes: [fun]\n    in_network: prov"),
)


def broken_policies(seed: int) -> list[tuple[str, str]]:
    """Policy texts that must not load, each with what is wrong with it."""
    rng = Random(seed)
    found = []
    for number, (reason, sound, broken) in enumerate(BREAKS):
        deductible, rate, copay = rng.randrange(100, 5_000), rng.randrange(101), rng.randrange(900)
        values = {"n": number, "d": deductible, "d2": 2 * deductible, "r": rate, "c": copay}
        values |= {"m": 2 * deductible, "m2": 4 * deductible}
        text = SOUND.format(**values)
        was = sound.replace("{d}", str(deductible)).replace("{r}", str(rate))
        assert was in text, reason
        found.append((text.replace(was, broken, 1), reason))
    deep = "contacts: " + "{a: " * 25 + "b" + "}" * 25 + "\n"
    found.append((SOUND.format(n="deep", d=1, d2=2, m=1, m2=2, r=1, c=1) + deep, "over 20 deep"))
    long = "contacts: {appeals: " + "x" * 1_000_001 + "}\n"
    found.append((SOUND.format(n="long", d=1, d2=2, m=1, m2=2, r=1, c=1) + long, "over 1 MB"))
    return found
