"""A policy as a patient reads it (`scancost policy show`)."""

SENTENCES = {
    "context": "{policy} · {plan_type} · {market:market} · {from_day:day} through {through:day}",
    "context_state": "{policy} · {plan_type} · {market:market} · {state} · {from_day:day} through "
    "{through:day}",
    "footer": "A reading of the policy, not the policy: the plan's own documents decide. Not legal "
    "advice.",
    # what the plan type means
    "means.HMO": "HMO: you stay in the plan's network, usually with a referral from your primary "
    "doctor. Outside it an HMO pays only for emergencies.",
    "means.EPO": "EPO: you stay in the plan's network, usually without a referral. Outside it an "
    "EPO pays only for emergencies.",
    "means.PPO": "PPO: you may go to any provider without a referral, and you pay less in the "
    "plan's network.",
    "means.POS": "POS: you pay least in the plan's network with a referral from your primary "
    "doctor. You may go outside it and pay more, if the plan says so.",
    "means.HDHP": "HDHP: you pay for a scan in full, at the plan's price, until you reach a high "
    "deductible; only preventive care is paid before. It can go with a health savings account.",
    "means.INDEMNITY": "Indemnity: you may go to any provider. The plan pays its share of the price "
    "it recognizes, and the provider may charge you more.",
    "means.MEDICARE": "Original Medicare: you may go to any provider who takes Medicare, without a "
    "referral. One who accepts assignment charges no more than Medicare's price.",
    "means.MEDICAID": "Medicaid: you go to providers who take it, and your share is small or "
    "nothing.",
    "outside.covered": "Out of network this policy pays too; the table says how much is yours.",
    "outside.not_covered": "Out of network this policy pays nothing for a planned scan.",
    "outside.not_stated": "What this policy pays out of network is not in its source: ask the plan "
    "before you go there.",
    "outside.mixed": "Out of network this policy covers some scans and not others; see the table.",
    "emergency_protected": "An emergency is settled as in network, wherever you go.",
    "emergency_open": "The federal protection for emergencies does not reach this kind of plan.",
    # limits
    "section_limits": "Your limits for the year",
    "limit": "limit",
    "deductible_alone": "Deductible, you alone",
    "deductible_person": "Deductible, one person in a family",
    "deductible_family": "Deductible, the whole family",
    "maximum_alone": "Out-of-pocket maximum, you alone",
    "maximum_person": "Out-of-pocket maximum, one person in a family",
    "maximum_family": "Out-of-pocket maximum, the whole family",
    "limit_none": "none",
    "limit_not_given": "not given",
    "limit_no_own": "no limit of one's own",
    "limit_of_law": "{amount} (federal limit)",
    "limit_shared": "shared with {tier:tier}",
    "limit_absent": "–",
    "section_limits_mean": "What the limits mean",
    "mean_deductible": "Deductible: what you pay yourself in the year before the plan begins to "
    "share.",
    "mean_maximum": "Out-of-pocket maximum: the most you pay in the year for covered care. Balance "
    "bills, penalties and what is not covered come on top.",
    "mean_no_maximum": "There is no out-of-pocket maximum ({tier:tier}): your share has no upper "
    "limit.",
    "mean_embedded": "In a family each person has a limit, and the family has one for all together; "
    "the one that is reached first counts (embedded).",
    "mean_aggregate": "In a family there is one limit for all together: it is reached when "
    "everyone's payments together reach it (aggregate).",
    "mean_deductible_only_aggregate": "The deductible of a family is one for all together "
    "(aggregate); of the out-of-pocket maximum each person has one too (embedded).",
    "mean_maximum_only_aggregate": "Of the deductible each person of a family has one too "
    "(embedded); the out-of-pocket maximum is one for all together (aggregate).",
    "mean_also_counts": "What counts toward the limits “{tier:tier}” also counts toward those "
    "“{others:tier}”.",
    # benefits
    "section_benefits": "What you pay for a scan",
    "section_benefits_more": "What you pay for a scan (further tiers)",
    "scan_and_place": "kind of scan and place",
    "all_services": "Any scan",
    "at_outpatient": "{services}: outpatient",
    "at_everywhere": "{services}: anywhere",
    "at_sites": "{services}: {sites:site}",
    "section_legend": "How to read it",
    "narrower": "Where two rows fit, the narrower one applies.",
    "outpatient": "Outpatient: {sites:site}.",
    "legend": "Copay: a fixed amount. Coinsurance: your percentage of the price the plan "
    "recognizes.",
    "share.no_charge": "No charge",
    "share.no_charge_after": "No charge after the deductible",
    "share.not_covered": "Not covered",
    "share.not_stated": "Not stated: ask the plan",
    "share.copay": "{amount} copay{per}{deductible}",
    "share.coinsurance": "{rate:percent} coinsurance{ceiling}{deductible}",
    "share.per_day": " per day",
    "share.ceiling": ", at most {amount} per scan",
    "share.deductible waived": ", deductible does not apply",
    "share.before deductible": " first, then the deductible",
    "share.after deductible": " after the deductible",
    "share.then": "{first}, then {then}",
    "share.uncounted": "{share} (does not count toward the out-of-pocket maximum)",
    "share.each_part": "{share} (the scan and its reading each)",
    # preventive
    "section_preventive": "Preventive screenings",
    "preventive.tier": "{tier}: {share}.",
    "preventive.aca": "A screening is preventive where {guideline:guideline} say so: age, time since "
    "the last one and risk decide.",
    "preventive.none": "This policy follows no guideline: no scan counts as preventive.",
    "preventive.diagnostic": "A screening that does not qualify costs what a diagnostic scan costs.",
    "preventive.not covered": "A screening that does not qualify is not covered.",
    "preventive.absent": "The policy does not say what preventive scans cost: ask the plan.",
    # authorization
    "section_authorization": "Approval before the scan (preauthorization)",
    "authorization.absent": "The policy does not say whether a scan needs the plan's approval: ask "
    "before every planned scan.",
    "authorization.none": "No scan needs the plan's approval first.",
    "authorization.clause": "{what}{purposes}. {tiers}.",
    "authorization.purposes": ", {purposes:purpose}",
    "authorization.tier": "{tiers}: {consequence}",
    "authorization.join": ". ",
    "authorization.not_required": "no approval is needed",
    "authorization.not_stated": "the policy does not say: ask",
    "authorization.write_off": "approval is needed; without it the provider bears the whole loss and may not "
    "bill you",
    "authorization.denied": "approval is needed; without it the plan pays nothing and you owe the whole price",
    "authorization.penalty": "approval is needed; without it you pay {amount} on top",
    "authorization.penalty_on_plan_payment": "approval is needed; without it you also pay {rate:percent} of "
    "what the plan would have paid{ceiling}",
    "authorization.penalty_on_allowed": "approval is needed; without it you also pay {rate:percent} of the "
    "price the plan recognizes{ceiling}",
    "authorization.ceiling": ", at most {amount}",
    "authorization.emergency": "An emergency never needs approval.",
    "authorization.emergency_open": "An emergency is settled here as if no approval were needed, but "
    "no federal law promises that for {market:market}: ask the plan.",
    # bills above the plan's price
    "section_balance": "Bills above the plan's price (balance bills)",
    "balance.full": "A provider out of network may bill you everything above the price the plan "
    "recognizes.",
    "balance.none": "A provider may not bill you above the price the plan recognizes.",
    "balance.limited": "A provider out of network may bill you up to {rate:percent} above the price "
    "the plan recognizes.",
    "protected_sites": "You are protected from that bill when an out-of-network provider (such as "
    "the radiologist who reads the scan) treats you at an in-network facility of this kind: "
    "{sites:site}.",
    "protected_not": "At {sites:site} you are not.",
    # the rest
    "section_words": "The policy's own words",
    "quote": "“{words}”",
    "quote_page": "“{words}” (page {page})",
    "section_contacts": "Contacts",
    "contact": "{name}: {value}",
    "contact.member_services": "Member services",
    "contact.appeals": "Appeals",
    "contact.preauthorization": "Preauthorization",
    "section_source": "Where this was read",
    "source": "{title}.",
    "source_read": "Read on {day:day}.",
    "source.published": "Published: taken from the source above.",
    "source.illustrative": "Illustrative: made up as an example. No insurer sells it.",
    "section_caveats": "Take care",
    "caveat.ended": "Its benefit year ended on {day:day}. It says nothing about a scan after that.",
    "caveat.not_begun": "Its benefit year begins on {day:day}. It says nothing about a scan before.",
    "caveat.grandfathered": "It is grandfathered: free preventive care and the federal limit on "
    "out-of-pocket costs need not apply.",
    "caveat.no_family": "The source gives no family limits ({tier:tier}), so family coverage "
    "cannot be estimated.",
    "caveat.not_stated": "Some costs are not in the source. Not stated does not mean not covered: "
    "ask the plan.",
    "caveat.gap": "It has no clause for {services:mid} at {sites:site}. That does not mean not "
    "covered: ask the plan.",
}
