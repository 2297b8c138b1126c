"""Why not zero, and what would make it cheaper."""

SENTENCES = {
    "section_why": "Why is it not $0?",
    "section_cheaper": "What would make it cheaper?",
    "why_deductible": "Your deductible is not met yet: {amount:money} of this goes to it.",
    "why_copay": "The plan asks for a copay: {amount:money} of this.",
    "why_coinsurance": "You share the rest with the plan: your part is {amount:money}.",
    "why_penalty": "The authorization is missing: that costs you {amount:money}.",
    "why_balance_bill": "The provider is out of network and may bill {amount:money} above what the "
    "plan allows.",
    "why_not_covered": "The plan does not pay for it: {amount:money} is yours.",
    "why_maximum": "Your out-of-pocket maximum is not reached yet. Once it is, you would pay "
    "{amount:money}.",
    "why_diagnostic": "It is not routine screening. As preventive care you would pay {amount:money}.",
    "cheaper_network": "With a provider {tier:tier} you would pay {amount:money}: {saved:money} less.",
    "cheaper_site": "At {site:site} you would pay {amount:money}: {saved:money} less.",
    "cheaper_deductible": "After your deductible is met you would pay {amount:money}: {saved:money} "
    "less.",
    "cheaper_authorization": "With the authorization you would pay {amount:money}: {saved:money} less.",
    "cheaper_preventive": "As preventive care, if you qualify, you would pay {amount:money}: "
    "{saved:money} less. Ask the doctor if it is one.",
    "cheaper_next_year": "At the start of the next plan year you would pay {amount:money}: "
    "{saved:money} less. Do not put off care you need.",
    "same_price": "All at the same price. Another place or network may have another price too: ask.",
}
