"""The guided questions of `scancost estimate`: plain words, one thing at a time."""

SENTENCES = {
    "welcome": "Let us find out what your scan may cost. I ask one thing at a time.",
    "how": "If you do not know, press Enter (or type ?). That is always fine: the answer is then a "
    "range. Type < to go back one question. Ctrl-C stops.",
    "prompt": "> ",
    "unsure": "I don't know",
    "number": "{number}. {label}",
    "left": "Stopped. Nothing was kept.",
    # how to answer
    "write_choice": "Write a number from 1 to {most}, or press Enter if you do not know.",
    "write_rate": "Write a percentage like 20, or press Enter if you do not know.",
    "write_money": "Write an amount like 1250 or 1,250.50, or press Enter if you do not know.",
    "write_limit": "Write an amount like 1500, the word none, or press Enter if you do not know.",
    "write_day": "Write a date as year-month-day, like 2026-06-01, or press Enter if you do not know.",
    "write_last": "Write a date like 2025-03-15, the word never, or press Enter if you do not know.",
    "write_share": "Write it like one of these: 20% coinsurance after deductible; $50 copay, "
    "deductible waived; no charge.",
    "wrong": "That did not work: {problem}",
    # when
    "ask_service_date": "When is the scan? (year-month-day, like 2026-06-01)",
    "help_service_date": "Limits start anew each year, so the day matters.",
    "note_today_taken": "Then I take today, {day:day}.",
    # the plan
    "ask_plan": "Which plan do you have? Type a part of its name.",
    "help_plan": "Its name stands on your insurance card. If it is not in my list, press Enter and I "
    "ask what the card says.",
    "note_plan_not_found": "No plan on {day:day} has these words. Try one word of its name, or press "
    "Enter.",
    "note_plan_many": "{number} plans fit; here are {shown}. Type more words next time to narrow it.",
    "ask_plan_which": "Which of these is it?",
    "plan_which.not_there": "It is not there",
    "note_card": "Then let us take what your card and your summary of benefits say.",
    "ask_deductible": "What is the deductible for one person, in network?",
    "help_deductible": "It is what you pay yourself each year before the plan shares the cost. It "
    "stands on the card or on the first page of the summary. Type none if there is none.",
    "ask_out_of_pocket_max": "What is the out-of-pocket maximum for one person, in network?",
    "help_out_of_pocket_max": "It is the most you pay in a year for covered care. It stands beside "
    "the deductible.",
    "ask_benefit": "What does the plan say you pay for a scan like this?",
    "help_benefit": "In the summary of benefits, look for “Imaging (CT/PET scans, MRIs)” or "
    "“Diagnostic test (x-ray)”.",
    "benefit.copay": "A fixed amount each time (a copay)",
    "benefit.coinsurance": "A percentage of the price (coinsurance)",
    "benefit.no_charge": "Nothing (no charge)",
    "benefit.words": "Something else: I will type its words",
    "ask_benefit_copay": "How much is the copay?",
    "ask_benefit_coinsurance": "What percentage do you pay?",
    "ask_benefit_words": "Type the words of the plan.",
    "help_benefit_words": "Like: $100 copay after deductible, then 20% coinsurance after deductible.",
    "ask_applies": "How does the deductible go with it?",
    "help_applies": "Look for “after deductible” or “deductible does not apply” beside it. A note at "
    "the top of the table may say that all amounts are after the deductible.",
    "applies.after": "After the deductible: I pay the price until the deductible is met, then this",
    "applies.waived": "The deductible does not apply: I pay only this from the first day",
    "applies.before": "This first, and the rest of the price falls under the deductible",
    "note_applies_unknown": "Then the answer runs over both ways.",
    "ask_market": "What kind of plan is it?",
    "help_market": "Your rights differ a little between them.",
    "ask_coverage": "Does your plan cover only you, or your family, too?",
    "coverage.self_only": "Only me",
    "coverage.family": "Me and others of my family",
    # the scan
    "ask_service": "Which scan is it? Use everyday words, like “knee MRI” or “mammogram”.",
    "help_service": "The referral from your doctor names it. A code like 73721 works, too.",
    "ask_service_which": "Which of these is it?",
    "service_which.none": "None of these",
    "note_service_again": "Try other words for “{typed}”, such as the part of the body and the kind of "
    "picture.",
    "note_service_taken": "Good: {service:service}.",
    "ask_modality": "Do you know at least what kind of picture it is?",
    # why
    "ask_why": "Why is the scan done?",
    "why.symptom": "A symptom, an injury or an illness",
    "why.follow_up": "To follow up something that was found before",
    "why.screening": "A routine check, with no symptom",
    "note_diagnostic": "So it counts as diagnostic: the usual share for a scan applies.",
    "note_preventive": "So it may count as preventive, which is often free. The plan's rule asks a few "
    "more things.",
    "note_purpose_unknown": "Ask the doctor's office which it is. I show what it costs if it counts as "
    "preventive, and if not.",
    "note_preventive_some": "So it may count as preventive, which is often free. Which scans that holds "
    "for is a rule of the plan.",
    "note_ask_if_screening": "Ask the doctor's office whether it is a routine check (a screening): some "
    "are free.",
    "note_may_be_screening": "I take it as diagnostic: the usual share applies. If it is a routine check, "
    "such as {services:service}, it may be free. Ask the doctor's office.",
    "note_no_preventive_terms": "What I have of this plan does not say what routine checks cost, so I take "
    "the usual share.",
    "note_no_rule_not_covered": "No preventive rule of this plan names this scan, and the plan covers no "
    "other routine checks.",
    "ask_screening_which": "Which routine check is it?",
    "screening_which.other": "Another one",
    "note_no_rule": "No preventive rule of this plan names this scan, so the usual share applies.",
    "ask_follows": "Does it complete a screening mammogram, or follow up its finding? (For a "
    "colonoscopy: does it follow a positive stool test?)",
    "follows.yes": "Yes",
    "follows.no": "No",
    "ask_birth_date": "When were you born? (year-month-day)",
    "help_birth_date": "The rule has an age. This stays on your computer. It will stand in the command "
    "at the end.",
    "ask_sex": "What sex is on your insurance record?",
    "sex.female": "Female",
    "sex.male": "Male",
    "ask_last": "When was the last screening of this kind? (a date, or never)",
    "ask_risk": "Does this fit you: {risks}?",
    "risk.met": "Yes",
    "risk.not_met": "No",
    # where
    "ask_site": "Where is the scan done?",
    "help_site": "A place with a hospital's name often bills as a hospital. Ask: “Do you bill as a "
    "hospital outpatient department?”",
    "note_emergency": "If this is an emergency now, do not wait because of the cost: call 911 or go to "
    "the nearest emergency room.",
    "ask_facility": "Is the place (the facility) in your plan's network?",
    "help_facility": "Look it up on your plan's site or call the number on your card. Ask the plan “Is "
    "it in network for my plan?”, not the place “Do you take my insurance?”",
    "ask_reader": "And the doctor who reads the pictures (the radiologist)?",
    "help_reader": "It may be another company with a bill of its own. Ask the place who reads the "
    "scans, then ask the plan about them.",
    "note_network_unknown": "Then I show each side of the network.",
    "note_network_of_card": "Then the answer is for a place in your network. Out of "
    "network it can be more, without a limit.",
    "note_reader_unknown": "Then ask before the scan. At a hospital in your network the law protects "
    "you from the reader's balance bill; at an imaging center it mostly does not.",
    "note_two_bills": "Then there are two bills: one for the scan, one for the reading.",
    # money
    "ask_price": "Do you know the price with your plan (the allowed amount)?",
    "help_price": "Ask the place: “What is the allowed amount for this scan with my plan?” Or look for "
    "a cost tool on your plan's site. It is not the full charge.",
    "ask_price_scan": "Do you know the plan's price (the allowed amount) for the scan alone?",
    "ask_price_reading": "And the plan's price for the reading?",
    "ask_charge": "And the provider's full charge?",
    "help_charge": "Out of network you may be billed for what is above the plan's price.",
    "ask_charge_scan": "And the full charge for the scan?",
    "ask_charge_reading": "And the full charge for the reading?",
    "ask_deductible_met": "How much of your deductible ({tier:tier}) have you met this year?",
    "help_deductible_met": "Your plan's site or app shows it (often “plan balances” or “year to "
    "date”). So does your last explanation of benefits.",
    "ask_family_deductible_met": "And how much of the family's deductible?",
    "ask_out_of_pocket_met": "How much of your out-of-pocket maximum ({tier:tier}) have you met this "
    "year?",
    "help_out_of_pocket_met": "It stands beside the deductible. It is usually at least as much.",
    "ask_family_out_of_pocket_met": "And how much of the family's out-of-pocket maximum?",
    # approval
    "ask_approval": "Has the plan approved the scan (prior authorization)?",
    "help_approval": "The doctor's office asks for it. Call them, or the number on your card.",
    "approval.approved": "Yes, it is approved",
    "approval.pending": "It was asked for; there is no answer yet",
    "approval.denied": "The plan said no",
    "approval.unknown": "Nobody has asked yet",
    # the end
    "answer": "Your answer",
    "by_choice_service": "What you would pay depends on the kind of scan; see the table.",
    "by_choice_site": "What you would pay depends on the place; see the table.",
    "section_by_choice": "Side by side",
    "heading_service": "kind of scan",
    "heading_site": "place",
    "again": "To get this answer again:",
    "again_choice": "To get each of these answers again:",
    "ask_file": "Two bills need a file for your answers. What shall it be called? (Enter: {name})",
    "file_there": "There is already a {name}. Choose another name.",
    "file_kept": "Your answers are in {name}.",
    "no_answer_open": "To answer that I need to know more:",
    "other_bill": "The other bill ({part:component}, {tier:tier}) is not known: {reason}",
    "no_answer": "This plan does not say, so I cannot tell:",
}
