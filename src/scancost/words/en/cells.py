"""The headlines of an estimate in the few words of a table's cell, under the heading "you pay"."""

SENTENCES = {
    "pay": "{patient_pays:money}",
    "pay_between": "{low:money} to {high:money}",
    "pay_at_least": "at least {low:money}, plus whatever the provider charges above the "
    "{allowed:money} the plan allows",
    "pay_at_most": "at most {high:money}",
    "pay_nothing_any_price": "$0.00, whatever the price",
    "pay_unpriced": "{share}",
    "pay_unpriced_open": "{share}, plus whatever the provider charges above what the plan allows",
    "pay_unknown_terms": "from nothing to the whole price",
    "pay_unknown_terms_most": "from nothing to the whole price, at most {most:money}",
    "not_covered": "{patient_pays:money} (not covered)",
    "not_covered_unpriced": "the provider's whole price (not covered)",
    "not_covered_at_least": "the provider's whole charge, at least {low:money} (not covered)",
    "denied_at_least": "the provider's whole charge, at least {low:money} (denied)",
    "denied_provider": "$0.00 (denied; the provider may not bill you)",
    "denied_patient": "{patient_pays:money} (denied)",
    "denied_patient_unpriced": "the whole price (denied)",
    "denied_provider_unpriced": "$0.00 (denied; the provider may not bill you)",
    # where there is no amount
    "not_stated": "not stated: ask the plan",
    "unsaid": "not stated",
    "which_scan": "it depends on the exact scan",
    "which_place": "it depends on the place",
    "which_both": "it depends on the exact scan and the place",
    "no_amount": "not known",
    "no_price": "it depends on the prices",
    # several in one cell
    "other_bill": "{said}; {part:component} {tier:tier} is not known",
    "of_tier": "{tier:tier}: {said}",
    "between": "; ",
}
