"""The page to take along, and the labels of plain lines."""

SENTENCES = {
    # plain lines
    "subject": "Scan",
    "about": "About",
    "plan": "Plan",
    "answer": "Answer",
    "note": "Note",
    "part": "Section",
    "row": "Row",
    "of": "{number} of {all}",
    # the page
    "title": "What this scan may cost you",
    "bar_alt": "{label}. {parts}.",
    "bar_part": "{label}: {cents:money}",
    "take_along": "Take this page to your appointment. Ask the questions below and write the answers "
    "down.",
    "section_ask": "Ask, and write the answer down",
    "ask_price": "What is the allowed amount (the plan's price) for this scan with my plan?",
    "ask_facility": "Is this place in network for my plan? Ask the plan, too.",
    "ask_reader": "Is the radiologist who reads the scan in network? Is that a second bill?",
    "ask_authorization": "Is the authorization approved for this scan and this place? Its number:",
    "ask_terms": "What does my plan say about this scan: a copay or a percentage, and does the deductible "
    "come first?",
    "ask_left": "How much of my deductible is left?",
    "ask_met": "How much of my deductible have I met this year?",
    "answer_line": "Answer",
    "made_by": "Made with scancost.",
    "written": "The page is in {path}. Open it with a browser; it needs no network.",
}
