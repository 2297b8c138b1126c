"""The answer of `scancost authorization`."""

SENTENCES = {
    "subject": "Authorization: {service:service} · {day:day}",
    "yes": "Yes: the plan must approve this scan before it is done.",
    "yes_approved": "The plan has approved this scan. Check what the approval names.",
    "yes_pending": "The plan must approve this scan, and has not decided yet.",
    "yes_missing": "The plan must approve this scan, and the authorization is missing.",
    "yes_denied": "The plan was asked and said no. You may appeal before the scan.",
    "no": "No authorization is needed for this scan.",
    "not_stated": "The policy does not say whether this scan needs an authorization. Ask the plan.",
    "not_covered": "The plan does not cover this scan, so an authorization does not help.",
    "by_tier": "It depends on the provider's network:",
    "section_tiers": "By network",
    "heading_tier": "network",
    "heading_needed": "needed",
    "heading_missing": "if it is missing",
    "needed_yes": "yes",
    "needed_no": "no",
    "needed_not_stated": "the policy does not say",
    "needed_not_covered": "not covered",
    "section_clock": "By when to ask",
    "section_names": "What the approval must name",
    "name_scan": "The scan: {service:service}.",
    "name_code": "The code: {codes}. Check that the order, the approval and the bill have the same "
    "one.",
    "name_codes": "The code: one of {codes}. Ask the ordering doctor which one, and check that the "
    "order, the approval and the bill have the same one.",
    "name_site": "The place: {site:site}. An approval for one place may not count at another.",
    "name_site_open": "The place where the scan will be done. An approval for one place may not "
    "count at another.",
    "name_expires": "It is good through {expires:day}; the scan is on {day:day}.",
    "name_expired": "It ends on {expires:day}, before the scan on {day:day}. Ask for a new one.",
    "name_valid": "A last day on or after {day:day}, the day of the scan.",
    "name_number": "Its number is {number}.",
    "name_number_open": "A number. Write it down with the name of the person who gave it.",
    "section_missing": "If it is missing",
    "consequence": "The policy says: {consequence:consequence}.",
    "not_without": "The provider will most likely not do the scan without it.",
    "with_it": "You pay with the authorization",
    "without_it": "You pay without it",
    "at_stake": "What the plan pays only with it",
    "open_deductible": "They depend on your deductible: the least is with all of it met this year, the "
    "most with nothing of it met. Give --deductible-met.",
    "open_out_of_pocket": "You pay less if you have nearly reached your out-of-pocket maximum this year. "
    "Give --out-of-pocket-met.",
    "open_billed": "Out of network the provider may charge more than the plan allows. Ask for the whole "
    "charge and give it with --billed.",
    "price_open": "Give the price (--allowed) to see the dollars.",
    "who_asks": "The ordering doctor's office most often asks for it. Ask them whether they did.",
    "emergency": "In an emergency no authorization is needed, whatever the plan says.",
    "emergency_open": "An emergency is settled here as if no authorization were needed, but no "
    "federal law promises that for {market:market}. Ask the plan, and do not delay emergency care.",
    "section_policy": "The policy's words",
    "section_source": "The rule",
    "not_a_promise": "An approval is not a promise of payment. Not legal advice.",
}
