"""What has to happen first, as sentences for the patient."""

SENTENCES = {
    "get_authorization": "Ask the ordering doctor's office to get the plan's authorization before "
    "the scan. It must name this scan and this place. Write the number down.",
    "get_authorization_now": "The authorization is missing. Ask the ordering doctor's office to "
    "request it now, and ask whether the plan accepts it after the fact.",
    "await_authorization": "Wait until the plan has decided the authorization. Do not delay "
    "emergency care.",
    "ask_authorization": "Ask the plan whether this scan needs an authorization: the policy does "
    "not say.",
    "verify": "Check with the provider that the place and the radiologist who reads it are both in "
    "network, and ask for the code and the price. For the whole list and what to say on the telephone, "
    "run `scancost checklist` with the same file or the same options for the plan and the scan.",
    "appeal": "You may appeal. The denial letter says how and by when.",
    "ask_service": "Ask the plan whether this scan counts as preventive care.",
    "ask_age": "Give the birth date (--birth-date): the preventive rule has an age.",
    "ask_sex": "Give the sex on the insurance record (--sex): the preventive rule asks for it.",
    "ask_interval": "Give the date of the last such screening (--last-service-date, or never).",
    "ask_risk": "Ask the doctor whether you meet the rule's risk condition (--risk-criteria).",
    "ask_if_not_preventive": "The policy does not say what it costs if it is not preventive. Ask.",
    "balances_not_stated": "Nothing was said of what is met this year, so nothing is assumed met. Give "
    "it in deductible_met and out_of_pocket_met, or with --balances.",
    "after_rejected": "An earlier order of this family was rejected, so it is not counted here. "
    "Correct that row first.",
}
