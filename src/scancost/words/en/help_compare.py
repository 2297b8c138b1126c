"""The help of `compare` and of price books."""

SENTENCES = {
    "prices": "A price book (CSV) to take the allowed amount from where none is given. May be "
    "repeated.",
    "provider": "Whose price to take from the book: a word of the name, or the NPI.",
    "payer": "Whose rates to take from the book: a word of the insurer's or its network's name.",
    "panel_prices": "Price books",
    "compare": "Put choices side by side: another network, place, plan, provider, price or date. "
    "What you pay now, what counts toward the limits, the year's total, and the cheapest with its "
    "catch.",
    "compare_order": "An order as a YAML file. Options override it.",
    "vary": "What to vary: a field alone (network, site, purpose, preauthorization, provider, "
    'deductible) or with its values ("allowed=700,1250", "policy=A,B", '
    '"service_date=2026-12-15,2027-01-15"); 2.network is that of the second bill. May be repeated: '
    "every combination.",
    "cash": "Also compare paying this cash price yourself, outside the plan.",
    "more_care": "Further care expected this year, as its allowed amount in network: adds the "
    "year's total.",
}
