"""What an editor says beside the fields of a policy file (`scancost policy schema`)."""

SENTENCES = {
    "title": "A scancost policy",
    "description": "One policy of one benefit year. The file's name is the policy's id.",
    "key.policy": "The policy's id: the file's name without .yaml.",
    "key.title": "The plan's name as people know it, with the year.",
    "key.plan_type": "What the plan calls itself.",
    "key.market": "Who sells or runs it; it decides which protections and limits apply.",
    "key.state": "The state, like TX.",
    "key.benefit_year": "First and last day, both included. Limits start anew after it.",
    "key.from": "The first day, like 2026-01-01.",
    "key.through": "The last day, like 2026-12-31.",
    "key.grandfathered": "true: a plan of before March 23, 2010 that the federal limits exempt.",
    "key.source": "Where the terms were read.",
    "key.href": "Where it can be read.",
    "key.read": "The day it was read, like 2026-06-01.",
    "key.status": "published: taken from the source. illustrative: made up.",
    "key.limits": "Deductible and out-of-pocket maximum of each tier of the network.",
    "key.deductible": "A block with individual (and family, family_rule), or: none",
    "key.out_of_pocket_max": "A block with individual (and family, family_rule), or: none",
    "key.also_counts_toward": "Tiers whose limits also count what is paid here.",
    "key.individual": "In dollars, for one person alone.",
    "key.individual_in_family": "In dollars, for one person in family coverage (default: "
    "individual).",
    "key.family": "In dollars, for the whole family.",
    "key.family_rule": "embedded: each person also has a limit. aggregate: one for all together.",
    "key.benefits": "What each service costs. Where two clauses fit, the narrower one applies.",
    "key.services": "Names of services or of modalities (`scancost services` lists them).",
    "key.sites": "Absent: the outpatient ones (all but emergency and inpatient).",
    "key.purposes": "Absent: both.",
    "key.words": "What the source prints, word for word; absent where it prints nothing.",
    "key.page": "The page of the source.",
    "key.copay_on": "scan: one copay, with the scan. each_part: scan and reading each owe it.",
    "key.counts_toward_out_of_pocket": "false: it does not count toward the maximum.",
    "key.preventive": "What a scan costs that the guideline counts as preventive. Absent: the policy "
    "does not say.",
    "key.guideline": "Whose list of preventive care the plan follows.",
    "key.otherwise": "What becomes of a screening that does not qualify.",
    "key.preauthorization": "A list of clauses, or: none. Absent: the policy does not say.",
    "key.protected_sites": "Where a provider out of network at a facility in network may not bill "
    "above the plan's price. Absent: as federal law says.",
    "key.balance_billing": "What a provider out of network may add: full, none, or like: up to 15% "
    "of allowed",
    "key.contacts": "Whom to call or write to.",
    "tier.in_network": "What applies in network.",
    "tier.out_of_network": "What applies out of network.",
    "tier.other": "What applies in this further tier (one that limits names).",
    "phrase.share": "A cost share, like: no charge · $50 copay, deductible waived · 20% coinsurance "
    "after deductible · $100 copay after deductible, then 20% coinsurance after deductible · not "
    "covered · not stated. A copay or coinsurance says how the deductible applies, unless the "
    "tier's deductible is none.",
    "phrase.authorization": "What happens without the approval: not required · provider write-off "
    "· denied · $250 penalty · 50% penalty on plan payment up to $1,000 · 50% penalty on allowed "
    "amount · not stated",
    "phrase.limits": "A block with deductible and out_of_pocket_max, or: shared_with in_network, "
    "or: none",
    "money": "An amount in dollars, like 1500 or 1,250.50.",
}
