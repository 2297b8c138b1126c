"""Cost-share phrases and what a missing authorization does, as people say them."""

SENTENCES = {
    "no_charge": "no charge",
    "no_charge_after": "no charge after deductible",
    "not_covered": "not covered",
    "not_stated": "not stated",
    "copay": "{amount} copay",
    "copay_per_day": "{amount} copay per day",
    "coinsurance": "{rate:percent} coinsurance",
    "coinsurance_most": "{rate:percent} coinsurance up to {most} per service",
    "deductible_waived": ", deductible waived",
    "before_deductible": " before deductible",
    "after_deductible": " after deductible",
    "then": ", then ",
    "missing_not_required": "nothing, none is required",
    "missing_not_stated": "the policy does not say",
    "missing_write_off": "the provider bears the loss and may not bill you",
    "missing_denied": "the plan pays nothing and you owe the price",
    "missing_penalty": "you pay a penalty of {amount}",
    "missing_penalty_on_plan_payment": "you also pay {rate:percent} of what the plan would pay",
    "missing_penalty_on_allowed": "you also pay {rate:percent} of the price the plan recognizes",
    "penalty_most": ", at most {most}",
}
