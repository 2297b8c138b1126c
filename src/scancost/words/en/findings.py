"""What deciding found, as sentences."""

from scancost.words.en.prices import FINDINGS as PRICE_FINDINGS

SENTENCES = {
    **PRICE_FINDINGS,
    "in_network": "The provider is {tier:tier}, so the plan's price and its {tier:tier} terms apply.",
    "out_of_network": "The provider is out of network: the plan's out-of-network terms apply, and "
    "the provider may bill more than the plan allows.",
    "protected_emergency": "This is an emergency: federal law ({source}) gives you the plan's "
    "{tier:tier} terms wherever you are treated, without an authorization and without a balance "
    "bill.",
    "protected_emergency_unverified": "This is an emergency: federal law ({source}) gives you the "
    "plan's {tier:tier} terms wherever you are treated, without an authorization and without a "
    "balance bill. That was not verified, so confirm it with the plan; do not delay emergency care.",
    "protected_facility": "The provider is out of network, but the facility ({site:site}) is in "
    "your plan's network: federal law ({source}) gives you the {tier:tier} terms and forbids a "
    "balance bill. A signed consent does not change that for imaging.",
    "protected_by_policy": "The provider is out of network, but the facility ({site:site}) is in "
    "your plan's network, and your policy protects you there, where federal law does not: you have "
    "the {tier:tier} terms and owe no balance bill.",
    "not_protected_site": "The provider is out of network. Federal law protects readings at "
    "in-network hospitals and surgery centers, but not at {site:site}: a balance bill is possible. "
    "State law may say more.",
    "not_protected_urgent_care": "The provider is out of network. Federal law protects readings at "
    "in-network hospitals and surgery centers, but not at {site:site}, unless it is licensed to "
    "provide emergency care: a balance bill is possible. State law may say more.",
    "emergency_not_protected": "{market:market} is outside the federal protection for emergencies.",
    "diagnostic": "The scan is diagnostic: it is done because of a symptom, a finding or a follow-up.",
    "guideline_none": "The plan has no preventive rule that this scan could meet.",
    "settled_as_diagnostic": "It does not count as preventive, so it is settled as a diagnostic scan.",
    "guideline_rule": "The rule: {says:text} Source: {source}, as of {as_of:day}.",
    "guideline_rule_unverified": "The rule: {says:text} Source: {source}, as of {as_of:day}; it was "
    "not verified, so confirm it with the plan.",
    "guideline_caution": "{says:text}",
    "guideline_caution_unverified": "{says:text} Not verified: check it before you rely on it.",
    "state_law": "The law of {state:text} ({source}): {says:text}. "
    "This estimate does not count on it: ask the plan whether this law makes it no charge.",
    "state_law_unverified": "The law of {state:text} ({source}): {says:text}. It was not verified. "
    "This estimate does not count on it: ask the plan whether this law makes it no charge.",
    "state_law_if_insured": "Where the plan is insured (not paid by the employer itself), the law of {state:text} ({source}) holds: {says:text}. "
    "This estimate does not count on it: ask the plan whether this law makes it no charge.",
    "state_law_if_insured_unverified": "Where the plan is insured (not paid by the employer itself), the law of {state:text} ({source}) holds: {says:text}. It was not verified. "
    "This estimate does not count on it: ask the plan whether this law makes it no charge.",
    "grandfathered_preventive": "The plan is grandfathered: the federal preventive rules do not bind "
    "it, and its own terms apply.",
    "hdhp_preventive": "In a high-deductible plan with an HSA, preventive care may be paid before "
    "the deductible without losing the HSA.",
    "condition_met": "Preventive care ({guideline:guideline}): {condition:condition} is met.",
    "condition_not_met": "Preventive care ({guideline:guideline}): {condition:condition} is not met.",
    "condition_unknown": "Preventive care ({guideline:guideline}): {condition:condition} is not known.",
    "benefit": "The plan's terms for it {tier:tier}: {phrase:phrase}.",
    "benefit_unknown": "The plan's terms for it {tier:tier} are not known.",
    "not_covered": "The plan does not cover it.",
    "not_covered_outside": "The plan does not cover it out of network; in network it does.",
    "necessity_not_met": "The plan finds it not medically necessary.",
    "necessity_owed": "What that leaves to pay is owed by {owed:owed}.",
    "authorization_not_stated": "The policy does not say whether an authorization is needed.",
    "authorization_not_required": "No authorization is needed.",
    "authorization_approved": "The plan approved it beforehand. An approval is not a promise of "
    "payment.",
    "authorization_unknown": "The plan must approve it first. If that is missing: {consequence:consequence}.",
    "authorization_pending": "The plan has not decided the authorization yet. If it is missing: "
    "{consequence:consequence}.",
    "authorization_missing": "The authorization is missing. The policy's consequence: {consequence:consequence}.",
    "authorization_denied": "The plan denied the authorization.",
    "authorization_lapsed": "The approval expires before the date of service, so it counts as "
    "missing.",
    "authorization_other_service": "The approval is for another scan, so it counts as missing.",
    "allowed_above_billed": "The allowed amount was above the bill; nobody owes more than the bill "
    "({billed:money}).",
    "row_balances": "Orders of the same family settled before it: {rows}. By then the member "
    "had met {deductible:money} of the deductible and {out_of_pocket:money} of the out-of-pocket "
    "maximum.",
    "code_unverified": "The code number {code} comes from general knowledge; verify it with the "
    "provider.",
    "service_matched": 'Read "{typed}" as {service:mid}.',
    "met_above_limit": "You say {met:money} of the {name:balance} is met, but the whole of it is "
    "{limit:money}. One of the two is wrong; look at the plan's site.",
    "card_maximum_below": "You gave a deductible of {deductible:money} and an out-of-pocket maximum of "
    "{most:money}. The maximum includes the deductible, so one of the two is wrong.",
    "card_plan": "The plan is as you described it. It was taken to be {market:market}; say "
    "--market if it is another kind, because legal protections differ.",
    "card_deductible_unknown": "You do not know the deductible, so all of the price may fall under "
    "it, up to the out-of-pocket maximum if there is one.",
    "card_deductible_left": "You do not know the deductible. What is left of it is enough here.",
    "card_no_maximum": "You do not know the out-of-pocket maximum, and the law sets none for this "
    "kind of plan, so none was taken.",
    "card_maximum_unknown": "You do not know the out-of-pocket maximum. The federal limit of {year} "
    "for one person was taken: {most:money}.",
    "card_benefit_if_not_preventive": "You do not know what the plan says about imaging. It does not "
    "matter as long as the scan counts as preventive. The summary of benefits says it, in the row "
    "“Imaging”.",
    "card_benefit_not_asked": "You do not know what the plan says about imaging. It does not matter for a "
    "scan that the plan denies.",
    "card_benefit_unknown": "You do not know what the plan says about imaging, so the range runs "
    "from nothing to the whole price. The summary of benefits says it, in the row “Imaging”.",
}
