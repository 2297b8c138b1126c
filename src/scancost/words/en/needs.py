"""What has to happen, in a few words: the `needs` column, and a sentence for a person."""

SENTENCES = {
    "get_authorization": "get the authorization before the scan",
    "get_authorization_now": "authorization missing: ask for it now",
    "await_authorization": "wait for the pending authorization",
    "ask_authorization": "ask whether an authorization is needed",
    "appeal": "appeal if the denial is wrong",
    "ask_service": "confirm that the scan counts as preventive",
    "ask_age": "confirm the birth date",
    "ask_sex": "confirm the sex on the insurance record",
    "ask_interval": "confirm the date of the last screening",
    "ask_risk": "confirm that the risk condition is met",
    "ask_if_not_preventive": "ask what it costs if not preventive",
    "balances_not_stated": "balances not stated: nothing assumed met",
    "after_rejected": "an earlier order of this family was rejected",
    "join": "; ",
}
