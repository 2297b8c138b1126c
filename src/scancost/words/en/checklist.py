"""The checklist before a scan, and the telephone script."""

SENTENCES = {
    "title": "Before your scan: {service:service}",
    "plan": "Plan: {title}. Scan on {day:day}, {tier:tier}.",
    "plan_open": "Plan: {title}. Scan on {day:day}. The network is still open; this page takes it "
    "to be {tier:tier}.",
    "plan_described": "The plan is as you described it, and was taken to be {market:market}: the "
    "deadlines and your rights depend on that.",
    "title_open": "[[the plan's name]]",
    "provider": "Ask the imaging center or hospital",
    "insurer": "Ask the insurer",
    "authorization": "The authorization",
    "rights": "Your rights",
    "cautions": "Preventive or diagnostic",
    "script": "What to say on the phone",
    "calls": "Notes of your calls",
    "call_insurer": "Insurer: [[date and time]], spoke with [[name]], call number [[reference]]",
    "call_provider": "Center or hospital: [[date and time]], spoke with [[name]]",
    "call_doctor": "Ordering doctor: [[date and time]], spoke with [[name]]",
    "not_advice": "An estimate and a list of questions, not a decision on a claim. Not legal "
    "advice.",
    # the provider
    "p_network": "Are you in network for {title} on {day:day}? Say the plan's exact name, not only "
    "the insurer's.",
    "p_reader": "Which doctors read the scan, and are they in network too?",
    "p_site": "On the bill, is this {site:site}? The price was worked out for that.",
    "p_site_open": "On the bill, is this a hospital department, or a center of its own? A hospital "
    "often costs far more.",
    "p_code": "Which code will be billed? It should be {codes}.",
    "p_codes": "Which code will be billed? It is most often one of {codes}.",
    "p_reason": "Will it be billed as {purpose:purpose}? Ask that the order says so too.",
    "p_price": "What is the price with my plan? This estimate used {allowed:money}.",
    "p_price_open": "What is the price with my plan (the allowed amount)? Without it the dollars "
    "are open: [[price]]",
    "p_fees": "Will there be anything else on the bill: a facility fee, contrast, a second bill for "
    "the reading?",
    "p_cash": "What is the price if I pay myself? [[cash price]]",
    "p_authorization": "Who asks for the authorization, and has it been asked for?",
    # the insurer
    "i_force": "Is my policy in force on {day:day}? (Plan year {from_day:day} through "
    "{through:day}.)",
    "i_force_open": "Is my policy in force on {day:day}, and when does its plan year begin and end? "
    "[[first and last day]]",
    "i_benefit": "Is this the benefit for {service:one}, {tier:tier}: {phrase:phrase}?",
    "i_benefit_open": "What does my plan say about {service:one}, {tier:tier}: a copay or a "
    "percentage, and does the deductible come first? [[the plan's terms]]",
    "i_benefit_words": "Is this the benefit for {service:one}, {tier:tier}: {phrase:phrase}? The plan "
    "says: “{words}”",
    "i_deductible": "How much of my deductible is left? This estimate used {left:money}.",
    "i_deductible_open": "How much of my deductible is left? [[amount]]",
    "i_maximum": "How much is left until my out-of-pocket maximum? This estimate used "
    "{left:money}.",
    "i_maximum_open": "How much is left until my out-of-pocket maximum? [[amount]]",
    "i_authorization_yes": "Does this scan need an authorization? By the policy, yes.",
    "i_authorization_no": "Does this scan need an authorization? By the policy, no.",
    "i_authorization_not_stated": "Does this scan need an authorization? The policy does not say.",
    "i_authorization_not_covered": "Is this scan really not covered? That is how the policy reads.",
    "i_number": "What is the authorization's number, which code and place does it cover, and when "
    "does it end? [[number, code, place, last day]]",
    "i_number_given": "Does authorization {number} cover this code at this place on {day:day}?",
    "i_reading": "Does the reading by the radiologist cost me a share of its own?",
    "i_preventive": "Will it be paid as preventive? What the rule still asks: "
    "{conditions:condition}.",
    "i_risk": "Does my record show the risk condition: {risk}?",
    "i_preventive_met": "Will it be paid as preventive? By the rule it qualifies.",
    "i_preventive_not_met": "It does not qualify as preventive by what was given "
    "({conditions:condition}). Is that right?",
    "i_preventive_from": "By the rule it would count as preventive from {from_day:day} on, if nothing "
    "else changes. Ask the plan to confirm that day.",
    "i_reference": "What is the reference number of this call? [[number]]",
    "of_bill": "Bill {numbers}: {text}",
    # rights
    "r_emergency": "In an emergency you owe only the in-network share, wherever you are treated. "
    "No authorization is needed and no balance bill is allowed.",
    "r_emergency_short_term": "A short-term plan is outside the federal rules on surprise bills, "
    "also in an emergency.",
    "r_protected": "This scan is protected: you owe only the in-network share, and nobody may "
    "send you a balance bill.",
    "r_facility": "At {sites:site} in your network, a doctor who reads the scan may not send you a "
    "balance bill, even if that doctor is out of network.",
    "r_by_policy": "At {sites:site} in your network, your policy says that a doctor out of network who "
    "reads the scan may not send you a balance bill. Federal law does not say so there: ask the plan "
    "to confirm it.",
    "r_not_protected": "At {sites:site}, federal law does not stop a balance bill from someone out "
    "of network. Check both the place and the reader. State law may say more.",
    "r_urgent_care": "An urgent care center that is licensed to provide emergency care is another "
    "matter: ask the center whether it is.",
    "r_outside": "You chose a provider out of network, so a balance bill is possible.",
    "r_consent": "Nobody may ask you to sign away your protection for imaging. If you signed, it "
    "still holds.",
    "r_medicare": "Original Medicare: a provider that accepts assignment may not add to Medicare's "
    "price. One that does not may add only a limited amount. For CT, MRI, PET and nuclear scans, a "
    "center that is not accredited may not bill you at all.",
    "r_medicare_advantage": "Medicare Advantage: nobody may send you a balance bill for covered "
    "care.",
    "r_medicaid": "Medicaid: a provider that takes it may bill you no more than Medicaid's own "
    "small copay. Verify with your state.",
    "r_short_term": "A short-term plan is outside the federal rules on surprise bills and free "
    "screenings.",
    "r_self_pay": "If you pay yourself, you have a right to a good-faith estimate in writing: "
    "within {workdays} workdays when you ask. When the scan is scheduled {far} or more workdays "
    "ahead it is due within {far_within} workdays, {near} to {near_most} ahead within {near_within}; "
    "less than {near} ahead none is owed. If one provider's bill is {amount:money} or more above it, "
    "you can dispute it within {days} days of the first bill, for a fee of {fee:money} ({phone}).",
    # preventive or diagnostic
    "c_rule": "The rule: {rule} {source} As of {as_of:day}.",
    # script
    "s_hello": "“Hello, my name is [[name]]. I am a member of {title}; my member number is "
    "[[number]]. I have a scan on {day:day} and want to check a few things.”",
    "s_scan": "“It is {service:one}, ordered by [[doctor]], code [[code on the order]], at "
    "[[name and address of the place]].”",
    "s_benefit": "“Is that place in my network on that day? What is my share there, and how much of "
    "my deductible and my out-of-pocket maximum is left?”",
    "s_authorization": "“Does this code at this place need an authorization? If so, is there one, "
    "what is its number, and until when is it good?”",
    "s_authorization_by": "“The plan has to have the request by {day:day}. Has it come?”",
    "s_preventive": "“Will this be paid as preventive care, and if not, what would I pay?”",
    "s_reader": "“Which group reads the scans there, and is it in my network?”",
    "s_close": "“Please give me your name and the reference number of this call. Thank you.”",
}
