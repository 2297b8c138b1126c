"""The worksheet told step by step, in short and plain sentences."""

SENTENCES = {
    "section": "Step by step",
    "section_tier": "Step by step, {tier:tier}",
    "says": "The policy says: “{words}”",
    "says_page": "The policy says: “{words}” (page {page})",
    # the price
    "allowed": "The plan's price for this scan is {allowed:money}.",
    "allowed_is_charge": "The plan's price for this scan is {allowed:money}, the same as the charge.",
    "allowed_below": "The full charge is {billed:money}, but the plan's price for this scan is "
    "{allowed:money}.",
    "no_price_open": "The price is not known yet. Nor is how much of your deductible is left.",
    "no_price": "The price is not known yet. The table shows how your part grows with it.",
    "free": "The plan takes no share from you for this.",
    "terms_unknown": "You do not know what the plan says of scans. So your part may be nothing, or all of it.",
    # copay first
    "copay": "You pay a copay of {copay:money}.",
    "copay_first": "You pay a copay of {copay:money} first.",
    "copay_whole": "Your copay is never more than the price, so you pay {copay:money}.",
    "copay_day": "The copay of {whole:money} is for the whole day. You were already charged "
    "{charged:money} in such copays that day, so you pay {copay:money} now.",
    "copay_day_paid": "The copay of {whole:money} is for the whole day. You were already charged "
    "{charged:money} in such copays that day, so you pay no copay now.",
    "copay_professional": "The copay was for the scan. You do not pay it again for the reading.",
    # deductible
    "deductible_waived": "The deductible does not count here.",
    "deductible_none": "Your plan has no deductible for this.",
    "deductible_met": "You have met your deductible, so you pay nothing toward it.",
    "deductible_part": "You still owe {left:money} of your deductible, so you pay that first.",
    "deductible_part_then": "Then you pay the {left:money} that you still owe of your deductible.",
    "deductible_all": "You still owe {left:money} of your deductible. The price is no more than that, "
    "so you pay all of it: {deductible:money}.",
    "deductible_rest_all": "You still owe {left:money} of your deductible. What is left of the price "
    "is no more than that, so you pay that, too: {deductible:money}.",
    "deductible_part_open": "We do not know how much of your deductible you have met. If you have met "
    "none of it, you pay {deductible:money} first.",
    # after it
    "copay_after": "Then you pay a copay of {copay:money}.",
    "coinsurance": "That leaves {base:money}. You pay {rate:percent} of it: {coinsurance:money}.",
    "coinsurance_whole": "You pay {rate:percent} of the price: {coinsurance:money}.",
    "coinsurance_most": "That leaves {base:money}. You would pay {rate:percent} of it, but no more "
    "than {coinsurance:money} for one scan.",
    "coinsurance_whole_most": "You would pay {rate:percent} of the price, but no more than "
    "{coinsurance:money} for one scan.",
    # the limit
    "share": "So your share is {cost_share:money}.",
    "share_none": "So your share is $0.00.",
    "cut": "That would come to {before:money}. But you can only pay {cost_share:money} more this year. "
    "Your share stops there.",
    "cut_none": "But you have paid the most you can this year. So your share is $0.00.",
    "not_cut": "The most you can still pay this year is {left:money}. You stay below it.",
    "not_cut_exactly": "That is just the most you can still pay this year.",
    "no_maximum": "No yearly limit stops your share here.",
    "maximum_open": "If you have paid a lot this year, your share may be less.",
    # on top
    "penalty": "The plan did not say yes first. For that you pay {penalty:money} more.",
    "balance_bill": "The provider has no deal with your plan. So they may bill you {balance:money} "
    "above the plan's price.",
    "balance_bill_open": "The provider has no deal with your plan. So they may bill you more than "
    "the plan's price.",
    "plan_pays": "The plan pays {plan:money}.",
    "writeoff": "The other {writeoff:money} of the charge is dropped. You do not owe it.",
    "total": "In all, you pay {pays:money}.",
    # no share at all
    "not_covered": "The plan does not pay for this. You pay the price: {pays:money}.",
    "denied_provider": "The plan says no, and the provider may not bill you. You pay $0.00.",
    "denied_patient": "The plan says no. You owe {pays:money}.",
    # the yes of the plan
    "assumed": "The plan must say yes before the scan. All of this holds if it does.",
    "approved": "The plan said yes to this scan.",
    "missing": "The plan had to say yes first, and it was not asked in time.",
    "denied": "The plan was asked first, and it said no.",
    "preventive": "The scan counts as a routine check. That is why its own rule holds.",
    "protected_by_policy": "Your policy protects you here. You pay as if the provider were in your "
    "plan's network.",
    "protected": "The law protects you here. You pay as if the provider were in your plan's network.",
}
