"""Price books and several bills: what was found, and what is wrong with them."""

FINDINGS = {
    "price_from": "The price is from the price book: code {code}, {whose}. Source: {source}, as of "
    "{as_of:day}.",
    "price_undated": "The price is from the price book: code {code}, {whose}. Source: {source}. It "
    "has no date: ask whether it still holds.",
    "price_old": "The price is more than a year older than the scan (as of {as_of:day}): ask for the "
    "present one.",
    "price_between": "The price book gives this price as a range, {low:money} to {high:money}.",
    "price_several_providers": "The price book has {count} prices for it, from {low:money} to "
    "{high:money}. Choose one with --provider: {providers}.",
    "price_several_codes": "The price book has {count} prices for it, from {low:money} to "
    "{high:money}, under the codes {codes}. Ask the doctor's office for the code.",
    "price_several_rates": "The price book has {count} prices of this provider for it, from "
    "{low:money} to {high:money}, and nothing tells them apart. They were not averaged.",
    "price_check_payer": "The price is one of {payer}. Check that this is your insurer.",
    "price_of_other_providers": 'The price book has no price of "{provider}" for it, only of: '
    "{providers}.",
    "price_of_other_parts": "The price book has no price for {component:component}, only for "
    "{parts:component}. Where two bills come, give them as two lines of an order file.",
    "price_not_in_book": "The price book has no price for it (codes {codes}).",
    "lines_balances": "The bills are on different sides of the network, and each side has limits of "
    "its own. What you said was met ({names:balance}) was taken as met on each side: correct the "
    "bill where it is not.",
}
PROBLEMS = {
    "price_code": "a code has five digits, or a letter and four digits, like 73721, 73721-26 or "
    "G0279.",
    "price_component": "the code ends in {modifier}, which means {meant:component}, but the "
    "component says otherwise.",
    "price_no_amount": "the row has no amount: give allowed, or low and high, or billed.",
    "price_out_of_order": "low, allowed and high must not fall from one to the next.",
    "prices_columns": "a price book needs a column code and one of allowed, low, high or billed. "
    "The columns it may have: {columns}.",
    "prices_payers": "the price book has prices of several payers, and none is named in the plan's "
    "title. Choose one with --payer: {payers}.",
    "prices_no_provider": 'no provider in the price books has "{word}" in its name or as its NPI.',
    "prices_no_payer": 'no payer in the price books has "{word}" in its name. They have: {payers}.',
    "lines_form": '"lines" is a list of bills, each with the fields in which it differs, like '
    '"- {{component: technical, allowed: 900}}".',
    "lines_whole": "{key} belongs to the whole order, not to one of its bills.",
    "lines_too_many": "an order has at most {most} bills.",
    "lines_network": "say the network of bill {number} (in or out): with several bills each needs "
    "one.",
    "prices_missing": "this chooses from a price book: give one with --prices FILE.",
    "compare_network": "say the network (--network in, or out), or compare its sides (--vary network).",
    "option_and_lines": "the bills of the order say {key} themselves, so an option cannot tell "
    "which is meant. Change it in the file.",
}
SENTENCES = {**FINDINGS, **PROBLEMS}
