"""An order of several bills."""

SENTENCES = {
    "subject": "{count} bills · {day:day}",
    "pay": "For these {count} bills together you would pay {patient_pays:money}.",
    "pay_between": "For these {count} bills together you would pay between {low:money} and "
    "{high:money}.",
    "pay_at_least": "For these {count} bills together you would pay at least {low:money}.",
    "pay_unpriced": "What you would pay for these {count} bills depends on prices that are not "
    "known.",
    "in_turn": "They are settled one after the other: what the first uses of your deductible counts "
    "for the next.",
    "bill": "Bill {number}: {part}, {service:service}, {tier:tier}",
    "bill_protected": "Bill {number}: {part}, {service:service}, out of network, but treated as "
    "{tier:tier} because the law protects you",
    "shown_case": "The lines above are what you pay {case}.",
    "price_open": "Ask each provider for the allowed amount with your plan (the negotiated price), and "
    "write allowed: under each bill in your order file.",
    "billed_open": "The provider's full charge was not given, and it decides what you pay: ask for it, "
    "and write billed: under that bill in your order file.",
    "section_total": "In all",
    "bill_short": "Bill {number}",
    "value_between": "{low:money} to {high:money}",
    "value_at_least": "{low:money} or more",
    "you_pay": "You pay in all",
    "plan_pays": "The plan pays in all",
    "section_when": "When you will be asked for it",
    "due_now": "Bill {numbers}: the place that does the scan may ask for its part on the day.",
    "due_later": "Bill {numbers}: the doctor who reads the pictures often bills by mail, weeks later.",
    "due_apart": "Each provider bills on its own, sometimes weeks apart. Pay only against a bill that "
    "matches the plan's explanation of benefits.",
    "due_match": "Before you pay a later bill, match it with the plan's explanation of benefits.",
    "price_range": "The price is a range. The amounts shown line by line are at {allowed:money}.",
}
