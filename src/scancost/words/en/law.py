"""Sources, deadlines and clocks."""

SENTENCES = {
    "source": "Source: {source}.",
    "verify": "Not verified: check it before you rely on it.",
    "left": "{days} days left",
    "left_one": "1 day left",
    "left_today": "today",
    "ago": "{days} days ago",
    "ago_one": "yesterday",
    "deadline": "{day:day} ({left})",
    "scan_passed": "The scan date has passed; ask whether the plan still accepts a request.",
    "decides_days": "The plan must decide within {days} days after it gets the request.",
    "decides_hours": "The plan must decide an urgent request within {hours} hours after it gets it.",
    "ask_by": "Ask by {day:day} at the latest ({left}); then the answer is due by the day of the "
    "scan.",
    "ask_today": "The last day to ask for an answer in time was {day:day}. Ask today, ask the "
    "doctor whether it is urgent, or move the scan.",
    "extended": "The plan may take {days} days more if it says why. To be safe from that, ask by "
    "{day:day}.",
    "extended_late": "The plan may take {days} days more if it says why.",
}
