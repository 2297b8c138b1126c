"""The help of the commands about policies and services."""

SENTENCES = {
    "policy": "The policies: list them, show one as a table, check files, print the file format.",
    "list": "List the policies, or those that every WORD fits.",
    "list_words": "Words of the name, title, plan type, market, state, year or status.",
    "show": "Show a policy as a summary of benefits that a patient can read.",
    "show_name": "The policy's name, like covered-california-silver-70-2026.",
    "check": "Check policy files: every problem with its place and what to write instead, then what "
    "the law, arithmetic or a missing clause says against them. Ends with 3 where there are errors.",
    "check_paths": "Files or folders (default: where policies are looked for).",
    "schema": "Print the JSON Schema of a policy file, for editors.",
    "today": "The day to check or show as of, like 2026-06-01 (default: today).",
    "services": "Search the scans the program knows: names, everyday words and codes.",
    "services_words": "Words or codes; every one must fit. None: all services by modality.",
    "modality": "Only this modality: xray, fluoroscopy, ultrasound, ct, mri, pet, nuclear, "
    "mammogram, dexa or colonoscopy.",
}
