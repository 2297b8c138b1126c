"""The draft letter of appeal; [[...]] marks what only the patient knows."""

SENTENCES = {
    "name": "letter-of-appeal",
    "title": "Letter of appeal",
    "from_name": "[[your full name]]",
    "from_address": "[[your address]]",
    "from_phone": "[[your phone number]]",
    "to": "{to}",
    "to_open": "[[the appeals address on the denial letter]]",
    "re_member": "Member number: [[your member number]]",
    "re_claim": "Claim or reference number: [[number on the notice]]",
    "re_authorization": "Authorization number: {number}",
    "re_plan": "Plan: {title}",
    "re_plan_open": "Plan: [[name of your plan]]",
    "re_scan": "Scan: {service:service}, code {codes}",
    "re_scan_code_open": "Scan: {service:service}, code [[code on the order]]",
    "re_scan_open": "Scan: [[the scan and its code]]",
    "re_day": "Date of the scan: {day:day}",
    "re_day_open": "Date of the scan: [[date]]",
    "re_notice": "Date of your notice: {day:day}",
    "re_notice_open": "Date of your notice: [[date]]",
    "re_code": "Reason given: {code} ({label})",
    "re": "Re: Appeal of a denial",
    "re_urgent": "Re: URGENT (expedited) appeal of a denial",
    "hello": "To the appeals department:",
    "opening_pre_service": "I appeal your decision not to approve this scan. Please look at it "
    "again and approve it.",
    "opening_post_service": "I appeal your decision on the claim for this scan. Please look at it "
    "again and pay it by the terms of my plan.",
    "urgent": "This appeal is urgent. Waiting for the usual time would put my health at risk: "
    "[[what your doctor says about the risk]]. Please decide within {hours} hours.",
    "why": "Why the decision should change",
    "why_authorization": "Your notice says that an authorization was missing or did not fit. "
    "[[Choose what is true: An authorization was given on this date with this number. / It was asked "
    "for on this date. / It could not be asked for because ...]] The scan was ordered by "
    "[[doctor]] because [[the symptom or finding]].",
    "why_authorization_denied": "You were asked for an authorization and said no. The scan is "
    "needed because [[the symptom or finding]]. Before it, [[the treatment or scans tried]] did "
    "not settle the question. A letter from [[doctor]] is enclosed.",
    "why_medical_judgment": "Your reviewer did not think that the scan is needed. My doctor does: "
    "[[doctor]] ordered it because [[the symptom or finding]]. Before it, [[the treatment or scans "
    "tried]] did not settle the question. What it shows will decide [[the next step in your "
    "care]]. A letter from my doctor and the guideline that supports the scan are enclosed.",
    "why_not_covered": "Your notice says that the scan is not covered. [[Say where the plan says "
    "otherwise, or why the exclusion does not fit this scan.]]",
    "why_preventive": "This scan was a screening. On that day I was [[age]], my last one was on "
    "[[date]], and [[the risk condition, if the rule has one]]. By the preventive-care rules it has "
    "no cost share.",
    "why_network": "Your notice says that the provider is not in the network. [[Choose what is "
    "true: Your directory listed the provider on this date. / No one in the network could do the "
    "scan within ... days. / It was an emergency. / The hospital is in the network, and I did not "
    "choose who read the scan.]]",
    "why_claim_error": "Your notice points to an error in the claim. The right facts are: [[what "
    "the order and the records say]]. I have asked the provider to correct the claim as well.",
    "why_papers": "Your notice says that papers are missing. They are enclosed: [[list]].",
    "why_enrollment": "Your notice says that I was not covered. I was: [[dates of coverage and the "
    "proof]].",
    "why_other_payer": "Your notice says that another insurer pays first. The facts are: [[which "
    "insurer pays first and why]].",
    "why_limit": "Your notice says that a limit is reached. By my count it is not, or an exception "
    "is due: [[count and reason]].",
    "why_other": "The decision is wrong because [[say why in a few plain sentences]].",
    "quote": "My plan says: “{words}” {page}",
    "quote_open": "My plan says: [[quote the page of the plan document that covers this scan]]",
    "policy_needs_none": "By the plan's own terms no authorization is needed for this scan.",
    "policy_silent": "I found nothing in the plan's terms that asks for an authorization of this "
    "scan. Please show me the page if there is one.",
    "policy_says_provider": "By the plan's own terms the provider has to bear a missing authorization, "
    "not the member.",
    "contract_says_provider": "[[Keep this if it is true:]] I signed no form before the scan to "
    "pay for it myself. A provider in the network has to bear such a denial.",
    "policy_covers": "By the plan's own terms this scan is covered.",
    "emergency": "The scan was emergency care, for which no authorization is needed.",
    "protected": "The facility is in the network. Federal law therefore gives me the in-network "
    "share and forbids a balance bill.",
    "protected_by_policy": "The place is in the network, and the policy gives me the in-network share "
    "there and no balance bill, also from a provider out of network.",
    "ask": "What I ask for",
    "ask_reverse": "Please reverse the decision.",
    "ask_amounts": "By the plan's terms as I read them the plan would pay {plan_pays:money} and my "
    "share would be {patient_pays:money}.",
    "ask_reviewer": "Please have the case read by a doctor of the same specialty who took no part "
    "in the first decision, and call my doctor before you decide.",
    "ask_file": "Please send me, free of charge, my claim file, the criteria you used and the name "
    "of the reviewer.",
    "ask_external": "If you do not change the decision, please tell me in writing how to ask for "
    "an external review.",
    "ask_writing": "Please answer in writing.",
    "enclosed": "Enclosed",
    "bye": "Sincerely,",
    "sign": "[[your signature and the date]]",
}
