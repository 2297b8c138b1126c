"""The lists of policies and services."""

SENTENCES = {
    "status.published": "published",
    "status.illustrative": "illustrative",
    "status.broken": "broken",
    "separator": " · ",
    "year_part": "{from_day} to {through}",
    "broken": "It cannot be used; `scancost policy check` says what is wrong with {file}",
    "count": "{shown} of {all} policies.",
    "no_policy_fits": "No policy fits these words. `scancost policy list` shows them all.",
    "other_year": "{words} is here for {years} only.",
    "no_policies": "There are no policies here.",
    "group": "{modality} ({name}): {count}",
    "codes": "{label} · {codes}",
    "no_codes": "{label}",
    "unverified": "{code}*",
    "unverified_note": "* a code number from general knowledge, not from a source: verify it before "
    "billing.",
    "no_service_fits": "No service fits these words. `scancost services` lists them all.",
    "near": "No service fits all of these words. The nearest: {services}.",
    "services_count": "{shown} of {all} services.",
}
