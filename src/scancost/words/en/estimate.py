"""The answer of `scancost estimate`."""

SENTENCES = {
    "subject": "{service:service} · {tier:tier} · {day:day}",
    "subject_by_tier": "{service:service} · {day:day}",
    "card_title": "Your plan, as you described it",
    # headlines
    "pay": "For this bill you would pay {patient_pays:money}.",
    "pay_between": "For this bill you would pay between {low:money} and {high:money}.",
    "pay_at_least": "For this bill you would pay at least {low:money}, plus whatever the provider "
    "charges above the {allowed:money} the plan allows.",
    "pay_at_most": "For this bill you would pay at most {high:money}.",
    "pay_nothing_any_price": "For this bill you would pay $0.00, whatever the price.",
    "pay_unpriced": "What you would pay depends on the price: {share}.",
    "pay_unpriced_open": "What you would pay depends on the price: {share}, plus whatever the "
    "provider charges above what the plan allows.",
    "pay_unknown_terms": "What you would pay runs from nothing to the whole price.",
    "pay_unknown_terms_most": "What you would pay runs from nothing to the whole price, at most "
    "{most:money}.",
    "not_covered": "Not covered: you would pay {patient_pays:money} yourself.",
    "not_covered_unpriced": "Not covered: you would pay the provider's whole price yourself.",
    "not_covered_at_least": "Not covered: you would pay the provider's whole charge yourself, at "
    "least {low:money}.",
    "denied_at_least": "Denied: you would owe the provider's whole charge, at least {low:money}.",
    "denied_provider": "Denied, and the provider may not bill you: you would pay $0.00.",
    "denied_patient": "Denied: you would owe {patient_pays:money}.",
    "denied_patient_unpriced": "Denied: you would owe the whole price.",
    "denied_provider_unpriced": "Denied, and the provider may not bill you: you would pay $0.00.",
    "by_tier": "What you would pay depends on the provider's network; see the table.",
    # conditions
    "if_approved": "That is if the plan approves it first. Without the authorization you would pay "
    "{other:money}.",
    "if_approved_same": "The plan must approve it first; at this price that does not change what you "
    "pay.",
    "if_approved_provider": "That is if the plan approves it first. Without the authorization the "
    "provider bears the loss and may not bill you.",
    "if_approved_unpriced": "That is if the plan approves it first. Without: {consequence:consequence}.",
    "if_approved_between": "That is if the plan approves it first. Without the authorization you "
    "would pay between {low:money} and {high:money}.",
    "if_approved_least": "That is if the plan approves it first. Without the authorization you "
    "would pay at least {low:money}, plus whatever the provider charges above what the plan allows.",
    "if_preventive_open": "That is if it counts as preventive. If not, you would pay between $0.00 and "
    "{other:money}, by terms of your plan that are not known.",
    "if_diagnostic_open": "If it turns diagnostic, because of a symptom or a finding, the same bill "
    "would cost you between $0.00 and {other:money}, by terms of your plan that are not known.",
    "if_preventive": "That is if it counts as preventive. If not, you would pay {other:money}.",
    "if_preventive_between": "That is if it counts as preventive. If not, you would pay between "
    "{low:money} and {high:money}.",
    "if_preventive_unpriced": "That is if it counts as preventive. If not, what you would pay depends on "
    "the price: give it with --allowed to see both.",
    "if_preventive_least": "That is if it counts as preventive. If not, you would pay at least "
    "{low:money}, plus whatever the provider charges above what the plan allows.",
    "if_diagnostic": "If it turns diagnostic, because of a symptom or a finding, the same bill would "
    "cost you {other:money}.",
    "if_diagnostic_between": "If it turns diagnostic, because of a symptom or a finding, the same bill "
    "would cost you between {low:money} and {high:money}.",
    "if_diagnostic_least": "If it turns diagnostic, because of a symptom or a finding, the same bill "
    "would cost you at least {low:money}, plus whatever the provider charges above what the plan "
    "allows.",
    "if_had_authorization": "With the authorization you would pay {other:money}.",
    "if_had_authorization_same": "With the authorization you would pay the same at this price.",
    "if_had_authorization_between": "With the authorization you would pay between {low:money} and "
    "{high:money}.",
    "if_had_authorization_least": "With the authorization you would pay at least {low:money}, plus "
    "whatever the provider charges above what the plan allows.",
    "deductible_open": "It depends on your deductible: {low:money} if it is already met this year, "
    "{high:money} if nothing of it is. Your insurer's site shows it; give it with "
    "--deductible-met.",
    "deductible_unknown": "It depends on how much of your deductible is left, and that is not known: "
    "{low:money} if nothing is left, up to {high:money} if much is. Your insurer's site shows it; give "
    "it with --deductible-remaining.",
    "deductible_open_family": "It depends on how much of the {family:money} that your family has met of "
    "its deductible is your own: {low:money} if all of it is, {high:money} if none of it is. Your "
    "insurer's site shows it; give it with --deductible-met.",
    "maximum_open": "It is less, down to $0.00, if you have nearly reached your out-of-pocket "
    "maximum this year (give --out-of-pocket-met).",
    "maximum_open_some": "It is less if you have nearly reached your out-of-pocket maximum this "
    "year (give --out-of-pocket-met).",
    "billed_open": "The provider's full charge was not given, and out of network it decides the "
    "balance bill: ask for it (--billed).",
    "billed_open_whole": "The provider's full charge was not given, and it decides what you would pay: "
    "ask for it (--billed).",
    "price_open": "Ask the provider for the allowed amount with your plan (the negotiated price) "
    "for this scan, and give it with --allowed.",
    "scope_global": "It is for one bill. If the radiologist bills the reading apart, that is a "
    "second bill with a share of its own.",
    "scope_technical": "It is for the scan alone. The reading is a second bill.",
    "scope_professional": "It is for the reading alone. The scan is another bill.",
    "not_a_promise": "An estimate, not a decision on a claim: an approval is not a promise of "
    "payment. Not legal advice.",
    # also good to know
    "emergency_first": "If this is an emergency, do not wait because of the cost. Call 911 or go to "
    "the nearest emergency room: a hospital must treat the emergency even if you cannot pay.",
    "hospital_help": "A nonprofit hospital must have a program of financial help. Ask for it before "
    "you pay, even with insurance.",
    "other_insurance": "If you have other insurance, this is before what it pays.",
    # shares without a price
    "share_nothing": "you pay nothing",
    "share_copay": "at most the {copay:money} copay",
    "share_rate": "{part:money} of each $100",
    "share_rate_most": "{part:money} of each $100, at most {most:money}",
    "share_deductible": "the first {left:money} in full (your deductible)",
    "share_deductible_unknown": "up to {left:money} in full (what is left of your deductible)",
    "share_deductible_open": "all of it until your deductible is met (how much of it is left is not "
    "known)",
    "share_then": ", then ",
    "share_plus": "{first}, then {rest}",
    "share_most": "{share}, at most {most:money} in all",
    "share_all": "you pay all of it",
    # sections
    "section_worksheet": "How it adds up",
    "section_left": "Left of your limits after it",
    "section_first": "What has to happen first",
    "section_policy": "The policy's words",
    "section_why": "Why",
    "section_tiers": "By network",
    "page": "page {page}",
    "quote": "“{words}”",
    "no_words": "The policy file quotes no words for this; the terms were read as “{phrase:phrase}”.",
    "left_of_none": "none",
    "unanswered": "{tier:tier}: {problem}",
    "stake": "{amount:money} of the plan's payment depends on the authorization.",
    "tier": "network",
    "you_pay": "you pay",
    "plan_pays": "plan pays",
    "status": "status",
}
