"""What is wrong with an input, and what to write instead."""

from scancost.words.en.prices import PROBLEMS as PRICE_PROBLEMS

SENTENCES = {
    **PRICE_PROBLEMS,
    "at": "{place}: {sentence}",
    "at_field": "{field}: {sentence}",
    "near": ' Did you mean "{near}"?',
    # amounts, rates, dates
    "money_not_an_amount": "this is not an amount of money. Write it like 1250, 1250.50 or $1,250.50.",
    "money_third_decimal": "an amount has at most two decimals (whole cents). Write it like 1250.50.",
    "money_sign": "an amount cannot have a plus or minus sign. Write it like 1250.50.",
    "money_commas": "the commas are not where thousands go. Write it like 1,250.50 or 1250.50.",
    "money_too_large": "the largest amount is 999,999,999.99.",
    "rate_not_a_rate": "this is not a percentage from 0 to 100 with at most two decimals.",
    "rate_above_100": "a percentage goes from 0 to 100.",
    "date_form": "this is not a date. Write year-month-day, like 2026-06-01.",
    "date_slashes": "dates go year-month-day here. Write it as {day}.",
    "met_above_limit": "that is more than the whole limit, which is {most:money}. Look again, or press "
    "Enter if you do not know.",
    "maximum_below_deductible": "the out-of-pocket maximum includes the deductible, so it cannot be below "
    "it ({least:money}). Look again, or press Enter if you do not know.",
    "date_no_such_day": "this is not a day of the calendar.",
    "truth_form": "write true or false.",
    "value_not_text": "a value is missing here, or it is a list where one value belongs.",
    "value_not_list": "{key} must be a list, like [mri, ct].",
    "value_empty": "{key} is empty. Name at least one.",
    "value_not_mapping": '{key} must be a block of "name: value" lines.',
    "value_wrong": "the value of {key} is not one this field can have.",
    "choice": "this must be one of: {choices:choices}.",
    "choice_named": "this must be one of: {choices:chosen}.",
    "key_missing": '"{key}" is missing.',
    "key_unknown": '"{key}" is not a name this file can have here.',
    "key_digits": '"{key}" is not a name: within braces a comma starts the next entry. Write an '
    "amount there without commas, or in quotes.",
    # YAML
    "yaml_empty": "the file is empty.",
    "yaml_two_documents": "a file holds one document; remove the second (after ---).",
    "yaml_too_deep": "blocks are nested too deep (at most 20 levels).",
    "yaml_too_many": "the file holds too many values.",
    "yaml_too_large": "the file is larger than {most} bytes.",
    "yaml_alias": "aliases (*{name}) are not allowed; write the value out.",
    "yaml_anchor": "anchors (&{name}) are not allowed; write the value out where it is needed.",
    "yaml_tag": "tags ({tag}) are not allowed; write the plain value.",
    "yaml_directive": "lines that start with % are not allowed before the document; remove them.",
    "yaml_key_not_text": "a key must be plain text.",
    "yaml_merge": "merge keys (<<) are not allowed; write the values out.",
    "yaml_twice": '"{key}" stands twice in this block (first on line {line}); keep one.',
    "yaml_syntax": "this is not YAML here: {what:yaml}. Check the indentation, colons and quotes.",
    "yaml_other": "it cannot be read from here on",
    "yaml.mapping values are not allowed in this context": "a colon stands where none can",
    "yaml.did not find expected ',' or ']'": "a comma or ] is missing",
    "yaml.did not find expected ',' or '}'": "a comma or }} is missing",
    "yaml.did not find expected '-' indicator": "a line of a list does not begin with a dash",
    "yaml.did not find expected key": "a line does not begin with a name and a colon",
    "yaml.could not find expected ':'": "a colon is missing",
    "yaml.found unexpected end of stream": "a quotation mark is not closed",
    "yaml.found unexpected document indicator": "a quotation mark is not closed",
    "yaml.found unknown escape character": "a backslash stands where none can",
    "yaml.found character that cannot start any token": "nothing can begin with this character (a tab, @ or %); use spaces, or put the value in quotes",
    "yaml.did not find expected node content": "a value is missing",
    "yaml.block sequence entries are not allowed in this context": "a dash of a list stands where none can",
    "yaml.found a tab character that violates indentation": "a tab character stands where spaces belong",
    "yaml.found a tab character where an indentation space is expected": "a tab character stands where spaces belong",
    "yaml_not_text": "this is not a text file in UTF-8.",
    # policies
    "policy_id": "a policy's id has lower-case letters, digits, dots, dashes and underscores, "
    "like example-ppo-2026.",
    "policy_not_mapping": 'a policy file holds "name: value" lines, starting with "policy:".',
    "policy_not_stem": 'the id must be the file\'s name without .yaml: "{stem}".',
    "policy_missing": 'there is no policy "{policy}".{hint} `scancost policy list` shows them all; '
    "a plan that is not among them can be given by --deductible, --out-of-pocket-max and --benefit.",
    "policy_by_words": '"{typed}" is not the name of a policy. `scancost policy list {words}` finds '
    "those it fits ({count}).{hint}",
    "benefit_year_order": "the benefit year ends before it starts.",
    "family_rule_missing": "say how the family's limit works: add family_rule: embedded (each "
    "person also has a limit of their own) or aggregate (one for all together).",
    "limit_form": "{key} is either none, or a block with individual (and family, family_rule).",
    "preauthorization_form": "preauthorization is a list of clauses, or the word none. Leave it "
    "out where the policy does not say.",
    "tier_name": 'the name of a tier has small letters, digits and underscores; "{tier}" does not.',
    "tiers_too_many": "a policy has at most {most} tiers.",
    "tier_not_named": "this clause does not say what applies {tier:tier}. Add a line "
    '"{tier}: ..."; "not covered" and "not stated" are allowed.',
    "tier_without_limits": 'a cost share needs limits: add "{tier}:" under limits, with deductible '
    "and out_of_pocket_max (either may be none).",
    "limits_empty": "limits must name at least in_network.",
    "shared_with_unknown": '"{tier}" has no limits of its own to share.{hint}',
    "counts_toward_unknown": '"{tier}" has no limits that this could count toward.',
    "clause_service_unknown": '"{service}" is neither a service nor a modality.{hint} '
    "`scancost services` lists them.",
    "clauses_overlap": "this clause and the one at {other} both apply to {service:mid} "
    "({sites:site}) and neither is narrower. Narrow one, or remove it.",
    "write_off_outside": "a provider outside the network has no contract and cannot be made to "
    'write a bill off. Write "denied", a penalty, "not required" or "not stated".',
    "phrase_cost_share": 'this cost-share phrase cannot be read. Write it like "no charge", '
    '"$50 copay, deductible waived", "20% coinsurance after deductible", "$100 copay after '
    'deductible, then 20% coinsurance after deductible", "not covered" or "not stated".',
    "phrase_coinsurance_before": 'a coinsurance is "deductible waived" or "after deductible".',
    "phrase_waived_after_subject": "the copay is subject to the deductible but the coinsurance "
    "that follows it is not; that cannot be settled. Check the plan's words.",
    "phrase_bare": '"{phrase}" does not say how the deductible applies. Summaries of benefits mean '
    '"after deductible" by the bare words, federal plan files mean "deductible waived". Add the '
    "one that this plan means.",
    "phrase_authorization": "this authorization phrase cannot be read. Write one of: not required, "
    "provider write-off, denied, $250 penalty, 50% penalty on plan payment up to $1,000, 50% "
    "penalty on allowed amount, not stated.",
    "phrase_balance": "balance_billing is full, none, or like: up to 15% of allowed.",
    "limits_year_missing": "the program's tables have no federal limits for {year}, so this "
    "policy's one-person cap is not known.",
    # orders
    "order_not_mapping": 'an order file holds "name: value" lines, like "service: mri_knee".',
    "service_missing": 'say which scan: --service, with everyday words such as "knee mri", a '
    "service name or a code.",
    "service_unknown": '"{service}" is not a scan, a kind of scan or a code in the table.{hint} '
    "`scancost services WORD` searches it.",
    "service_choose": '"{service}" may mean several scans. Choose one: {services:chosen}.',
    "place_of_service_unknown": "this place-of-service code does not tell the kind of place. The "
    "known ones are {known}; otherwise leave it out and say the site (11 does not tell an office "
    "from an imaging center).",
    "modifier_form": "a modifier has two letters or digits, like 26.",
    "code_contradicts": "code {code} means {name} is {meant}, but the order says otherwise. "
    "Correct one of them.",
    "emergency_at_office": "an emergency is not treated at {site:site}. Correct the site, or "
    "remove emergency.",
    "birth_after_service": "the birth date is after the date of service.",
    "last_after_service": "the last screening is after the date of service.",
    "family_without_member": "a family needs a member: add member_id.",
    "met_and_remaining": "what is met and what remains of the {name:balance} do not add up to the "
    "limit. Keep one of them.",
    "family_below_member": "the family's balance is below the member's own. It includes the "
    "member's.",
    "remaining_without_limit": "this policy has no such limit, so nothing can remain of it.",
    "remaining_above_limit": "more remains than the whole limit.",
    "no_family_limits": "policy {policy} does not say what the family's limits are {tier:tier}.",
    "tier_unknown": "policy {policy} has no such side of the network. It has: {tiers}.",
    "network_missing": "the network is missing. Write in_network or out_of_network.",
    "no_policy_in_force": "policy {policy} was not in force: it runs from {from_day:day} through "
    "{through:day}. Use the policy of that year.",
    "no_benefit_clause": "policy {policy} has no clause for {service:mid_named} at {site:site_named}. "
    "That does not mean it is not covered: ask the insurer.",
    "benefit_not_stated": "policy {policy} does not say what {service:one} costs at "
    "{site:site} {tier:tier}. Ask the insurer.",
    "preventive_not_stated": "policy {policy} does not say what preventive scans cost. Ask the "
    "insurer, or estimate it as diagnostic (--purpose diagnostic).",
    "order_ambiguous": "policy {policy} does not treat everything this order may mean alike, so more "
    "is needed.{sites:site_choices}{services:service_choices}",
    "choose_site": " Say the place (site): {choices}.",
    "choose_service": " Say which scan (service): {choices}.",
    "choices_more": "another of {more} (`scancost services` lists them)",
    "field_missing": '"{key}" is missing.',
    "card_missing": "give this too: a plan from the card needs --deductible, --out-of-pocket-max "
    'and --benefit (write none where there is none), like --benefit "20% coinsurance after '
    'deductible".',
    "card_beside_policy": "{option} is for a plan from the card; --policy has its own. Leave one of the "
    "two out.",
    "card_beside_policy_met": "{option} is for a plan from the card; --policy has its own. Did you mean "
    "{other}?",
    "card_outside": "your card tells only what you pay in network. What you pay out of network is in "
    "the summary of benefits, in the column “Out-of-Network Provider (You will pay the most)”.",
    "card_ambiguous": "the plan may not treat everything this order may mean alike, so more is needed."
    "{sites:site_choices}{services:service_choices}",
    "card_family_limits": "for family coverage the family's limits are needed, too: "
    "--family-deductible and --family-out-of-pocket-max.",
    "policy_option_missing": "say which plan: --policy NAME (`scancost policy list` shows them), or "
    "from your card: --deductible, --out-of-pocket-max and --benefit.",
    # CSV
    "xlsx_extra_missing": "workbooks need an extra: pip install 'scancost[xlsx]'. Or save it as CSV.",
    "xlsx_broken": "this is not an Excel workbook (.xlsx), or it is damaged. Save it again, or as CSV.",
    "xlsx_no_sheet": "the workbook has no sheet with cells. Put the orders on a sheet, or save them as CSV.",
    "xlsx_time": "this cell holds a time, which Excel shows in many ways, where an id belongs. Make it text.",
    "xlsx_text": "a workbook cannot hold the text of row {row} as it is: a cell has at most {most} characters, "
    "and no control characters. Write a CSV instead.",
    "xlsx_too_long": "a sheet holds {most} rows at most. Write a CSV instead.",
    "table_wants_file": "a workbook or a Parquet file is not read from its start to its end, so it must be a "
    "file, not a pipe.",
    "parquet_extra_missing": "Parquet files need an extra: pip install 'scancost[fast]'. Or save it as CSV.",
    "parquet_broken": "this is not a Parquet file, or it is damaged. Write it again, or save it as CSV.",
    "parquet_type": 'the column "{column}" holds {type}, which no cell can hold. Write it as text, or leave '
    "it out.",
    "zst_extra_missing": "files packed by zstd need an extra: pip install 'scancost[fast]'. Or unpack it, "
    "or pack it by gzip.",
    "packed_broken": "the packed file is damaged or cut off. Pack it again.",
    "csv_empty": "the file is empty.",
    "csv_separator": "the columns are not separated by commas. Save it as CSV (comma delimited).",
    "csv_twice": "these columns stand twice: {columns}. Remove or rename one (--map).",
    "csv_map_unmatched": "--map names headings that are not there: {headings}.",
    "csv_broken": "the CSV is broken here: a quotation mark is not closed, or stands where none can.",
    "csv_cell_too_long": "a cell ends here that is longer than {most} characters. Shorten it, or close its quotation mark.",
    "csv_unreadable": "the CSV cannot be read: a quotation mark is not closed or stands where none can, a cell is longer than {most} characters, or the text is not UTF-8. Save it to a file to be told where.",
    "csv_not_utf8": "the file is not UTF-8 text. Save it as CSV UTF-8.",
    "csv_columns_missing": "these columns are missing: {columns}. Rename others with "
    '--map "Their heading=name".',
    "csv_cells": "the row has {cells} cells, the header {columns}: a comma or a quotation mark is "
    "out of place.",
    "row_missing": "there is no data row {row}.",
    "row_wants_csv": "--row goes with a CSV of orders, like: scancost estimate orders.csv --row 17",
    "row_wants_file": "the orders are read twice, so they must be in a file: not in a pipe or a device, "
    "and not - (a stream).",
    "wants_file": "{option} wants the name of a file; it cannot be - (a stream).",
    "balances_want_row": "it goes with --row and a file of orders. For one order, say what was met with "
    "--deductible-met and --out-of-pocket-met.",
    "option_wants_row": "it goes with --row and a file of orders.",
    "billed_missing": "the provider's charge is needed out of network: it decides the balance bill.",
    "balances_columns_missing": "these columns of a file of balances are missing: {columns}. --balances-out "
    "writes such a file.",
    "balances_other_year": "these balances are of another benefit year; the policy's starts {year}.",
    "balances_tier": "policy {policy} has no limits on this side of the network.",
    "balances_member": "a balance belongs to a member: member_id is missing.",
    # files
    "io": "{name}: {reason}.",
    "io_unnamed": "a file could not be read or written: {reason}.",
    "standard_output": "standard output",
    "json_alone": "--json goes after the command, like: scancost services --json",
    "helper_lost": "a process that helps with the settling could not start, or was ended; perhaps memory ran "
    "out. Nothing was written. Free some memory and run it again.",
    "interrupted": "Interrupted; nothing was written.",
    "bug": "This is a mistake in scancost ({kind} at {where}), not in your input. Please report it; "
    "SCANCOST_DEBUG=1 shows the details.",
    "folder_missing": "there is no such folder.",
    "file_missing": "there is no such file.",
    "file_unreadable": "the file cannot be read.",
    "lang_unknown": "--lang: the languages are en (English) and es (Spanish).",
    # terms, denials, appeals
    "term_missing": "say which word or code to explain, like: scancost explain deductible.",
    "term_unknown": 'there is no "{word}" in the glossary. `scancost explain --all` prints it.',
    "term_unknown_near": '"{word}" is not in the glossary. The nearest: {terms}.',
    "code_of_no_scan": "{code} looks like a procedure code, but it is not the code of a scan that the "
    "program knows. `scancost services` lists those it knows.",
    "denial_code_unknown": "{code} is not a denial code the program knows. Look for letters and a "
    "number like CO-197 or PR-50 on the notice, or say the reason in words.",
    "denial_unknown": "this is not a denial code, nor a reason the program knows. Write it like "
    'CO-197, CARC 242, or "not medically necessary".',
    "received_before_notice": "the notice cannot have come before the date on it. Correct one of "
    "the dates.",
    "final_denial_before_denial": "the denial that ended the first appeal cannot have come before "
    "the first one. Correct one of the dates.",
    "guideline_year_missing": "the program's preventive rules do not know plan years that start on "
    "{day:day}, so they cannot be applied. Use --purpose diagnostic, or a newer version.",
    "limits_amount_not_published": "the amount for {year} is not published yet.",
    "appeal_amount_year_missing": "the least amount in dispute is not known for {year}.",
    "clock_missing": "the program's tables have no clock for {market:market} on {day:day}.",
    "code_missing": "give the denial code on the notice (--code CO-197), or the reason in words "
    '(--code "no authorization").',
    "market_missing": "say which plan it is (--policy), or what kind (--market): the deadlines "
    "depend on it.",
    "market_differs": "policy {policy} is {market:market}. Leave --market out, or correct it.",
    "format_unknown": "the format is markdown or html.",
}
