"""The answer of `scancost appeal`."""

SENTENCES = {
    "subject": "Denial {code}: {label}",
    "context_policy": "{title}, {stage}",
    "context_market": "{market:market}, {stage}",
    "stage_pre_service": "before the scan",
    "stage_post_service": "after the scan",
    "owes_provider": "The provider owes this, not you. It must not be billed to you.",
    "owes_patient": "This may be billed to you, unless the denial is turned around.",
    "owes_depends": "Who owes this is not clear yet: look for two letters before the number. CO "
    "means the provider, PR means you.",
    "owes_provider_todo": "If a bill for it comes all the same, send the provider a copy of the "
    "notice and ask to have it taken off.",
    "section_meaning": "What it means",
    "section_stake": "What is at stake",
    "pays_denied": "You pay as denied",
    "pays_overturned": "You pay if the denial is turned around",
    "plan_overturned": "The plan pays then",
    "at_stake": "At stake: what the plan would pay more",
    "stake_open": "Give the policy, the scan, the network and the prices (--policy, --service, "
    "--network, --allowed, --billed) to see the dollars.",
    "stake_price_open": "Give the price (--allowed, and --billed) to see the dollars.",
    "stake_group_open": "What you pay as denied depends on the two letters before the number.",
    "open_deductible": "These amounts assume that nothing of your deductible is met yet this year. "
    "Give --deductible-met.",
    "policy_needs_none": "By the policy no authorization was needed here. Say so in the appeal: it "
    "is the strongest point.",
    "policy_silent": "The policy does not say that an authorization was needed. Ask the plan to "
    "show you where it does.",
    "policy_says_provider": "By the policy the provider has to bear this, but the notice puts it on "
    "you (PR). Point that out to both.",
    "contract_says_provider": "In network the provider most often has to bear such a denial, unless "
    "you signed a form beforehand to pay. Ask the plan why the notice puts it on you (PR).",
    "not_yours": "As it stands you owe less than if it were turned around, so the appeal is mostly "
    "the provider's to make. Appeal yourself if you still need the scan, or if you are billed.",
    "policy_says_patient": "By the policy this might be yours, but the notice puts it on the "
    "provider (CO). The notice decides what may be billed.",
    "policy_agrees": "The policy as read does not cover this scan either. An appeal needs a reason "
    "beyond the plan's words.",
    "policy_covers": "By the policy as read this scan is covered. Quote that page in the appeal.",
    "section_helps": "What usually helps",
    "section_levels": "Where you can appeal, and until when",
    "heading_level": "level",
    "heading_file_by": "file by",
    "heading_decision": "decision",
    "decision_days": "{days} days after you file",
    "decision_hours": "{hours} hours after you file",
    "decision_by": "; by {day:day} at the latest",
    "in_days": "{days} days",
    "in_months": "{months} months",
    "file_receipt": "{count} after you get the notice",
    "file_notice": "{count} after the date on the notice",
    "file_final_denial": "{count} after the plan's final denial",
    "file_final_denial_reconsideration": "{count} after the decision on the redetermination",
    "file_later_decision": "{count} after the decision before it",
    "file_forwarded": "the plan must send it on",
    "file_by_plan": "the plan document says",
    "short_external": "External review",
    "of_level": "{levels}: {note}",
    "dates_open": "The clock is running. Give the date on the notice (--notice-date) and the day it "
    "came (--received-date) to see the last day.",
    "least": "{level}: at least {amount:money} must be in dispute for a request filed in {year}.",
    "least_open": "{level}: a least amount must be in dispute, but the {year} amount is not in the "
    "tables yet. The decision before it says how much.",
    "passed": "{levels}: the deadline has passed. Ask at once whether a late appeal is accepted for "
    "good cause.",
    "section_notes": "Mind",
    "section_papers": "What to gather",
    "section_sources": "The rules",
    "letter_hint": "--letter drafts the letter; --ics FILE writes the deadlines to a calendar.",
    "not_advice": "Help with the steps, not legal advice. If the denial letter names another "
    "day, keep to the earlier one.",
    "letter_note": "A draft: fill in every [blank] and read it whole before you send it. Not legal "
    "advice.",
    "ics_written": "Wrote {count} deadlines to {file}.",
    "event": "Appeal deadline: {level}",
    "event_text": "Denial {code}. File by this day. {source}",
}
