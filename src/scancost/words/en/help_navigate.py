"""The help of the commands around an estimate."""

SENTENCES = {
    "explain": "Explain a term or a code in plain words: deductible, EOB, CARC 45, CO-197, POS 22.",
    "word": "The term or code; several words count as one term.",
    "all": "Print the whole glossary as Markdown.",
    "authorization": "Say whether a scan needs an authorization, by when to ask for it, what it "
    "must name, and what it costs if it is missing.",
    "checklist": "Print what to verify with the provider and the insurer before a scan, with the "
    "telephone script, as Markdown.",
    "appeal": "Say what a denial means, who owes, what is at stake, every level of appeal with its "
    "deadline, and what to gather; --letter drafts the letter.",
    "urgent": "Waiting would risk the patient's health (the fast track).",
    "today": "The day to count from, like 2026-06-01 (default: today).",
    "market": "Without a policy: employer, individual, marketplace, medicare, medicare_advantage, "
    "medicaid or short_term.",
    "code": 'The denial code on the notice (CO-197, PR-50, "CARC 242"), or words ("no '
    'authorization").',
    "notice_date": "The date on the denial notice.",
    "received_date": "The day the notice came.",
    "final_denial_date": "The day the denial came that ended the first appeal.",
    "stage": "pre_service (the scan is still to come) or post_service.",
    "letter": "Print the draft letter alone.",
    "format": "The letter's format: markdown or html.",
    "ics": "Write the deadlines as a calendar file.",
    "checklist_format": "The checklist's format: markdown or html.",
    "panel_denial": "The denial",
}
